import { type Text, textIn } from '../../server/modules/clients/contract.ts'
import { rank } from '../shared/ui/rank.ts'

export interface CannedAnswer {
  id: string
  title: string
  body: Text
}

/** What a canned answer can mention; a value that is not known is asked of the agent. */
export type Blanks = Partial<
  Record<'voornaamAgent' | 'referentie' | 'lijn' | 'nummer' | 'mail', string>
>

/** Where a slash before the cursor asks for a canned answer, and what is typed after it; else null. */
export function cannedAt(text: string, caret: number): { from: number; query: string } | null {
  const found = /(?:^|\s)\/(\S*)$/u.exec(text.slice(0, caret))
  if (!found) return null
  const query = found[1] ?? ''
  return { from: caret - query.length - 1, query }
}

/** The answers that fit a search, the best first. */
export function findCanned(answers: readonly CannedAnswer[], query: string): CannedAnswer[] {
  return query === '' ? [...answers] : rank(query, answers, ({ title }) => title)
}

/** The answer in the language of the contact, its blanks filled; an unknown one stays to be seen. */
export function fillCanned(
  answer: CannedAnswer,
  language: 'nl' | 'fr' | 'de' | 'en',
  blanks: Blanks,
) {
  return textIn(answer.body, language).replace(
    /\{\{(\w+)\}\}/g,
    (whole, name: string) => blanks[name as keyof Blanks] ?? whole,
  )
}
