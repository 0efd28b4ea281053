import type { ContactView } from '../../server/modules/contacts/contract.ts'

export const phaseNames = ['waiting', 'offered', 'talking', 'held', 'over'] as const
type Phases = ContactView['phases']

/** Milliseconds in each state, the one that still runs included up to `now` (epoch ms). */
export function phasesUntil(
  { phases, state, stateSince }: Pick<ContactView, 'phases' | 'state' | 'stateSince'>,
  now: number,
): Phases {
  if (state === 'closed') return phases
  return { ...phases, [state]: phases[state] + Math.max(0, now - stateSince) }
}
