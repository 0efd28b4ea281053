import type { Language } from '../../server/kit/refusal.ts'
import type { Outcome } from '../../server/modules/contacts/contract.ts'

/** One thing the citizen writes, and what the agent answers to it; null: nothing more is said. */
export type Exchange = { asks: string; reply: string | null }

/** Someone with a question: enough to play the whole conversation, from both sides. */
export type Citizen = {
  /** Also the name in tests and in the simulation. */
  id: string
  audience: 'citizen' | 'business' | 'organisation'
  language: Language
  line: string
  /** The theme chosen before the chat; null: "I don't know". */
  theme: string | null
  exchanges: Exchange[]
  /** How the questions end, in order. `theme` is what the question turned out to be about. */
  ends: { theme: string | null; outcome: Outcome }[]
  /** Leaves when nobody has answered by then. */
  patienceSeconds: number
  /** Writes words of acute danger. */
  inDanger?: true
}

/** Exchanges, written as question, answer, question, answer … */
export function talk(...lines: string[]): Exchange[] {
  const exchanges: Exchange[] = []
  for (let i = 0; i < lines.length; i += 2)
    exchanges.push({ asks: lines[i] ?? '', reply: lines[i + 1] ?? null })
  return exchanges
}
