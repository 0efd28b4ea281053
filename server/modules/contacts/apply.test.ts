import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Ids, steps, walk } from './random-walk.ts'

function counting(): Ids {
  let n = 0
  return { next: () => `id-${++n}`, staff: (pick) => `staff-${pick % 3}` }
}

test('CONTACTS-4: phases add up to the time since opening, on random walks', () => {
  fc.assert(
    fc.property(steps, (path) => {
      const { contact } = walk(path, counting())
      const sum = Object.values(contact.phases).reduce((a, b) => a + b, 0)
      expect(sum).toBe(contact.stateSince - contact.openedAt)
      for (const ms of Object.values(contact.phases)) expect(ms).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('CONTACTS-12: no stretch of time is negative or overlaps another of its engagement', () => {
  fc.assert(
    fc.property(steps, (path) => {
      const { segments } = walk(path, counting())
      const until = new Map<string, number>()
      for (const segment of segments) {
        expect(segment.until).toBeGreaterThan(segment.from)
        expect(segment.from).toBeGreaterThanOrEqual(until.get(segment.engagement) ?? 0)
        until.set(segment.engagement, segment.until)
      }
    }),
  )
})

test('CONTACTS-7: a contact that is over says how it ended, and only then', () => {
  fc.assert(
    fc.property(steps, (path) => {
      const { contact } = walk(path, counting())
      const over = contact.state === 'over' || contact.state === 'closed'
      expect(contact.endedAs !== null).toBe(over)
      if (over) expect(contact.endedAs === 'handled').toBe(contact.answeredAt !== null)
    }),
  )
})

test('CONTACTS-1: one conversation has at most one offer and one talking agent at a time', () => {
  fc.assert(
    fc.property(steps, (path) => {
      const { contact } = walk(path, counting())
      const count = (state: string) =>
        contact.engagements.filter((one) => one.state === state).length
      expect(count('offered')).toBe(contact.state === 'offered' ? 1 : 0)
      expect(count('active') + count('hold')).toBe(
        contact.state === 'talking' || contact.state === 'held' ? 1 : 0,
      )
    }),
  )
})
