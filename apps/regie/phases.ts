import type { ContactView } from '../../server/modules/contacts/contract.ts'

export const phaseNames = ['waiting', 'offered', 'talking', 'held', 'over'] as const
type Phases = ContactView['phases']

/** A phase with the place where it begins, in ms from the first second. */
export type Stretch = {
  phase: (typeof phaseNames)[number]
  from: number
  ms: number
  shownMs: number
}

const wholeSeconds = (ms: number) => Math.floor(ms / 1000) * 1000

/**
 * The phases one after the other. `shownMs` is in whole seconds, rounded so that what is shown adds
 * up to the whole that is shown.
 */
export function stretchesOf(phases: Phases): Stretch[] {
  let from = 0
  return phaseNames.flatMap((phase) => {
    const ms = phases[phase]
    if (ms === 0) return []
    const stretch = { phase, from, ms, shownMs: wholeSeconds(from + ms) - wholeSeconds(from) }
    from += ms
    return [stretch]
  })
}

/** Milliseconds in each state, the one that still runs included up to `now` (epoch ms). */
export function phasesUntil(
  { phases, state, stateSince }: Pick<ContactView, 'phases' | 'state' | 'stateSince'>,
  now: number,
): Phases {
  if (state === 'closed') return phases
  return { ...phases, [state]: phases[state] + Math.max(0, now - stateSince) }
}
