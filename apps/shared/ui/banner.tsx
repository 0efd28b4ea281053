import type { ReactNode } from 'react'
import { useWords } from '../words/book.ts'
import { commonWords } from '../words/common.ts'
import { Icon } from './icon.tsx'
import { type Tone, toneIcons } from './tone.ts'

export type BannerProps = {
  tone: Tone
  title?: string
  children: ReactNode
  /** Buttons at the end. */
  actions?: ReactNode
  /** `polite` or `assertive` when it appears while somebody works; else it is part of the page. */
  live?: 'polite' | 'assertive'
}

/** A fact about this screen that stays until it is no longer true. */
export function Banner({ tone, title, children, actions, live }: BannerProps) {
  const words = useWords(commonWords)
  const role = live && (live === 'polite' ? 'status' : 'alert')
  return (
    <div className="ui-banner" data-tone={tone} role={role}>
      <Icon name={toneIcons[tone]} />
      <div className="ui-banner-text">
        <span className="ui-hidden">{words(`tone.${tone}`)}: </span>
        {title && <strong>{title} </strong>}
        {children}
      </div>
      {actions && <div className="ui-banner-actions">{actions}</div>}
    </div>
  )
}
