import { afterAll, beforeAll, expect, test } from 'vitest'
import { townIds } from '../../../town/ids.ts'
import { seedTown } from '../../../town/seed.ts'
import { MovableClock } from '../../kit/clock.ts'
import { type Actor, Db, type Tx } from '../../kit/db.ts'
import { must } from '../../kit/must.ts'
import { Refusal } from '../../kit/refusal.ts'
import { testDatabase } from '../../kit/testing.ts'
import { Wakes } from '../../kit/wake.ts'
import { EVERYTHING, type Value } from './kinds.ts'
import { currentSetting, putSetting, settingVersions } from './settings.ts'
import { SettingsCache } from './settings-cache.ts'

const clock = new MovableClock(Date.parse('2026-11-24T10:00:00+01:00'))
const database = await testDatabase()
const nodes = await Promise.all([startNode(), startNode()])
const [here, other] = nodes

async function startNode() {
  const db = new Db(database.url)
  const wakes = new Wakes(db, database.url)
  await wakes.start()
  const errors: unknown[] = []
  const cache = new SettingsCache(db, clock, wakes, (error) => errors.push(error))
  return { db, wakes, cache, errors }
}

beforeAll(async () => {
  await seedTown({ ownerUrl: database.ownerUrl, issuer: 'https://id.example', now: clock.now() })
  await Promise.all(nodes.map(({ cache }) => cache.start()))
})
afterAll(async () => {
  for (const { cache, wakes, db } of nodes) {
    cache.stop()
    await wakes.close()
    await db.close()
  }
  await database.drop()
})

const system: Actor = { kind: 'system', name: 'test' }
const asSystem = <T>(work: (tx: Tx) => Promise<T>) => here.db.as(system, work)
const queue = townIds.queue('1700-wonen')
const line = townIds.line('1700')

async function putQueue(change: Partial<Value<'queue'>>, validFrom?: number): Promise<string> {
  return asSystem(async (tx) => {
    const before = must(await currentSetting(tx, 'queue', queue, clock.now()))
    const value = { ...before.value, ...change }
    const when = validFrom === undefined ? {} : { validFrom }
    return putSetting(tx, clock, { kind: 'queue', subject: queue, value, reason: 'test', ...when })
  })
}

const inForce = () => asSystem((tx) => currentSetting(tx, 'queue', queue, clock.now()))

test('CLIENTS-15: a change is a new version; the earlier ones stay', async () => {
  const before = await inForce()
  clock.forward(1000)
  const id = await putQueue({ basePriority: 41 })
  expect(await inForce()).toMatchObject({ id, madeAt: clock.now(), value: { basePriority: 41 } })
  const versions = await asSystem((tx) => settingVersions(tx, 'queue', queue))
  expect(versions.map((version) => version.id)).toEqual([id, before?.id])
  const then = await asSystem((tx) => currentSetting(tx, 'queue', queue, clock.now() - 1))
  expect(then).toEqual(before)
})

test('CLIENTS-15: of two versions that begin together, the one made last holds', async () => {
  const from = clock.now() + 10_000
  await putQueue({ basePriority: 51 }, from)
  const second = await putQueue({ basePriority: 52 }, from)
  clock.forward(10_000)
  expect((await inForce())?.id).toBe(second)
})

test('CLIENTS-16: a version never begins in the past', async () => {
  await expect(putQueue({}, clock.now() - 1)).rejects.toThrow(RangeError)
})

test('CLIENTS-17: a value of the wrong shape is refused, and nothing is written', async () => {
  const before = await asSystem((tx) => settingVersions(tx, 'queue', queue))
  const wrong = putQueue({ skills: [{ skill: 'wonen', level: 9 }] })
  await expect(wrong).rejects.toThrow(Refusal)
  await expect(wrong).rejects.toMatchObject({ params: { place: 'skills.0.level' } })
  expect(await asSystem((tx) => settingVersions(tx, 'queue', queue))).toEqual(before)
})

