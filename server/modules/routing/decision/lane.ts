import type { Pool } from './pools.ts'
import { cameBefore } from './priority.ts'
import type { Channel, Language, Queue, WaitingContact } from './world.ts'

/**
 * Contacts that differ only in when they came. However the points grow, they keep their order: so a
 * lane is a list, first come first, and only its head has to be compared with other lanes. Who has
 * waited less has at most the same steps open: when the head finds every pool empty, so do the
 * others.
 */
export type Lane = {
  /** Its row among the heads. */
  readonly row: number
  readonly key: number | string
  readonly queue: Queue
  readonly urgent: boolean
  readonly extraPriority: number
  readonly heldFor: string | null
  /** Earliest first. */
  readonly steps: readonly Step[]
  readonly waiting: WaitingContact[]
  /** How many steps the head has reached. */
  open: number
  /** When it will be looked at for the next step; Infinity when there is none. */
  wakeAt: number
}

/** From this much waiting on, this pool may serve the lane too. */
export type Step = { readonly number: number; readonly afterMs: number; readonly pool: Pool }

const CHANNELS: Readonly<Record<Channel, number>> = { call: 0, chat: 1, written: 2 }
const LANGUAGES: Readonly<Record<Language, number>> = { nl: 0, fr: 1, de: 2, en: 3 }

/** What contacts of a lane have in common, as one number where possible: points are integers. */
export function laneKey(contact: WaitingContact, heldFor: string | null): number | string {
  const { channel, language, urgent, extraPriority } = contact
  const kind = (CHANNELS[channel] * 4 + LANGUAGES[language]) * 2 + Number(urgent)
  const key = extraPriority * 24 + kind
  return heldFor === null ? key : `${key} ${heldFor}`
}

/** Newcomers are nearly always last. */
export function enterLane({ waiting }: Lane, contact: WaitingContact): void {
  const last = waiting.at(-1)
  if (last === undefined || cameBefore(last, contact)) waiting.push(contact)
  else waiting.splice(countBefore(waiting, contact), 0, contact)
}

export function leaveLane({ waiting }: Lane, contact: WaitingContact): void {
  if (waiting[0] === contact) waiting.shift()
  else waiting.splice(countBefore(waiting, contact), 1)
}

function countBefore(waiting: readonly WaitingContact[], contact: WaitingContact): number {
  return countLeading(waiting, (other) => cameBefore(other, contact))
}

/** How many items at the start satisfy a condition that, once false, stays false. O(log n). */
export function countLeading<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(items[middle] as T)) low = middle + 1
    else high = middle
  }
  return low
}
