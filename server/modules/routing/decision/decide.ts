import type { Choice } from './choose-agent.ts'
import { chooseAgent } from './choose-agent.ts'
import { Heap } from './heap.ts'
import type { RoutingIndex } from './index-of.ts'
import type { Step } from './lane.ts'
import { agingPoints, priorityPoints } from './priority.ts'
import type { Turn } from './turn.ts'
import { contactOf, goesFirst, moveOn, openTurns } from './turn.ts'
import type { Because, Offer } from './world.ts'

type Found = { readonly step: Step; readonly choice: Choice }

/**
 * Everything that can be offered at this instant, best first: each contact in order of rank takes
 * the best agent who is free for it. What it offers it moves at once, out of waiting and into the
 * agent's hand, so that a next decision sees it; an offer that could not be written is undone by
 * putting the contact and the agent back as they really are.
 *
 * The same index and instant always give the same offers. `now` in milliseconds.
 * ASSUMPTION: `now` never goes back; what was held for a colleague and has been released stays so.
 */
export function decide(index: RoutingIndex, now: number): Offer[] {
  index.advance(now)
  const offers: Offer[] = []
  const turns = new Heap(openTurns(index, now), goesFirst)
  const { live } = index.pools
  for (let turn = turns.first; turn !== undefined && live.length > 0; turn = turns.first) {
    const found = findAgent(index, turn, now)
    if (found === 'nobodyFree') {
      turns.dropFirst()
      continue
    }
    if (found === 'allSpared') turn.at++
    else offers.push(offer(index, turn, found, offers.length + 1, now))
    if (moveOn(turn, now)) turns.settleFirst()
    else turns.dropFirst()
  }
  return offers
}

/** The earliest step that has somebody for it. Nobody free: nor for those behind it. */
function findAgent(
  { pools, seats }: RoutingIndex,
  turn: Turn,
  now: number,
): Found | 'nobodyFree' | 'allSpared' {
  const { lane } = turn
  const contact = contactOf(turn)
  let somebody = false
  for (const step of lane.steps) {
    if (now - contact.enteredAt < step.afterMs) break
    const free = pools.free(step.pool)
    if (free === 0) continue
    somebody = true
    const choice = chooseAgent(seats, step.pool, free, contact, now)
    if (choice !== undefined) return { step, choice }
  }
  return somebody ? 'allSpared' : 'nobodyFree'
}

function offer(index: RoutingIndex, turn: Turn, found: Found, rank: number, now: number): Offer {
  const contact = contactOf(turn)
  const { seat } = found.choice
  const { queue, channel, limit } = found.step.pool
  const because = becauseOf(turn, found, rank, now)
  const inHand = { contact: contact.id, channel, atOnce: limit }
  index.take(contact.id, seat, inHand)
  return { contact: contact.id, agent: seat.agent.id, queue: queue.id, inHand, because }
}

function becauseOf(turn: Turn, { step, choice }: Found, rank: number, now: number): Because {
  const { lane } = turn
  const contact = contactOf(turn)
  const { agent } = choice.seat
  const waitedMs = now - contact.enteredAt
  const levels: Record<string, number> = {}
  for (const { skill } of step.pool.asked.skills) levels[skill] = agent.skills.get(skill) ?? 0
  return {
    rank,
    urgent: lane.urgent,
    waitedMs,
    priorityPoints: priorityPoints(lane.queue, lane.extraPriority),
    agingPoints: agingPoints(lane.queue, waitedMs),
    overflowStep: step.number,
    held: lane.heldFor !== null,
    levels,
    inHand: agent.hand.length,
    idleMs: now - agent.idleSince,
    others: choice.others,
  }
}
