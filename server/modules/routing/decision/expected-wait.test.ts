import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectedWaitSeconds, type Pace } from './expected-wait.ts'

const unknown: Pace = { intervalsMs: [], sinceLastMs: 0, serving: 4, handlingMs: null }
const measured = { ...unknown, intervalsMs: [20_000, 40_000, 30_000, 30_000, 30_000] }

test('ROUTING-12: the measured interval counts once for everybody ahead and once for oneself', () => {
  expect(expectedWaitSeconds(0, measured)).toBe(30)
  expect(expectedWaitSeconds(3, measured)).toBe(120)
})

test('ROUTING-12: a queue that stands still lengthens the wait', () => {
  expect(expectedWaitSeconds(0, { ...measured, sinceLastMs: 150_000 })).toBe(60)
})

test('ROUTING-12: with little measured it is handling time over the number served at once', () => {
  const few = { ...measured, intervalsMs: [1, 1, 1, 1], handlingMs: 240_000 }
  expect(expectedWaitSeconds(2, few)).toBe(180)
})

test('ROUTING-12: no figure where nobody serves or nothing is known', () => {
  expect(expectedWaitSeconds(1, unknown)).toBeNull()
  expect(expectedWaitSeconds(1, { ...measured, serving: 0 })).toBeNull()
  expect(expectedWaitSeconds(1, { ...unknown, handlingMs: 0 })).toBeNull()
})

const duration = fc.integer({ min: 0, max: 3_600_000 })
const somePace = fc.record({
  intervalsMs: fc.array(duration, { maxLength: 20 }),
  sinceLastMs: duration,
  serving: fc.integer({ min: 0, max: 200 }),
  handlingMs: fc.option(duration),
})

test('ROUTING-12: never shorter with more ahead, a longer standstill or fewer agents', () => {
  const property = fc.property(somePace, fc.nat(500), fc.nat(500), duration, (pace, a, b, more) => {
    const wait = expectedWaitSeconds(a, pace)
    if (wait === null) return
    expect(Number.isInteger(wait) && wait >= 0).toBe(true)
    const longer = (other: number | null) => expect(other ?? Infinity).toBeGreaterThanOrEqual(wait)
    longer(expectedWaitSeconds(a + b, pace))
    longer(expectedWaitSeconds(a, { ...pace, sinceLastMs: pace.sinceLastMs + more }))
    longer(expectedWaitSeconds(a, { ...pace, serving: pace.serving - 1 }))
  })
  fc.assert(property, { numRuns: 2000 })
})
