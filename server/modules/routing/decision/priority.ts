import type { Queue, WaitingContact } from './world.ts'

const MINUTE = 60_000

/** Points that do not grow: the queue's and the contact's own. */
export function priorityPoints(queue: Queue, extraPriority: number): number {
  return queue.basePriority + extraPriority
}

/** Points grown while waiting, rounded down. */
export function agingPoints(queue: Queue, waitedMs: number): number {
  return Math.floor((queue.agingPerMinute * waitedMs) / MINUTE)
}

/**
 * All points at an instant, in 1/60,000 of a point: in this unit the sum is an exact integer, so
 * that two ways of computing it never disagree on a tie.
 */
export function score(queue: Queue, extraPriority: number, waitedMs: number): number {
  return priorityPoints(queue, extraPriority) * MINUTE + queue.agingPerMinute * waitedMs
}

/** First come, first served; the id settles a tie. */
export function cameBefore(one: WaitingContact, other: WaitingContact): boolean {
  return one.enteredAt !== other.enteredAt ? one.enteredAt < other.enteredAt : one.id < other.id
}
