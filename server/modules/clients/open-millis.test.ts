import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextOpening } from './hours.ts'
import { at, days, everyDay, general } from './hours-sample.ts'
import { addOpenMillis, openMillisBetween } from './open-millis.ts'

const HOUR = 3_600_000

const lines = [
  general,
  everyDay({ from: '00:00', to: '02:30' }, { from: '22:00', to: '24:00' }),
  everyDay({ from: '00:00', to: '24:00' }),
  {
    ...general,
    emergencyClosure: {
      from: at('2026-10-26T10:00'),
      until: at('2026-10-27T12:00'),
      text: { nl: 'Gesloten.' },
      by: 'staff-1',
      since: 0,
    },
  },
]
const line = fc.constantFrom(...lines)
const instant = fc.integer({ min: at('2026-10-20T00:00'), max: at('2027-04-10T00:00') })

test('CLIENTS-11: a promise clock stands still at night, in the weekend and on days off', () => {
  const friday = at('2026-10-30T17:00')
  // All Saints is on Sunday, All Souls on Monday: two hours on Friday, one on Tuesday.
  expect(openMillisBetween(general, days, friday, at('2026-11-03T10:00'))).toBe(3 * HOUR)
  expect(openMillisBetween(general, days, friday, friday)).toBe(0)
  const day = everyDay({ from: '00:00', to: '24:00' })
  expect(openMillisBetween(day, days, at('2026-10-25T00:00'), at('2026-10-26T00:00'))).toBe(
    25 * HOUR,
  )
})

test('CLIENTS-11: longer than the search ahead is still counted whole', () => {
  const always = everyDay({ from: '00:00', to: '24:00' })
  const [a, b] = [at('2024-01-01T00:00'), at('2030-01-01T00:00')]
  expect(openMillisBetween(always, days, a, b)).toBe(b - a)
})

test('CLIENTS-11: [a, b) and [b, c) together are [a, c)', () => {
  fc.assert(
    fc.property(line, fc.tuple(instant, instant, instant), (doc, instants) => {
      const [a = 0, b = 0, c = 0] = instants.sort((x, y) => x - y)
      const sum = openMillisBetween(doc, days, a, b) + openMillisBetween(doc, days, b, c)
      expect(sum).toBe(openMillisBetween(doc, days, a, c))
    }),
    { numRuns: 60 },
  )
})

test('CLIENTS-12: two working days of ten hours after Friday 17:00 is Wednesday 17:00', () => {
  expect(addOpenMillis(general, days, at('2026-10-30T17:00'), 20 * HOUR)).toBe(
    at('2026-11-04T17:00'),
  )
  expect(addOpenMillis(everyDay(), days, at('2026-10-30T17:00'), 1)).toBeNull()
})

test('CLIENTS-12: the due moment is the first with that much open time behind it', () => {
  fc.assert(
    fc.property(line, instant, fc.integer({ min: 1, max: 300 * HOUR }), (doc, a, millis) => {
      const due = addOpenMillis(doc, days, a, millis) ?? 0
      expect(openMillisBetween(doc, days, a, due)).toBe(millis)
      expect(openMillisBetween(doc, days, a, due - 1)).toBe(millis - 1)
    }),
    { numRuns: 60 },
  )
})

test('CLIENTS-12: without open time the clock has not moved at the next opening', () => {
  fc.assert(
    fc.property(line, instant, (doc, t) => {
      const next = nextOpening(doc, days, t) ?? 0
      expect(openMillisBetween(doc, days, t, next)).toBe(0)
    }),
    { numRuns: 60 },
  )
})
