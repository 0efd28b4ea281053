import type { Tx } from '../../kit/db.ts'
import { grantAccess, record } from '../contacts/index.ts'
import type { WaitingState } from './contact-store.ts'
import { overflowInOrder } from './decision/steps.ts'
import type { Queue } from './decision/world.ts'
import { type OwnerParts, routing } from './owner.ts'

/** How many overflow steps of its queue a contact has waited long enough for. */
export function stepsReached(queue: Queue, { openedAt }: WaitingState, now: number): number {
  const waited = now - openedAt
  return queue.overflow.filter(({ afterSeconds }) => afterSeconds * 1000 <= waited).length
}

/**
 * Opens a waiting contact to those who help out: each step is an event, and whoever comes to help
 * sees the contact from there on. It keeps its own queue and its place. `upTo`: a step's number.
 */
export async function openOverflow(
  { clock, cache }: OwnerParts,
  tx: Tx,
  queue: Queue,
  waiting: WaitingState,
  upTo: number,
): Promise<void> {
  const { contact, line } = waiting
  for (const [at, { to }] of overflowInOrder(queue).slice(0, upTo).entries()) {
    const step = at + 1
    if (step <= waiting.overflowed) continue
    const target = 'queue' in to ? cache.queue(to.queue) : null
    const operator = 'operator' in to ? to.operator : target && cache.operatorOf(target.line)
    const recorded = await record(tx, clock, contact, routing, {
      type: 'overflowed',
      data: {
        queue: queue.id,
        operator: operator === cache.operatorOf(line) ? null : operator,
        step,
      },
      key: `overflow:${queue.id}:${step}`,
    })
    if (target && target.line !== line)
      await grantAccess(tx, contact, { kind: 'line', id: target.line }, recorded.contact.version)
  }
}
