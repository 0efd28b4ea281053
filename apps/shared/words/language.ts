import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'

/** The languages of the interface: staff choose nl or en, citizens any of the four. */
export const languages = ['nl', 'en', 'fr', 'de'] as const
export type Language = (typeof languages)[number]

/** Each language in its own words, for a chooser. */
export const languageNames: Record<Language, string> = {
  nl: 'Nederlands',
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
}

const storageKey = 'onthaal.language'

/** The one store of words; made before any book registers in it. */
export const i18n = i18next.createInstance()

void i18n.use(initReactI18next).init({
  lng: 'nl',
  fallbackLng: 'nl',
  resources: {},
  initAsync: false,
  interpolation: { escapeValue: false },
  returnEmptyString: false,
})

/** The language of a tag such as `fr-BE`, or undefined when it is not one of ours. */
export function languageOf(tag: string | null | undefined): Language | undefined {
  const primary = tag?.toLowerCase().split('-')[0]
  return languages.find((language) => language === primary)
}

/** Shows the interface in a language from now on, in this tab. */
export function setLanguage(language: Language): void {
  void i18n.changeLanguage(language)
  document.documentElement.lang = language
}

/** As setLanguage, and again at the next visit. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(storageKey, language)
  setLanguage(language)
}

/** The language to start with: chosen before, else that of the page, else Dutch. */
export function startLanguage(offered: readonly Language[]): Language {
  const wished = [localStorage.getItem(storageKey), document.documentElement.lang].map(languageOf)
  return wished.find((language) => language && offered.includes(language)) ?? 'nl'
}

/** The language of this moment, following changes. */
export function useLanguage(): Language {
  return languageOf(useTranslation().i18n.language) ?? 'nl'
}
