import type { Pool } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SharedClock } from './clock.ts'

// A database whose clock can be set, and this process's counter beside it.
let wall = 1_000_000
const pool = { query: async () => ({ rows: [{ ms: String(wall) }] }) } as unknown as Pool

beforeEach(() => {
  wall = 1_000_000
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

async function pass(ms: number): Promise<void> {
  wall += ms
  await vi.advanceTimersByTimeAsync(ms)
}

test('a clock of the database that is set back holds ours still, and never turns it back', async () => {
  const clock = await SharedClock.start(pool)
  const before = clock.now()
  wall -= 10_000
  const read: number[] = []
  for (let i = 0; i < 8; i++) {
    await pass(10_000)
    read.push(clock.now())
  }
  expect(read).toEqual([...read].sort((a, b) => a - b))
  expect(read[0]).toBeGreaterThanOrEqual(before)
  expect(clock.now() - wall).toBeLessThanOrEqual(1)
  clock.stop()
})

test('a clock of the database that is set forward is followed at the next correction', async () => {
  const clock = await SharedClock.start(pool)
  wall += 60_000
  await pass(30_000)
  expect(Math.abs(clock.now() - wall)).toBeLessThanOrEqual(1)
  clock.stop()
})
