import { expect, test } from 'vitest'
import { Allowance } from './allowance.ts'

test('a burst is allowed, then as much as flows in, for each key apart', () => {
  const allowance = new Allowance({ burst: 3, perSecond: 2 })
  const takes = (key: string, now: number) => allowance.take(key, now)
  expect([0, 0, 0, 0].map((now) => takes('a', now))).toEqual([true, true, true, false])
  expect(takes('b', 0)).toBe(true)
  expect(takes('a', 499)).toBe(false)
  expect(takes('a', 500)).toBe(true)
  expect([60_000, 60_000, 60_000, 60_000].map((now) => takes('a', now)).at(-1)).toBe(false)
})

test('keys that are idle are forgotten', () => {
  const allowance = new Allowance({ burst: 1, perSecond: 1 })
  for (let i = 0; i < 30_000; i++) allowance.take(`key ${i}`, i)
  expect(Reflect.get(allowance, 'buckets').size).toBeLessThan(12_000)
})
