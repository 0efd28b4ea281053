import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Segment } from './contact.ts'
import { shareTime } from './seconds.ts'

function stretch(engagement: string, from: number, until: number): Segment {
  return { engagement, staff: 's', question: 'q', phase: 'active', from, until }
}

const handling = (...segments: Segment[]) => shareTime(segments).map((share) => share.handlingMs)

test('CONTACTS-5: alone, every millisecond counts', () => {
  expect(handling(stretch('a', 100, 1_100))).toEqual([1_000])
})

test('CONTACTS-5: two chats at once get half each; what does not divide goes to the earliest', () => {
  expect(handling(stretch('a', 0, 1_001), stretch('b', 0, 1_001))).toEqual([501, 500])
})

test('CONTACTS-5: only the overlap is shared', () => {
  // 0–400 alone; 400–1000 shared by two; 1000–1600 alone.
  expect(handling(stretch('a', 0, 1_000), stretch('b', 400, 1_600))).toEqual([700, 900])
})

test('CONTACTS-5: half-open: one that ends where the next begins does not share', () => {
  expect(handling(stretch('a', 0, 500), stretch('b', 500, 900))).toEqual([500, 400])
})

test('CONTACTS-5: the shares add up to the time in which anything was in hand', () => {
  const anyStretch = fc
    .tuple(fc.nat(5), fc.nat(5_000), fc.integer({ min: 1, max: 3_000 }))
    .map(([n, from, length]) => stretch(`e${n}-${from}`, from, from + length))
  fc.assert(
    fc.property(fc.array(anyStretch, { maxLength: 12 }), (segments) => {
      const busy = new Set<number>()
      for (const { from, until } of segments) for (let t = from; t < until; t++) busy.add(t)
      const sum = handling(...segments).reduce((a, b) => a + b, 0)
      expect(sum).toBe(busy.size)
    }),
    { numRuns: 60 },
  )
})
