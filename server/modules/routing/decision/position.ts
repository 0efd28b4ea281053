import type { RoutingIndex } from './index-of.ts'
import { countLeading, type Lane } from './lane.ts'
import { cameBefore, score } from './priority.ts'
import type { WaitingContact } from './world.ts'

/**
 * How many stand before a contact in its queue: 0 is next. Calls and chats count for each other,
 * written work only for written work, which never keeps anybody waiting; what is held for one
 * colleague stands apart. Null when the contact does not wait, or its queue is unknown.
 */
export function countAhead(index: RoutingIndex, id: string): number | null {
  const contact = index.contact(id)
  const own = index.laneOf(id)
  if (contact === undefined || own === undefined) return null
  let ahead = 0
  for (const lane of index.lanesOf(contact.queue)) {
    if (lane.heldFor !== own.heldFor || isWritten(lane) !== isWritten(own)) continue
    if (lane.urgent === own.urgent) ahead += countRankedBefore(lane, own, contact)
    else if (lane.urgent) ahead += lane.waiting.length
  }
  return ahead
}

function isWritten({ steps }: Lane): boolean {
  return steps[0]?.pool.channel === 'written'
}

/** Within one queue everybody's points grow alike, so the order does not depend on the instant. */
function countRankedBefore(lane: Lane, own: Lane, contact: WaitingContact): number {
  const now = contact.enteredAt
  const points = score(own.queue, own.extraPriority, 0)
  return countLeading(lane.waiting, (other) => {
    const others = score(lane.queue, lane.extraPriority, now - other.enteredAt)
    return others !== points ? others > points : cameBefore(other, contact)
  })
}
