import { type Language, languageOf } from '../widget/language.ts'

/** What the address of the page asks for. */
export interface Wanted {
  language: Language
  /** The code of a department, to see the page as if it were that department's. */
  department: string | null
}

/** Reads `?lang=fr&department=OVO…`; without a language, the browser's first that is ours. */
export function wantedBy(search: string, browserLanguages: readonly string[]): Wanted {
  const query = new URLSearchParams(search)
  const tags = [query.get('lang'), ...browserLanguages]
  const language = tags.map(languageOf).find((one) => one !== null) ?? 'nl'
  return { language, department: query.get('department')?.trim() || null }
}

/** The address of the page in a language, for a department or for all. */
export function addressOf({ language, department }: Wanted): string {
  const query = new URLSearchParams({ lang: language })
  if (department !== null) query.set('department', department)
  return `/?${query}`
}
