import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide } from './decide.ts'
import { Model } from './model.arbitrary.ts'
import { countAhead } from './position.ts'
import { someChanges } from './world.arbitrary.ts'
import type { Queue, WaitingContact } from './world.ts'

/** The rule read aloud: everybody of the queue who is of the same sort and ranks before. */
function scan(model: Model, contact: WaitingContact): number | null {
  const queue = model.queues.get(contact.queue)
  if (queue === undefined) return null
  const heldFor = ({ onlyAgent }: WaitingContact) =>
    onlyAgent !== undefined && model.now < onlyAgent.until ? onlyAgent.id : null
  return [...model.contacts.values()].filter(
    (other) =>
      other.queue === contact.queue &&
      (other.channel === 'written') === (contact.channel === 'written') &&
      heldFor(other) === heldFor(contact) &&
      rank(queue, other, contact, model.now) < 0,
  ).length
}

function rank(queue: Queue, one: WaitingContact, other: WaitingContact, now: number): number {
  const points = ({ extraPriority, enteredAt }: WaitingContact) =>
    extraPriority * 60_000 + queue.agingPerMinute * (now - enteredAt)
  return (
    Number(other.urgent) - Number(one.urgent) ||
    points(other) - points(one) ||
    one.enteredAt - other.enteredAt ||
    (one.id === other.id ? 0 : one.id < other.id ? -1 : 1)
  )
}

test('ROUTING-11: the place in line is the number of those who rank before', () => {
  let counted = 0
  const property = fc.property(someChanges, (changes) => {
    const model = new Model()
    for (const change of changes) model.apply(change)
    for (const offer of decide(model.index, model.now)) model.take(offer)
    for (const contact of model.contacts.values()) {
      const ahead = countAhead(model.index, contact.id)
      expect(ahead).toBe(scan(model, contact))
      counted += ahead ?? 0
    }
  })
  fc.assert(property, { numRuns: 1000 })
  expect(counted).toBeGreaterThan(1000)
})

test('ROUTING-11: who does not wait has no place', () => {
  expect(countAhead(new Model().index, 'nobody')).toBeNull()
})
