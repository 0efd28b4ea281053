import { must } from '../../../kit/must.ts'
import type { RoutingIndex } from './index-of.ts'
import type { Lane } from './lane.ts'
import { cameBefore, score } from './priority.ts'
import type { WaitingContact } from './world.ts'

/** A lane's turn in one decision: the contact it has come to, and that one's points. */
export type Turn = { readonly lane: Lane; at: number; score: number }

/** A turn for every lane whose head has somebody free in a pool it has reached. */
export function openTurns({ pools, lanes }: RoutingIndex, now: number): Turn[] {
  const { heads } = lanes
  const turns: Turn[] = []
  heads.newPass()
  for (const pool of pools.live) {
    for (const row of pools.at(pool).lanes) {
      if (!heads.firstSight(row)) continue
      turns.push({ lane: heads.lane(row), at: 0, score: heads.score(row, now) })
    }
  }
  return turns
}

export function contactOf({ lane, at }: Turn): WaitingContact {
  return must(lane.waiting[at], 'waiting contact')
}

/** On to the contact that now stands at its place; false when there is none. */
export function moveOn(turn: Turn, now: number): boolean {
  const { lane, at } = turn
  const next = lane.waiting[at]
  if (next === undefined) return false
  turn.score = score(lane.queue, lane.extraPriority, now - next.enteredAt)
  return true
}

/** Urgent first, then points, then first come. A total order. */
export function goesFirst(one: Turn, other: Turn): boolean {
  if (one.lane.urgent !== other.lane.urgent) return one.lane.urgent
  if (one.score !== other.score) return one.score > other.score
  return cameBefore(contactOf(one), contactOf(other))
}
