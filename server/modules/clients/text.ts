import { z } from 'zod'
import type { Language } from '../../kit/refusal.ts'

const sentence = z.string().trim().min(1).max(2000)

/** A text for citizens, per language. Dutch is the language of record, so it is never missing. */
export const textSchema = z.strictObject({
  nl: sentence,
  fr: sentence.optional(),
  de: sentence.optional(),
  en: sentence.optional(),
})
export type Text = z.infer<typeof textSchema>

/** The text in a language, or in Dutch where that translation does not exist. */
export function textIn(text: Text, language: Language): string {
  return text[language] ?? text.nl
}
