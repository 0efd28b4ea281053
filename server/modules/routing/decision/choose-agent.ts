import type { Pool } from './pools.ts'
import type { Seat, Seats } from './seats.ts'
import type { WaitingContact } from './world.ts'

export type Choice = { readonly seat: Seat; readonly others: number }

/**
 * The free member to take a contact: highest sum of levels, then least in hand, then longest idle,
 * then id. Members stand in order of levels, so it ends with the first group that has somebody.
 * `free`: how many members are.
 */
export function chooseAgent(
  seats: Seats,
  pool: Pool,
  free: number,
  contact: WaitingContact,
  now: number,
): Choice | undefined {
  let best = -1
  let bestLevels = 0
  let unseen = free
  for (let n = 0; unseen > 0; n++) {
    const row = pool.seats[n] as number
    const levels = pool.levels[n] as number
    if (best >= 0 && levels < bestLevels) break
    if (seats.floor(row, pool.channel) >= pool.limit) continue
    unseen--
    if (isSpared(contact, seats.at(row), now)) continue
    if (best >= 0 && !seats.goesFirst(row, best)) continue
    best = row
    bestLevels = levels
  }
  if (best < 0) return undefined
  return { seat: seats.at(best), others: free - countSpared(seats, pool, contact, now) - 1 }
}

/** The agent declined it a short while ago. */
function isSpared(contact: WaitingContact, seat: Seat, now: number): boolean {
  if (contact.notAgents.size === 0) return false
  const until = contact.notAgents.get(seat.agent.id)
  return until !== undefined && now < until
}

function countSpared(seats: Seats, pool: Pool, contact: WaitingContact, now: number): number {
  if (contact.notAgents.size === 0) return 0
  const isFree = (row: number) => seats.floor(row, pool.channel) < pool.limit
  return pool.seats.filter((row) => isFree(row) && isSpared(contact, seats.at(row), now)).length
}
