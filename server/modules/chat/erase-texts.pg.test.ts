import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from '../../kit/must.ts'
import { finish, setOutcome, wrapUp } from '../contacts/contract.ts'
import { eventsAfter, handlingOf, readContact } from '../contacts/index.ts'
import { conversation, rateChat, reply, saveDraft, say, sendFile } from './contract.ts'
import { eraseChat, eraseDue } from './erase-texts.ts'
import { png } from './sample-files.ts'
import { ask, type ChatHouse, chatHouse, start, take } from './testing.ts'

let house: ChatHouse
beforeAll(async () => {
  house = await chatHouse()
})
afterAll(() => house.close())

const day = 86_400_000
const noor = { staff: 'noor' }
const asSystem = <T>(work: Parameters<typeof house.db.as<T>>[1]) =>
  house.db.as({ kind: 'system', name: 'test' }, work)

/** A conversation from beginning to end, with everything that can be left behind. */
async function wholeChat() {
  const { clock } = house
  const { contact, token } = await start(house, { theme: 'huurtoelage', message: 'Geheim één' })
  clock.forward(7_000)
  const engagement = await take(house, contact, 'noor')
  const mine = { contact, engagement }
  clock.forward(30_000)
  await ask(house, say, { id: randomUUID(), body: 'Geheim twee' }, { token })
  const file = { contact, id: randomUUID(), name: 'geheim.png', content: png.toString('base64') }
  await ask(house, sendFile, file, { token })
  await ask(house, reply, { ...mine, id: randomUUID(), body: 'Geheim drie', seen: 3 }, noor)
  await ask(house, saveDraft, { contact, body: 'Geheim vier' }, noor)
  clock.forward(11_000)
  await ask(house, finish, mine, noor)
  await ask(house, rateChat, { friendly: 5, correct: 5, helped: 4 }, { token })
  const read = must(await asSystem((tx) => readContact(tx, contact)))
  const question = must(read.questions[0]).id
  const outcome = { ...mine, question, outcome: 'answered' as const, destination: null }
  return { contact, token, mine, outcome }
}

/** Everything that figures and charges are made of. */
const facts = (contact: string) =>
  asSystem(async (tx) => {
    const { version: _, ...state } = must(await readContact(tx, contact))
    const marks = tx.q.selectFrom('satisfaction').selectAll().where('contact_id', '=', contact)
    const handling = await handlingOf(tx, contact, house.clock.now())
    return { state, handling, marks: await marks.execute() }
  })

async function secretsOf(contact: string): Promise<string> {
  return asSystem(async (tx) => {
    const rows = [
      await tx.q.selectFrom('chat_message').selectAll().where('contact_id', '=', contact).execute(),
      await tx.q.selectFrom('file').selectAll().where('contact_id', '=', contact).execute(),
      await tx.q.selectFrom('draft').selectAll().where('contact_id', '=', contact).execute(),
      await eventsAfter(tx, contact, 0),
    ]
    return JSON.stringify(rows)
  })
}

test('CHAT-21: after thirty days the words are gone, and every figure is as it was', async () => {
  const { contact, token, mine, outcome } = await wholeChat()
  await ask(house, setOutcome, outcome, noor)
  house.clock.forward(9_000)
  await ask(house, wrapUp, mine, noor)
  const before = await facts(contact)
  expect(before.state).toMatchObject({ state: 'closed', endedAs: 'handled' })
  expect(before.handling.reduce((sum, { handlingMs }) => sum + handlingMs, 0)).toBe(50_000)
  expect(await secretsOf(contact)).toMatch(/Geheim/)

  house.clock.forward(29 * day)
  await eraseDue(house.db, house.clock)
  expect(await secretsOf(contact)).toMatch(/Geheim twee/)
  house.clock.forward(day)
  await eraseDue(house.db, house.clock)
  await eraseDue(house.db, house.clock)

  expect(await secretsOf(contact)).not.toMatch(/geheim/i)
  expect(await facts(contact)).toEqual(before)
  const events = await asSystem((tx) => eventsAfter(tx, contact, 0))
  expect(events.filter(({ type }) => type === 'erased')).toHaveLength(1)
  const { body } = await ask(house, conversation, { contact }, noor)
  expect(body.messages.map(({ number, body: words }) => [number, words])).toEqual([
    [1, null],
    [2, null],
    [3, null],
    [4, null],
  ])
  expect((await ask(house, conversation, { contact }, { token })).status).toBe(401)
})

test('CHAT-21: a conversation can be erased at once, but not while it is being worked on', async () => {
  const { contact, mine, outcome } = await wholeChat()
  const erase = () => asSystem((tx) => eraseChat(tx, house.clock, contact))
  house.clock.forward(31 * day)
  await eraseDue(house.db, house.clock)
  expect(await erase()).toBe(false)
  expect(await secretsOf(contact)).toMatch(/Geheim/)
  await ask(house, setOutcome, outcome, noor)
  await ask(house, wrapUp, mine, noor)
  expect(await erase()).toBe(true)
  expect(await secretsOf(contact)).not.toMatch(/geheim/i)
})
