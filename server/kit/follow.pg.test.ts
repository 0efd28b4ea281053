import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { townIds } from '../../town/ids.ts'
import { seedTown } from '../../town/seed.ts'
import { Db, type Tx } from './db.ts'
import { Follower, next, type Place, start } from './follow.ts'
import { newId, newReference } from './ids.ts'
import { must } from './must.ts'
import { testDatabase } from './testing.ts'

const database = await testDatabase()
const db = new Db(database.url)
const system = { kind: 'system', name: 'test' } as const
await seedTown({ ownerUrl: database.ownerUrl, issuer: 'https://id.example', now: Date.now() })
afterAll(async () => {
  await db.close()
  await database.drop()
})

async function addContact(tx: Tx): Promise<string> {
  const id = newId()
  await sql`insert into contact (id, reference, line_id, channel, language, state, version, queue_id,
      urgent, opened_at, waiting_since, state_since, phases)
    values (${id}, ${newReference()}, ${townIds.line('1700')}, 'chat', 'nl', 'waiting', 1,
      ${townIds.queue('1700-wegwijs')}, false, now(), now(), now(), '{}')`.execute(tx.q)
  return id
}

/** One row of the log; its number is taken now, its commit may come later. */
async function addEvent(tx: Tx, contact: string, version: number): Promise<void> {
  await sql`insert into contact_event (contact_id, version, type, actor_kind, actor_id, key, data,
      happened_at, recorded_at)
    values (${contact}, ${version}, 'opened', 'system', 'test', ${newId()}, '{}', now(), now())`.execute(
    tx.q,
  )
}

type Row = { contact_id: string; version: number }
const read = (after: Place) => db.as(system, (tx) => next<Row>(tx, 'contact_event', after))

test('a row with a lower number that commits later is not skipped', async () => {
  const contact = await db.as(system, addContact)
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  let taken = () => {}
  const hasNumber = new Promise<void>((resolve) => {
    taken = resolve
  })
  const slow = db.as(system, async (tx) => {
    await addEvent(tx, contact, 1)
    taken()
    await gate
  })
  await hasNumber
  await db.as(system, (tx) => addEvent(tx, contact, 2))
  const early = await read(start)
  expect(early.rows).toEqual([])
  release()
  await slow
  // Not at once: whatever else runs in this cluster holds a reader back too.
  const late = async () => (await read(early.place)).rows.map((row) => row.version)
  await expect.poll(late, { timeout: 10_000 }).toEqual([1, 2])
})

test('a follower sees every row exactly once while many transactions commit at once', async () => {
  const contacts = await Promise.all(Array.from({ length: 12 }, () => db.as(system, addContact)))
  const seen: string[] = []
  const follower = new Follower<Row>(db, {
    name: 'counting',
    log: 'contact_event',
    everyMs: 20,
    onError: (error) => {
      throw error
    },
    handle: async (_tx, rows) => {
      seen.push(...rows.map((row) => `${row.contact_id}:${row.version}`))
    },
  })
  const written: string[] = []
  await Promise.all(
    contacts.map(async (contact, index) => {
      for (let version = 1; version <= 25; version++) {
        await db.as(system, async (tx) => {
          await addEvent(tx, contact, version)
          if ((index + version) % 3 === 0) await sql`select pg_sleep(0.005)`.execute(tx.q)
        })
        written.push(`${contact}:${version}`)
      }
    }),
  )
  const ours = new Set(contacts)
  const got = () => seen.filter((row) => ours.has(must(row.split(':')[0])))
  await expect.poll(() => got().length, { timeout: 5_000 }).toBeGreaterThanOrEqual(written.length)
  follower.stop()
  expect(got().sort()).toEqual(written.sort())
})
