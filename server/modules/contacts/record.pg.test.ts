import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { townIds } from '../../../town/ids.ts'
import { seedTown } from '../../../town/seed.ts'
import { MovableClock } from '../../kit/clock.ts'
import { type Actor, Db } from '../../kit/db.ts'
import { newId, newReference } from '../../kit/ids.ts'
import { must } from '../../kit/must.ts'
import { Refusal } from '../../kit/refusal.ts'
import { testDatabase } from '../../kit/testing.ts'
import { fold } from './fold.ts'
import { handlingOf } from './handling.ts'
import { addNote } from './note.ts'
import { eraseNotes, notesOf } from './note-store.ts'
import { eventOf, steps } from './random-walk.ts'
import { type Happening, open, record } from './record.ts'
import { eventsAfter, readContact } from './store.ts'

const system: Actor = { kind: 'system', name: 'test' }
const database = await testDatabase()
const db = new Db(database.url)
const clock = new MovableClock(Date.parse('2026-11-24T10:00:00+01:00'))
const line = townIds.line('1700')
const queue = townIds.queue('1700-wegwijs')
const agents = ['noor', 'tarik', 'lotte'].map(townIds.staff)

beforeAll(() =>
  seedTown({ ownerUrl: database.ownerUrl, issuer: 'https://id.example', now: clock.now() }),
)
afterAll(async () => {
  await db.close()
  await database.drop()
})

async function openContact(): Promise<string> {
  const id = newId()
  const data = {
    reference: newReference(),
    line,
    channel: 'chat',
    language: 'nl',
    queue,
    question: newId(),
    theme: null,
    department: null,
    urgent: false,
  } as const
  await db.as(system, (tx) => open(tx, clock, id, { kind: 'citizen', id }, newId(), data))
  return id
}

/** Records as the system, which may do all that the tables let through. */
function happen(id: string, happening: Omit<Happening, 'key'> & { key?: string }) {
  const whole = { key: newId(), ...happening } as Happening
  return db.as(system, (tx) => record(tx, clock, id, { kind: 'system', id: 'test' }, whole))
}

async function offerTo(id: string, staff: string): Promise<string> {
  const engagement = newId()
  const data = { staff, operator: null, queue, until: clock.now() + 20_000 }
  await happen(id, { type: 'offered', engagement, data })
  return engagement
}

/** Opens a contact and puts it in the hands of an agent after `waitMs`. */
async function inHand(staff: string, waitMs = 1_000) {
  const id = await openContact()
  clock.forward(waitMs)
  const engagement = await offerTo(id, staff)
  await happen(id, { type: 'accepted', engagement, data: {} })
  return { id, engagement }
}

async function decideAll(id: string): Promise<void> {
  const contact = must(await db.as(system, (tx) => readContact(tx, id)))
  for (const { id: question } of contact.questions) {
    await happen(id, {
      type: 'outcomeSet',
      data: { question, outcome: 'misdialled', destination: null },
    })
  }
}

const ids = { next: newId, staff: (n: number) => must(agents[n % agents.length]) }

test('CONTACTS-2, CONTACTS-3: on random walks the rows are what the log folds to', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (path) => {
      const id = await openContact()
      for (const step of path) {
        clock.forward(Math.max(0, step.afterMs))
        const contact = must(await db.as(system, (tx) => readContact(tx, id)))
        const { type, data, engagement, happenedAt } = eventOf(
          contact,
          step,
          clock.now() + Math.min(0, step.afterMs),
          ids,
        )
        const happening = {
          type,
          data,
          happenedAt,
          ...(engagement ? { engagement } : {}),
        } as Happening
        await happen(id, happening).catch((error) => expect(error).toBeInstanceOf(Refusal))
      }
      await db.as(system, async (tx) => {
        const events = await eventsAfter(tx, id, 0)
        expect(events.map((event) => event.version)).toEqual(events.map((_, i) => i + 1))
        const folded = fold(id, events)
        const stored = must(await readContact(tx, id))
        const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id)
        expect({ ...stored, engagements: [...stored.engagements].sort(byId) }).toEqual({
          ...folded.contact,
          engagements: [...folded.contact.engagements].sort(byId),
        })
        const { rows } = await sql`select engagement_id, phase, from_at, until_at from segment
          where contact_id = ${id} order by engagement_id, number`.execute(tx.q)
        expect(rows).toHaveLength(folded.segments.length)
      })
    }),
    { numRuns: 25 },
  )
})

