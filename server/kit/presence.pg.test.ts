import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { MovableClock } from './clock.ts'
import { Db } from './db.ts'
import { Fault } from './fault.ts'
import { Presence } from './presence.ts'
import { testDatabase } from './testing.ts'

const database = await testDatabase()
const db = new Db(database.url)
afterAll(async () => {
  await db.close()
  await database.drop()
})

/** A database that can be away. */
class Breaking extends Db {
  away = false
  override as: Db['as'] = (actor, work) =>
    this.away ? Promise.reject(new Fault('database', null)) : super.as(actor, work)
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A node, and the last thing that was noted about each subject. */
async function node(name: string, { on = db, clock = new MovableClock(1_000_000) } = {}) {
  const noted = new Map<string, string>()
  const presence = new Presence(on, clock, () => {})
  const note = (what: string) => async (_tx: unknown, id: string) => void noted.set(id, what)
  presence.add({ prefix: 'x:', arrived: note('here'), left: note('left') })
  await presence.start(name)
  return { presence, noted }
}

async function subjects(): Promise<string[]> {
  const { rows } = await db.as({ kind: 'system', name: 'test' }, (tx) =>
    sql<{ subject: string }>`select subject from presence order by subject`.execute(tx.q),
  )
  return rows.map(({ subject }) => subject)
}

test('whoever comes back in the very moment in which the loss is noted is there', async () => {
  const { presence, noted } = await node('one')
  const all = Array.from({ length: 40 }, (_, index) => `x:${index}`)
  await Promise.all(all.map((subject) => presence.arrive(subject)))
  for (const subject of all) presence.leave(subject)
  // The grace is 1.5 s; these come from just before to just after its end.
  await Promise.all(
    all.map(async (subject, index) => {
      await pause(1_480 + index)
      await presence.arrive(subject)
    }),
  )
  await pause(300)
  expect(await subjects()).toEqual([...all].sort())
  expect(new Set(noted.values())).toEqual(new Set(['here']))
  await presence.stop()
  expect(await subjects()).toEqual([])
})

test('a node that was taken for dead, and was only cut off, says again who is connected to it', async () => {
  const clock = new MovableClock(2_000_000)
  const on = new Breaking(database.url)
  const cutOff = await node('cut off', { on, clock })
  const other = await node('other', { clock })
  await cutOff.presence.arrive('x:stays')
  await cutOff.presence.arrive('x:goes')
  on.away = true
  clock.forward(3_000)
  await expect.poll(subjects, { timeout: 5_000 }).toEqual([])
  expect(other.noted.get('stays')).toBe('left')
  cutOff.presence.leave('x:goes')
  await pause(1_600)
  on.away = false
  await expect.poll(subjects, { timeout: 5_000 }).toEqual(['x:stays'])
  expect(cutOff.noted.get('stays')).toBe('here')
  await cutOff.presence.stop()
  await other.presence.stop()
  await on.close()
})

test('a loss that could not be noted while the database was away is noted afterwards', async () => {
  const on = new Breaking(database.url)
  const { presence, noted } = await node('later', { on })
  await presence.arrive('x:late')
  on.away = true
  presence.leave('x:late')
  await pause(1_700)
  expect(await subjects()).toEqual(['x:late'])
  on.away = false
  await expect.poll(subjects, { timeout: 5_000 }).toEqual([])
  expect(noted.get('late')).toBe('left')
  await presence.stop()
  await on.close()
})
