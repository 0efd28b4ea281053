import { type ReactNode, StrictMode } from 'react'
import { I18nProvider } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import { type Language, setLanguage, startLanguage, useLanguage } from '../words/language.ts'
import { Boundary } from './boundary.tsx'
import './styles.css'
import { applyTheme } from './theme.ts'
import { ToastRegion } from './toast.tsx'

export type MountOptions = {
  /** `dense` for staff, `generous` for citizens. */
  density: 'dense' | 'generous'
  /** The languages this app speaks. */
  languages: readonly Language[]
  /** Tells the server what broke; gives the number that finds it in the log. */
  report?: (error: unknown) => string
}

/** Shows an app in `#root`, in the theme and language chosen before. */
export function mount(app: ReactNode, { density, languages, report }: MountOptions): void {
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no element with id "root"')
  document.documentElement.dataset.density = density
  applyTheme()
  setLanguage(startLanguage(languages))
  refuseInlineStyle()
  createRoot(root).render(
    <StrictMode>
      <InOurLanguage>
        <Boundary {...(report ? { report } : {})}>{app}</Boundary>
        <ToastRegion />
      </InOurLanguage>
    </StrictMode>,
  )
}

/** React Aria's own sentences in the language of the page. */
function InOurLanguage({ children }: { children: ReactNode }) {
  return <I18nProvider locale={`${useLanguage()}-BE`}>{children}</I18nProvider>
}

/**
 * React Aria adds a style element unless one with this id is there, which our Content-Security-Policy
 * would refuse; the rule itself is in base.css.
 */
function refuseInlineStyle(): void {
  const marker = document.createElement('meta')
  marker.id = 'react-aria-pressable-style'
  document.head.append(marker)
}
