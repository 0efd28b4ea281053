import { afterAll, expect, test } from 'vitest'
import { MovableClock } from './clock.ts'
import { Db } from './db.ts'
import { newId } from './ids.ts'
import { testDatabase } from './testing.ts'
import { hourly, tidyKit } from './tidy.ts'

const day = 86_400_000
const database = await testDatabase()
const db = new Db(database.url)
afterAll(async () => {
  await db.close()
  await database.drop()
})

test('answers to keys are kept for two days', async () => {
  const clock = new MovableClock(Date.now())
  const rows = [clock.now() - 3 * day, clock.now() - day].map((at) => ({
    caller: 'nobody',
    key: newId(),
    operation: 'chat.startChat',
    input_hash: Buffer.from('x'),
    at: new Date(at),
  }))
  const asSystem = { kind: 'system', name: 'test' } as const
  await db.as(asSystem, (tx) => tx.q.insertInto('done_operation').values(rows).execute())
  await tidyKit(db, clock)
  const left = await db.as(asSystem, (tx) =>
    tx.q.selectFrom('done_operation').select('key').execute(),
  )
  expect(left).toEqual([{ key: rows[1]?.key }])
})

test('hourly work is done once an hour, and again at once after it failed', async () => {
  const clock = new MovableClock(0)
  let times = 0
  const work = hourly(clock, async () => {
    times += 1
    if (times === 1) throw new Error('away')
  })
  await expect(work()).rejects.toThrow('away')
  await work()
  await work()
  expect(times).toBe(2)
  clock.forward(3_600_000)
  await work()
  expect(times).toBe(3)
})