test('CONTACTS-3: the same key again writes nothing and answers as before', async () => {
  const id = await openContact()
  const key = newId()
  const wrote = { type: 'citizenWrote', data: { message: newId(), number: 1 }, key } as const
  const [first, second] = await Promise.all([happen(id, wrote), happen(id, wrote)])
  expect([first.fresh, second.fresh].sort()).toEqual([false, true])
  expect(must(await db.as(system, (tx) => readContact(tx, id))).version).toBe(2)
})

test('CONTACTS-3: a key of somebody else, or of something else, is refused', async () => {
  const { id } = await inHand(must(agents[0]))
  const key = newId()
  await happen(id, { type: 'urgentMarked', data: { reason: 'dangerWords' }, key })
  const other = happen(id, { type: 'held', data: {}, key })
  await expect(other).rejects.toThrow('kit.keyReused')
  const by = { kind: 'staff', id: must(agents[1]) } as const
  const theirs = { type: 'urgentMarked', data: { reason: 'dangerWords' }, key } as const
  const again = db.as(system, (tx) => record(tx, clock, id, by, theirs))
  await expect(again).rejects.toThrow('kit.keyReused')
})

test('CONTACTS-1: what is offered or in conversation is not offered once more', async () => {
  const id = await openContact()
  const engagement = await offerTo(id, must(agents[0]))
  await expect(offerTo(id, must(agents[1]))).rejects.toThrow('contacts.alreadyOffered')
  await happen(id, { type: 'accepted', engagement, data: {} })
  await expect(offerTo(id, must(agents[1]))).rejects.toThrow('contacts.notWaiting')
})

test('CONTACTS-1: a refused request writes nothing', async () => {
  const id = await openContact()
  await expect(happen(id, { type: 'finished', data: {} })).rejects.toThrow('contacts.notTalking')
  expect(await db.as(system, (tx) => eventsAfter(tx, id, 0))).toHaveLength(1)
})

