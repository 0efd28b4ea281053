import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { must } from '../../kit/must.ts'
import { decide } from './decision/decide.ts'
import { Feed } from './feed.ts'
import { NotOwner } from './owner.ts'
import { startNode } from './test-node.ts'
import { system, TestHouse } from './testing.ts'
import { writeOffer } from './write-offer.ts'

let house: TestHouse
const children: ChildProcess[] = []
beforeAll(async () => {
  house = await TestHouse.start()
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await house.goHome()
})
afterAll(() => house.close())

/** A node in a process of its own; resolves when it owns routing. */
async function otherProcess(): Promise<{ child: ChildProcess; lost: Promise<void> }> {
  const program = join(import.meta.dirname, 'test-node.ts')
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', program, house.database.url, `child ${children.length}`],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  children.push(child)
  const lines = createInterface({ input: must(child.stdout) })
  const owns = new Promise<void>((resolve) => lines.once('line', () => resolve()))
  await owns
  const lost = new Promise<void>((resolve) => lines.once('line', () => resolve()))
  return { child, lost }
}

async function epochs(): Promise<{ contact: string; epoch: number }[]> {
  const { rows } = await house.node.db.as(system, (tx) =>
    sql<{ contact: string; epoch: number }>`
      select o.contact_id as contact, o.epoch from offer o join engagement e on e.id = o.engagement_id
      order by e.offered_at, e.id`.execute(tx.q),
  )
  return rows
}

test('ROUTING-23: of two nodes one routes, and the other follows when it stops', async () => {
  const other = await startNode(house.database.url, 'second')
  house.node.engine.start()
  await owned(() => house.node.engine.epoch)
  other.engine.start()
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(other.engine.epoch).toBeNull()
  const first = must(house.node.engine.epoch)
  await house.node.engine.stop()
  await owned(() => other.engine.epoch)
  expect(other.engine.epoch).toBe(first + 1)
  await other.close()
  expect(other.errors).toEqual([])
})

async function owned(epoch: () => number | null): Promise<void> {
  const end = performance.now() + 2_000
  while (epoch() === null) {
    if (performance.now() > end) throw new Error('nobody routes')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

test('ROUTING-23: an offer of an epoch that is over is not written', async () => {
  house.node.engine.start()
  await owned(() => house.node.engine.epoch)
  const old = must(house.node.engine.epoch)
  await house.node.engine.stop()
  await house.node.db.as(system, (tx) => sql`update lease set epoch = epoch + 1`.execute(tx.q))
  await house.atWork('lotte')
  const contact = await house.arrives('1700-studeren')
  const { db, cache, clock } = house.node
  const feed = await db.as(system, (tx) => Feed.load(tx, cache, clock.now()))
  const [offer] = decide(feed.index, clock.now())
  const written = writeOffer(house.node, old, feed, must(offer))
  await expect(written).rejects.toThrow(NotOwner)
  expect(await house.read(contact)).toMatchObject({ state: 'waiting', engagements: [] })
})

test('ROUTING-23: when the owner is killed, another offers within two seconds', async () => {
  await house.atWork('lotte')
  const { child } = await otherProcess()
  house.node.engine.start()
  child.kill('SIGKILL')
  const contact = await house.arrives('1700-studeren')
  await house.offered(contact, 2_000)
  await house.node.engine.stop()
})

test('ROUTING-23: a frozen owner is replaced within two seconds, and can do nothing when it wakes', async () => {
  await house.atWork('daan', 'sofie')
  const { child, lost } = await otherProcess()
  house.node.engine.start()
  const before = []
  for (let n = 0; n < 2; n++) before.push(await house.arrives('wegenlijn-melding'))
  // In the middle of whatever it is doing for these.
  child.kill('SIGSTOP')
  const frozenAt = performance.now()
  const after = []
  for (let n = 0; n < 2; n++) after.push(await house.arrives('wegenlijn-melding'))
  for (const contact of [...before, ...after])
    await house.offered(contact, 2_000 - (performance.now() - frozenAt))
  const epoch = must(house.node.engine.epoch)
  child.kill('SIGCONT')
  await lost
  const late = await house.arrives('wegenlijn-melding')
  await house.until(late, ({ state }) => state === 'offered' || state === 'waiting')
  await new Promise((resolve) => setTimeout(resolve, 500))
  const offers = await epochs()
  expect(offers.map((one) => one.epoch)).toEqual(offers.map((one) => one.epoch).toSorted())
  expect(offers.at(-1)?.epoch).toBe(epoch)
  const contacts = await Promise.all([...before, ...after].map((id) => house.read(id)))
  for (const one of contacts) expect(one?.engagements).toHaveLength(1)
  expect(house.node.engine.epoch).toBe(epoch)
  await house.node.engine.stop()
})

test('ROUTING-24: routing goes on by itself after the database was away', async () => {
  await house.atWork('lotte')
  house.node.engine.start()
  await owned(() => house.node.engine.epoch)
  const superuser = new Client({ connectionString: house.database.superUrl })
  await superuser.connect()
  const end = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`
  for (let n = 0; n < 5; n++) {
    await superuser.query(end)
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
  await superuser.end()
  const contact = await house.arrives('1700-studeren').catch(() => house.arrives('1700-studeren'))
  await house.offered(contact, 3_000)
  await house.node.engine.stop()
})

test('ROUTING-28: the same rows give the same offers, on any node', async () => {
  await house.atWork('lotte', 'jef', 'amira', 'daan', 'sofie')
  for (const queue of ['1700-studeren', 'gezinslijn-toelage', '1700-wonen', 'wegenlijn-melding'])
    for (let n = 0; n < 3; n++) await house.arrives(queue, { urgent: n === 2, waitedMs: n * 900 })
  const other = await startNode(house.database.url, 'second')
  const now = house.node.clock.now()
  const decided = async ({ db, cache }: typeof other) =>
    decide((await db.as(system, (tx) => Feed.load(tx, cache, now))).index, now)
  const [here, there] = [await decided(house.node), await decided(other)]
  expect(here.length).toBeGreaterThan(4)
  expect(there).toEqual(here)
  await other.close()
})

test('ROUTING-24: a contact that cannot be offered never keeps the others waiting', async () => {
  await house.atWork('lotte')
  const poisoned = await house.arrives('1700-studeren', { urgent: true })
  const owner = new Client({ connectionString: house.database.ownerUrl })
  await owner.connect()
  await owner.query(`alter table offer add constraint poison check (contact_id <> '${poisoned}')`)
  house.node.engine.start()
  const contact = await house.arrives('1700-studeren')
  await house.offered(contact, 2_000)
  expect(await house.read(poisoned)).toMatchObject({ state: 'waiting' })
  expect(house.node.errors.map(String)).toContainEqual(expect.stringContaining('poison'))
  await owner.query('alter table offer drop constraint poison')
  await owner.end()
  house.node.clock.forward(5_000)
  await house.offered(poisoned, 2_000)
  await house.node.engine.stop()
})