test('CLIENTS-17: a setting is about something that exists', async () => {
  const closing = {
    kind: 'emergencyClosure',
    value: { v: 1, closure: null },
    reason: null,
  } as const
  const put = (subject: string) => asSystem((tx) => putSetting(tx, clock, { ...closing, subject }))
  await expect(put(EVERYTHING)).rejects.toThrow('missing line')
  await expect(
    asSystem((tx) =>
      putSetting(tx, clock, {
        kind: 'emergencyNumbers',
        subject: line,
        value: { v: 1, numbers: [] },
        reason: null,
      }),
    ),
  ).rejects.toThrow(RangeError)
})

test('CLIENTS-24: every node follows a change once it is committed', async () => {
  const before = must(other.cache.queue(queue)).basePriority
  const id = await putQueue({ basePriority: before + 1 })
  await expect.poll(() => here.cache.queue(queue)?.version).toBe(id)
  await expect.poll(() => other.cache.queue(queue)?.version).toBe(id)
  expect(other.cache.queue(queue)).toMatchObject({ line, basePriority: before + 1 })
})

test('CLIENTS-24: a change that is rolled back is never seen', async () => {
  const before = here.cache.queue(queue)
  const failing = asSystem(async (tx) => {
    const value = { ...must(before), basePriority: 77 }
    const { version: _, id: __, code: ___, line: ____, ...plain } = value
    await putSetting(tx, clock, { kind: 'queue', subject: queue, value: plain, reason: null })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  await here.cache.refresh()
  expect(here.cache.queue(queue)).toEqual(before)
})

test('CLIENTS-24: a version that begins later takes effect at its instant, without a wake', async () => {
  const id = await putQueue({ basePriority: 88 }, clock.now() + 60_000)
  await here.cache.refresh()
  clock.forward(59_999)
  expect(here.cache.queue(queue)?.version).not.toBe(id)
  clock.forward(1)
  expect(here.cache.queue(queue)?.version).toBe(id)
})

test('CLIENTS-24: what a newer release wrote does not stop this one', async () => {
  await asSystem((tx) =>
    tx.q
      .insertInto('setting')
      .values({
        id: '019af000-0000-7000-8000-000000000001',
        kind: 'somethingNew',
        subject: line,
        value: '{"v":7}',
        public: true,
        valid_from: new Date(clock.now()),
        made_at: new Date(clock.now()),
      })
      .execute(),
  )
  await expect(here.cache.refresh()).resolves.toBeUndefined()
})

test('CLIENTS-24: when reading fails, what was read before still holds', async () => {
  const before = here.cache.lines()
  await asSystem((tx) =>
    tx.q
      .insertInto('setting')
      .values({
        id: '019af000-0000-7000-8000-000000000002',
        kind: 'operator',
        subject: townIds.operator('OVO900310'),
        value: '{"v":99}',
        public: true,
        valid_from: new Date(clock.now()),
        made_at: new Date(clock.now()),
      })
      .execute(),
  )
  await expect(here.cache.refresh()).rejects.toThrow()
  expect(here.cache.lines()).toEqual(before)
  await asSystem((tx) =>
    tx.q.deleteFrom('setting').where('id', '=', '019af000-0000-7000-8000-000000000002').execute(),
  )
  await here.cache.refresh()
})

test('CLIENTS-32: a theme leads to its queue, no theme to who does not know it', () => {
  const found = (theme: string | null) => here.cache.queueFor(line, theme)?.code
  expect(found(townIds.theme('huurtoelage'))).toBe('1700-wonen')
  expect(found(null)).toBe('1700-wegwijs')
  expect(found(townIds.theme('afval'))).toBe('1700-wegwijs')
  expect(here.cache.queueFor(EVERYTHING, null)).toBeNull()
})

test('CLIENTS-33: a line is served once it has all it needs', async () => {
  const added = '019af000-0000-7000-8000-00000000000a'
  await asSystem((tx) => tx.q.insertInto('line').values({ id: added, code: 'nieuw' }).execute())
  await here.cache.refresh()
  expect(here.cache.line(added)).toBeNull()
  expect(here.cache.lines().map(({ code }) => code)).toEqual([
    '1700',
    'gezinslijn',
    'ravelinge',
    'wegenlijn',
  ])
  expect(here.cache.line(line)).toMatchObject({
    code: '1700',
    department: null,
    operator: townIds.operator('OVO900310'),
    operation: { atOnce: { chat: 3 }, monitoring: { listening: false } },
  })
})