test('CONTACTS-1: of two agents who accept at once, one does', async () => {
  const id = await openContact()
  const engagement = await offerTo(id, must(agents[0]))
  const accept = () => happen(id, { type: 'accepted', engagement, data: {} })
  const results = await Promise.allSettled([accept(), accept()])
  expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('CONTACTS-6: wrap-up of a finished conversation needs an outcome for every question', async () => {
  const { id, engagement } = await inHand(must(agents[0]))
  await happen(id, { type: 'finished', engagement, data: {} })
  const wrapUp = () => happen(id, { type: 'wrappedUp', engagement, data: {} })
  await expect(wrapUp()).rejects.toThrow('contacts.outcomeMissing')
  await decideAll(id)
  const { contact } = await wrapUp()
  expect(contact).toMatchObject({ state: 'closed', endedAs: 'handled' })
})

test('CONTACTS-7, CONTACTS-8: leaving the queue before and after five seconds', async () => {
  for (const [waited, endedAs] of [
    [4_999, 'shortAbandon'],
    [5_000, 'abandoned'],
  ] as const) {
    const id = await openContact()
    clock.forward(waited)
    const { contact } = await happen(id, { type: 'citizenLeft', data: { how: 'left' } })
    expect(contact).toMatchObject({ state: 'closed', endedAs })
    expect(contact.questions[0]?.outcome).toBe('citizenLeft')
  }
})

test('CONTACTS-11: after a transfer the first agent wraps up while the citizen waits in the old order', async () => {
  const { id, engagement } = await inHand(must(agents[0]))
  const before = must(await db.as(system, (tx) => readContact(tx, id)))
  clock.forward(30_000)
  const elsewhere = townIds.queue('1700-wonen')
  const { contact } = await happen(id, {
    type: 'transferred',
    engagement,
    data: { queue: elsewhere, onlyStaff: null, note: null },
  })
  expect(contact).toMatchObject({ state: 'waiting', queue: elsewhere, openedAt: before.openedAt })
  expect(contact.engagements[0]?.state).toBe('wrapUp')
  const { contact: after } = await happen(id, { type: 'wrappedUp', engagement, data: {} })
  expect(after).toMatchObject({ state: 'waiting', closedAt: null })
})

test('CONTACTS-5: per agent, handling time over all contacts never exceeds the time at work', async () => {
  const staff = townIds.staff('jef') // has nothing else in hand
  const from = clock.now()
  const hands = [await inHand(staff, 0), await inHand(staff, 700), await inHand(staff, 333)]
  clock.forward(10_001)
  for (const { id, engagement } of hands) {
    await happen(id, { type: 'deskLost', engagement, data: {} })
  }
  clock.forward(60_000)
  for (const { id, engagement } of hands) {
    await happen(id, { type: 'deskBack', engagement, data: {} })
    clock.forward(101)
    await happen(id, { type: 'finished', engagement, data: {} })
    await decideAll(id)
    await happen(id, { type: 'wrappedUp', engagement, data: {} })
  }
  const shares = await db.as(system, async (tx) =>
    (await Promise.all(hands.map(({ id }) => handlingOf(tx, id, clock.now())))).flat(),
  )
  const handled = shares.reduce((sum, share) => sum + share.handlingMs, 0)
  // All the time that something was in hand and the desk connected: 700 + 333 + 10,001 + 3 × 101.
  expect(handled).toBe(700 + 333 + 10_001 + 3 * 101)
  expect(handled).toBeLessThanOrEqual(clock.now() - from)
})

test('CONTACTS-9: after erasure state, seconds and outcome are the same', async () => {
  const staff = must(agents[2])
  const { id, engagement } = await inHand(staff)
  clock.forward(12_345)
  await happen(id, { type: 'finished', engagement, data: {} })
  await decideAll(id)
  await db.as(system, (tx) =>
    addNote(tx, {
      contact: id,
      staff,
      purpose: 'wrapUp',
      body: 'Mevrouw Peeters belt terug',
      at: clock.now(),
    }),
  )
  await happen(id, { type: 'wrappedUp', engagement, data: {} })
  const facts = () =>
    db.as(system, async (tx) => ({
      contact: await readContact(tx, id),
      handling: await handlingOf(tx, id, clock.now()),
    }))
  const before = await facts()
  await db.as(system, (tx) => eraseNotes(tx, clock.now(), id))
  const after = await facts()
  expect(after).toEqual(before)
  expect((await db.as(system, (tx) => notesOf(tx, id)))[0]?.body).toBeNull()
})

test('CONTACTS-9: no event holds more than ids, codes and numbers', async () => {
  const { rows } = await db.as(system, (tx) =>
    sql<{ data: Record<string, unknown> }>`select data from contact_event`.execute(tx.q),
  )
  const plain = /^[0-9a-f-]{36}$|^[a-zA-Z0-9-]{1,24}$/
  for (const { data } of rows) {
    for (const value of Object.values(data)) {
      if (typeof value === 'string') expect(value).toMatch(plain)
    }
  }
})

test('CONTACTS-10: whoever has no sight of a contact cannot read or touch it', async () => {
  const { id } = await inHand(must(agents[0]))
  const outsiders: Actor[] = [
    { kind: 'nobody' },
    { kind: 'citizen', contact: newId() },
    { kind: 'staff', id: townIds.staff('elke') },
  ]
  for (const actor of outsiders) {
    await db.as(actor, async (tx) => {
      expect(await readContact(tx, id)).toBeNull()
      expect(await eventsAfter(tx, id, 0)).toEqual([])
      const by = { kind: 'staff', id: 'x' } as const
      const wrote = { type: 'urgentMarked', data: { reason: 'danger' }, key: newId() } as const
      await expect(record(tx, clock, id, by, wrote)).rejects.toThrow('kit.notFound')
    })
  }
  const own = await db.as({ kind: 'citizen', contact: id }, (tx) => readContact(tx, id))
  const colleague = await db.as({ kind: 'staff', id: must(agents[1]) }, (tx) => readContact(tx, id))
  expect([own?.id, colleague?.id]).toEqual([id, id])
})

test('CONTACTS-10: nobody can rewrite the log, not even the system', async () => {
  for (const change of [
    sql`update contact_event set type = 'closed'`,
    sql`delete from contact_event`,
  ]) {
    await expect(db.as(system, (tx) => change.execute(tx.q))).rejects.toThrow('permission denied')
  }
})
