import {
  type ContactView,
  type Outcome,
  refusals,
  withoutTheme,
} from '../../server/modules/contacts/contract.ts'
import type { Language } from '../shared/words/language.ts'

export type Question = ContactView['questions'][number]

/** Outcomes that send the person on, so that where to must be known. */
const needsDestination: readonly Outcome[] = ['signposted', 'forwarded']

/** What an agent says about how a question ended; kept apart until it can be told to the server. */
export interface Said {
  outcome: Outcome
  destination: string
}

export const asksDestination = (outcome: Outcome | null) =>
  outcome !== null && needsDestination.includes(outcome)

/** Where an outcome lacks something, and the sentence the server would refuse it with. */
export type Lack = { field: 'theme' | 'destination' | 'outcome'; sentence: string }

export function lackOf(
  question: Pick<Question, 'theme' | 'outcome'>,
  said: Said | null,
  language: Language,
): Lack | null {
  const refuse = (code: 'themeMissing' | 'destinationMissing' | 'outcomeMissing') =>
    refusals[code]().sentence(language)
  if (!said) {
    if (question.outcome !== null) return null
    return { field: 'outcome', sentence: refuse('outcomeMissing') }
  }
  if (question.theme === null && !withoutTheme.includes(said.outcome))
    return { field: 'theme', sentence: refuse('themeMissing') }
  if (asksDestination(said.outcome) && said.destination.trim() === '')
    return { field: 'destination', sentence: refuse('destinationMissing') }
  return null
}
