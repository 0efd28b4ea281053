import { afterAll, beforeAll, expect, test } from 'vitest'
import { townIds } from '../../../town/ids.ts'
import { seedTown } from '../../../town/seed.ts'
import { MovableClock } from '../../kit/clock.ts'
import type { Input, Operation } from '../../kit/contract.ts'
import { Db } from '../../kit/db.ts'
import type { Call } from '../../kit/http.ts'
import { newId, newReference } from '../../kit/ids.ts'
import { must } from '../../kit/must.ts'
import { testDatabase } from '../../kit/testing.ts'
import * as contract from './contract.ts'
import { routes } from './http.ts'
import { type Happening, open, record } from './record.ts'
import { readContact } from './store.ts'

const database = await testDatabase()
const db = new Db(database.url)
const clock = new MovableClock(Date.parse('2026-11-24T10:00:00+01:00'))
const staff = townIds.staff('noor')
const queue = townIds.queue('1700-wegwijs')
const system = { kind: 'system', name: 'test' } as const

beforeAll(() =>
  seedTown({ ownerUrl: database.ownerUrl, issuer: 'https://id.example', now: clock.now() }),
)
afterAll(async () => {
  await db.close()
  await database.drop()
})

/** Asks as an agent would, past the door: who may is another test. */
function ask<P extends Operation>(operation: P, input: Input<P>, who = staff): Promise<unknown> {
  const route = must(routes(clock).find((one) => one.operation.name === operation.name))
  return db.as({ kind: 'staff', id: who }, (tx) => {
    const caller = { kind: 'staff', id: who, grants: [] } as const
    const call = { input, caller, tx, key: newId(), now: clock.now(), language: 'nl' }
    return route.handle(call as unknown as Call<Operation>)
  })
}

async function happen(id: string, happening: Omit<Happening, 'key'>): Promise<void> {
  const whole = { ...happening, key: newId() } as Happening
  await db.as(system, (tx) => record(tx, clock, id, { kind: 'system', id: 'test' }, whole))
}

/** A conversation in the hands of the agent. */
async function inHand(who = staff) {
  const contact = newId()
  const engagement = newId()
  const question = newId()
  const data = {
    reference: newReference(),
    line: townIds.line('1700'),
    channel: 'chat',
    language: 'nl',
    queue,
    question,
    theme: null,
    department: null,
    urgent: false,
  } as const
  await db.as(system, (tx) =>
    open(tx, clock, contact, { kind: 'citizen', id: contact }, newId(), data),
  )
  await happen(contact, {
    type: 'offered',
    engagement,
    data: { staff: who, operator: null, queue, until: null },
  })
  await happen(contact, { type: 'accepted', engagement, data: {} })
  return { mine: { contact, engagement }, question }
}

const read = (id: string) => db.as(system, async (tx) => must(await readContact(tx, id)))

test('CONTACTS-6: an outcome that goes somewhere says where, and a theme comes first', async () => {
  const { mine, question } = await inHand()
  const decide = (outcome: contract.Outcome, destination: string | null) =>
    ask(contract.setOutcome, { ...mine, question, outcome, destination })
  await expect(decide('answered', null)).rejects.toThrow('contacts.themeMissing')
  await ask(contract.chooseTheme, { ...mine, question, theme: townIds.theme('huurtoelage') })
  await expect(decide('signposted', null)).rejects.toThrow('contacts.destinationMissing')
  await expect(decide('forwarded', '')).rejects.toThrow('contacts.destinationMissing')
  await decide('signposted', 'Huis van het wonen')
  const decided = (await read(mine.contact)).questions[0]
  expect(decided?.outcome).toBe('signposted')
  expect(decided?.destination).toMatch(/^[0-9a-f-]{36}$/)
})

test('CONTACTS-6: outcomes without a theme need none', async () => {
  for (const outcome of contract.withoutTheme) {
    const { mine, question } = await inHand()
    await ask(contract.setOutcome, { ...mine, question, outcome, destination: null })
  }
})

test('CONTACTS-5: turning to another question moves the time there', async () => {
  const jef = townIds.staff('jef') // has nothing else in hand
  const { mine, question } = await inHand(jef)
  clock.forward(4_000)
  const added = await ask(
    contract.addQuestion,
    { ...mine, theme: townIds.theme('sociaal-huren') },
    jef,
  )
  const second = (added as { question: string }).question
  await ask(contract.focus, { ...mine, question: second }, jef)
  clock.forward(1_500)
  await ask(contract.focus, { ...mine, question }, jef)
  const { handling } = (await ask(contract.timeline, { contact: mine.contact })) as {
    handling: { question: string; handlingMs: number }[]
  }
  const spent = (id: string) =>
    handling.filter((one) => one.question === id).reduce((sum, one) => sum + one.handlingMs, 0)
  expect([spent(question), spent(second)]).toEqual([4_000, 1_500])
})

test('CONTACTS-1: hold and resume, each only where it makes sense', async () => {
  const { mine } = await inHand()
  await expect(ask(contract.resume, mine)).rejects.toThrow('contacts.notHeld')
  await expect(ask(contract.wrapUp, mine)).rejects.toThrow('contacts.stillOpen')
  await ask(contract.hold, mine)
  await expect(ask(contract.hold, mine)).rejects.toThrow('contacts.notTalking')
  await ask(contract.resume, mine)
  expect((await read(mine.contact)).state).toBe('talking')
})

test('CONTACTS-1: an agent who no longer has it, or never had, is told so', async () => {
  const { mine, question } = await inHand()
  const other = townIds.staff('tarik')
  await expect(ask(contract.finish, mine, other)).rejects.toThrow('contacts.notYours')
  await ask(contract.finish, mine)
  await expect(ask(contract.finish, mine)).rejects.toThrow('contacts.conversationOver')
  await ask(contract.setOutcome, { ...mine, question, outcome: 'silent', destination: null })
  await ask(contract.wrapUp, { ...mine, note: 'Niemand aan de lijn.' })
  await expect(ask(contract.wrapUp, mine)).rejects.toThrow('contacts.contactClosed')
})

test('CONTACTS-14: a warning is on record; the end ends it and decides the question', async () => {
  const { mine } = await inHand()
  await ask(contract.raiseAbuse, { ...mine, step: 'warning', reason: 'insults' })
  expect((await read(mine.contact)).state).toBe('talking')
  await ask(contract.raiseAbuse, { ...mine, step: 'ended', reason: 'threats' })
  const after = await read(mine.contact)
  expect([after.state, after.questions[0]?.outcome]).toEqual(['over', 'abuse'])
  await ask(contract.raiseEmergency, mine)
  await ask(contract.wrapUp, mine)
  expect((await read(mine.contact)).state).toBe('closed')
})

test('CONTACTS-1: an offer to somebody else is not offered twice, nor overtaken', async () => {
  const { mine } = await inHand()
  const offer = () =>
    happen(mine.contact, {
      type: 'offered',
      engagement: newId(),
      data: { staff, operator: null, queue, until: null },
    })
  await expect(offer()).rejects.toThrow('contacts.notWaiting')
  const transfer = { queue, onlyStaff: null, note: null }
  await happen(mine.contact, { type: 'transferred', engagement: mine.engagement, data: transfer })
  await offer()
  await expect(offer()).rejects.toThrow('contacts.alreadyOffered')
})
