import type { Language } from '../server/kit/refusal.ts'

/** A text in all four languages: the town leaves nothing untranslated towards citizens. */
export type Words = Record<Language, string>

export function words(nl: string, fr: string, de: string, en: string): Words {
  return { nl, fr, de, en }
}
