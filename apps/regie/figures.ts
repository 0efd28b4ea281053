import type { BoardView } from '../../server/modules/routing/contract.ts'

/** What the board adds up from its rows; the rules are in SPEC.md. */

export type QueueRow = BoardView['queues'][number]
export type AgentRow = BoardView['agents'][number]

type Counted = Pick<QueueRow, 'answered' | 'answeredInTime' | 'abandoned' | 'refused'>

/**
 * Service level (t), a share from 0 to 1: answered within t ÷ (answered + abandoned + refused).
 * Short abandons are in neither. Null while nothing counts.
 */
export function serviceLevel(queues: readonly Counted[]): number | null {
  const of = sum(queues, (one) => one.answered + one.abandoned + one.refused)
  return of === 0 ? null : sum(queues, (one) => one.answeredInTime) / of
}

/** The shortest and the longest t of these queues, in ms. */
export function targets(queues: readonly Pick<QueueRow, 'targetMs'>[]): {
  from: number
  to: number
} {
  const all = queues.map(({ targetMs }) => targetMs)
  return { from: Math.min(...all), to: Math.max(...all) }
}

/** Since when the one who waits longest waits (epoch ms), or null when nobody does. */
export function longestSince(queues: readonly Pick<QueueRow, 'longestSince'>[]): number | null {
  const all = queues.flatMap(({ longestSince: since }) => since ?? [])
  return all.length === 0 ? null : Math.min(...all)
}

export function sum<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((total, row) => total + of(row), 0)
}

export const agentStates = ['free', 'offered', 'active', 'wrapUp', 'away', 'signedOut'] as const
export type AgentState = (typeof agentStates)[number]

/** The state of an agent as its pill is called. */
export const pillOf = {
  free: 'free',
  offered: 'offered',
  active: 'active',
  wrapUp: 'wrap-up',
  away: 'away',
  signedOut: 'closed',
} as const

/** What an agent is doing, in one word: work in hand first, then why there is none. */
export function stateOf({ load, heldBack, status }: AgentRow): AgentState {
  if (load.talking > 0) return 'active'
  if (load.offered > 0) return 'offered'
  if (load.wrapUp > 0) return 'wrapUp'
  if (status === 'signedOut') return 'signedOut'
  return heldBack.length > 0 ? 'away' : 'free'
}

/** How many agents are in each state. */
export function countStates(agents: readonly AgentRow[]): Record<AgentState, number> {
  const counts = { free: 0, offered: 0, active: 0, wrapUp: 0, away: 0, signedOut: 0 }
  for (const agent of agents) counts[stateOf(agent)]++
  return counts
}
