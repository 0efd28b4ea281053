import type { ReactNode } from 'react'
import { useWords } from '../words/book.ts'
import { commonWords } from '../words/common.ts'
import { chooseLanguage, type Language, languageNames, useLanguage } from '../words/language.ts'
import { SkipLink } from './skip-link.tsx'

export type PlainPageProps = {
  /** Whose page it is: the name of the service. */
  service: string
  /** The languages to choose from; one needs no choice. */
  languages: readonly Language[]
  children: ReactNode
  footer?: ReactNode
}

/** A page for citizens: one column, the width of a sentence, no more than what they came for. */
export function PlainPage({ service, languages, children, footer }: PlainPageProps) {
  const words = useWords(commonWords)
  const language = useLanguage()
  return (
    <div className="ui-plain">
      <SkipLink />
      <header className="ui-plain-header">
        <p className="ui-bar-name">
          <strong>{service}</strong>
        </p>
        {languages.length > 1 && (
          <nav aria-label={words('language')} className="ui-languages">
            {languages.map((choice) => (
              <button
                key={choice}
                type="button"
                lang={choice}
                aria-current={choice === language || undefined}
                onClick={() => chooseLanguage(choice)}
              >
                {languageNames[choice]}
              </button>
            ))}
          </nav>
        )}
      </header>
      <main id="content" tabIndex={-1} className="ui-plain-main">
        {children}
      </main>
      {footer && <footer className="ui-plain-footer">{footer}</footer>}
    </div>
  )
}
