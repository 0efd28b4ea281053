import type { Language } from '../../server/kit/refusal.ts'

export type { Language }

/** The languages of citizens, each in its own words. */
export const languageNames: Record<Language, string> = {
  nl: 'Nederlands',
  fr: 'Français',
  de: 'Deutsch',
  en: 'English',
}
export const languages = Object.keys(languageNames) as Language[]

/** The language of a tag such as `fr-BE`, or null when it is none of ours. */
export function languageOf(tag: string | null | undefined): Language | null {
  const primary = tag?.trim().toLowerCase().split('-')[0]
  return languages.find((language) => language === primary) ?? null
}
