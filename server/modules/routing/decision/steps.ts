import { must } from '../../../kit/must.ts'
import { oneColleague, otherOperator, ownAgents } from './eligible.ts'
import type { RoutingIndex } from './index-of.ts'
import type { Step } from './lane.ts'
import type { Pool } from './pools.ts'
import type { Channel, Overflow, Queue, WaitingContact } from './world.ts'

/** Overflow in the order in which it opens, which is how its steps are numbered: from 1. */
export function overflowInOrder(queue: Queue): Overflow[] {
  return [...queue.overflow].sort((one, other) => one.afterSeconds - other.afterSeconds)
}

/** The pools that may serve contacts like this one, and from how much waiting on. */
export function stepsOf(
  index: RoutingIndex,
  contact: WaitingContact,
  heldFor: string | null,
): Step[] {
  const queue = must(index.queue(contact.queue), 'queue')
  if (heldFor !== null) return [heldStep(index, queue, contact.channel, heldFor)]
  const steps = [{ number: 0, afterMs: -Infinity, pool: ownPool(index, queue, contact) }]
  for (const [at, { afterSeconds, to }] of overflowInOrder(queue).entries()) {
    const through = 'queue' in to ? index.queue(to.queue) : queue
    if (through === undefined) continue
    const pool =
      'queue' in to
        ? ownPool(index, through, contact)
        : operatorPool(index, queue, to.operator, contact)
    steps.push({ number: at + 1, afterMs: afterSeconds * 1000, pool })
  }
  return steps
}

function ownPool({ pools, seats }: RoutingIndex, queue: Queue, contact: WaitingContact): Pool {
  const { channel, language } = contact
  const key = `${queue.id} ${channel} ${language}`
  const asked = ownAgents(queue, language)
  return pools.get(key) ?? pools.open(key, queue, channel, asked, seats.all())
}

function operatorPool(
  { pools, seats }: RoutingIndex,
  queue: Queue,
  operator: string,
  { channel, language }: WaitingContact,
): Pool {
  const key = `${queue.id} ${channel} ${language} operator ${operator}`
  const asked = otherOperator(queue, operator, language)
  return pools.get(key) ?? pools.open(key, queue, channel, asked, seats.all())
}

/** The one step of what is held for a colleague: a pool of that colleague alone. */
function heldStep(index: RoutingIndex, queue: Queue, channel: Channel, agent: string): Step {
  const { pools, seats } = index
  const key = `${queue.id} ${channel} held ${agent}`
  const asked = oneColleague(reachableOperators(index, queue), agent)
  const seat = seats.get(agent)
  const pool = pools.get(key) ?? pools.open(key, queue, channel, asked, seat ? [seat] : [])
  return { number: 0, afterMs: -Infinity, pool }
}

function reachableOperators(index: RoutingIndex, queue: Queue): string[] {
  const reach = ({ to }: Overflow) =>
    'queue' in to ? (index.queue(to.queue)?.operators ?? []) : [to.operator]
  return [...queue.operators, ...queue.overflow.flatMap(reach)]
}
