import type { heldBack, statuses } from './contract.ts'
import type { Channel } from './decision/world.ts'

export type Status = (typeof statuses)[number]
export type HeldBack = (typeof heldBack)[number]

/** Something an agent has or is being offered. */
export interface Held {
  contact: string
  line: string
  channel: Channel
  state: 'offered' | 'active' | 'hold' | 'wrapUp'
}

/** What decides whether an agent is free. */
export interface Readiness {
  status: Status
  /** Since when the desk is not connected; null while it is. Epoch ms. */
  lostAt: number | null
  hand: readonly Held[]
  /** They let an offer pass and have chosen no status since. */
  missedOffer: boolean
  /** They raised an emergency and have chosen no status since it ended for them. */
  emergency: boolean
}

/**
 * Why nothing is offered to an agent now: what they chose, and what happened to them. An agent is
 * free when there is no reason; how much still fits in their hands is another matter, and is
 * reckoned in `capacity.ts`.
 */
export function heldBackOf(agent: Readiness): HeldBack[] {
  const reasons: HeldBack[] = []
  if (agent.status !== 'available') reasons.push(agent.status)
  if (agent.lostAt !== null) reasons.push('deskLost')
  const inWrapUp = agent.hand.some(({ channel, state }) => channel === 'call' && state === 'wrapUp')
  if (inWrapUp) reasons.push('wrapUp')
  if (agent.missedOffer) reasons.push('missedOffer')
  if (agent.emergency) reasons.push('emergencyBreak')
  return reasons
}
