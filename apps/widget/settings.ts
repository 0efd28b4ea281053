import { type Language, languageOf } from './language.ts'

/** What a website asks of the widget, in the attributes of its script tag. */
export interface Settings {
  /** Where the script comes from, and so where the contact centre is. */
  origin: string
  /** The code of the department whose lines come first, or null: the general lines only. */
  department: string | null
  /** A selector of the element that holds the button; null: a corner of the page. */
  target: string | null
  /** Null: as the page, by its `color-scheme`. */
  theme: 'light' | 'dark' | null
  /** The language of the page, else Dutch. */
  language: Language
}

type Script = { src: string; dataset: Record<string, string | undefined> }

/** Reads the attributes `data-department`, `data-target` and `data-theme`, and the page's language. */
export function readSettings({ src, dataset }: Script, pageLanguage: string | null): Settings {
  const { department, target, theme } = dataset
  return {
    origin: new URL(src).origin,
    department: department?.trim() || null,
    target: target?.trim() || null,
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    language: languageOf(pageLanguage) ?? 'nl',
  }
}
