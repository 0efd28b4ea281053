import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../kit/must.ts'
import { finish } from '../contacts/contract.ts'
import { eventsAfter } from '../contacts/index.ts'
import {
  conversation,
  draft,
  leaveChat,
  maxMessage,
  rateChat,
  reply,
  saveDraft,
  say,
} from './contract.ts'
import { ask, type ChatHouse, chatHouse, newToken, start, take } from './testing.ts'

let house: ChatHouse
beforeAll(async () => {
  house = await chatHouse()
})
afterAll(() => house.close())

const noor = { staff: 'noor' }
const says = (token: string, body: string, id = randomUUID(), key?: string) =>
  ask(house, say, { id, body }, { token }, key)
const messagesOf = async (contact: string) =>
  (await ask(house, conversation, { contact }, noor)).body.messages
const eventsOf = (contact: string) =>
  house.db.as({ kind: 'system', name: 'test' }, (tx) => eventsAfter(tx, contact, 0))

/** A chat in which noor answers. */
async function talking() {
  const started = await start(house)
  const engagement = await take(house, started.contact, 'noor')
  const { contact } = started
  const answers = (body: string, seen: number, id = randomUUID(), key?: string) =>
    ask(house, reply, { contact, engagement, id, body, seen }, noor, key)
  return { ...started, engagement, answers }
}

describe('CHAT-8: stored, in order, exactly once', () => {
  test('fifty messages at once from both sides, each sent twice, are there once and in order', async () => {
    const { contact, token, answers } = await talking()
    const sent = Array.from({ length: 50 }, (_, i) => ({ i, id: randomUUID(), key: randomUUID() }))
    const send = ({ i, id, key }: (typeof sent)[number]) =>
      i % 2 === 0 ? says(token, `vraag ${i}`, id, key) : answers(`antwoord ${i}`, 999, id, key)
    const [first, again] = await Promise.all([
      Promise.all(sent.map(send)),
      Promise.all(sent.map(send)),
    ])
    for (const [i, answer] of first.entries()) {
      expect(answer.status).toBe(200)
      expect(must(again[i]).body).toEqual(answer.body)
    }
    const messages = await messagesOf(contact)
    expect(messages.map(({ number }) => number)).toEqual(sent.map((_, i) => i + 1))
    for (const [i, { id }] of sent.entries())
      expect(messages.find((one) => one.id === id)?.number).toBe(must(first[i]).body.number)
    const written = (await eventsOf(contact)).filter(({ type }) => type.endsWith('Wrote'))
    expect(written.map(({ data }) => data)).toEqual(
      messages.map(({ id, number }) => ({ message: id, number })),
    )
  })

  test('the same message under another key is the same message; other words are refused', async () => {
    const { contact, token, answers } = await talking()
    const id = randomUUID()
    const first = await says(token, 'Hallo', id)
    expect((await says(token, 'Hallo', id)).body).toEqual(first.body)
    expect((await says(token, 'Iets anders', id)).refusal).toBe('kit.keyReused')
    expect((await answers('Hallo', 9, id)).refusal).toBe('kit.keyReused')
    expect(await messagesOf(contact)).toHaveLength(1)
  })

  test('a message that is empty, too long or not text is refused, and nothing is written', async () => {
    const { contact, token, answers } = await talking()
    for (const body of ['', ' \n\t ', '\u0000\u0007'])
      expect((await says(token, body)).refusal).toBe('chat.emptyMessage')
    expect((await answers('  ', 0)).refusal).toBe('chat.emptyMessage')
    expect((await says(token, 'x'.repeat(maxMessage + 1))).refusal).toBe('kit.malformed')
    expect((await ask(house, say, { id: 'geen', body: 'x' }, { token })).status).toBe(400)
    expect(await messagesOf(contact)).toEqual([])
    expect((await says(token, 'een\u0000 twee\r\ndrie')).status).toBe(200)
    expect((await messagesOf(contact))[0]?.body).toBe('een twee\ndrie')
  })
})

describe('CHAT-9: who may write when', () => {
  test('the citizen writes from the start, until the conversation is over', async () => {
    const { contact, token } = await start(house)
    const id = randomUUID()
    expect((await says(token, 'Is daar iemand?', id)).body.number).toBe(1)
    await ask(house, leaveChat, {}, { token })
    expect((await says(token, 'Nog iets')).refusal).toBe('contacts.contactClosed')
    expect((await says(token, 'Is daar iemand?', id)).body.number).toBe(1)
    const { body } = await ask(house, conversation, { contact }, { token })
    expect(body.chat).toMatchObject({ state: 'closed', endedAs: 'shortAbandon' })
  })

  test('only the agent in conversation answers, in their own engagement', async () => {
    const { contact, engagement, token, answers } = await talking()
    const input = { contact, engagement, id: randomUUID(), body: 'Hallo', seen: 0 }
    expect((await ask(house, reply, input, { staff: 'tarik' })).refusal).toBe('contacts.notYours')
    expect((await ask(house, reply, { ...input, engagement: randomUUID() }, noor)).status).toBe(404)
    expect((await ask(house, reply, input, { token })).status).toBe(403)
    expect((await ask(house, reply, input)).status).toBe(401)
    await ask(house, finish, { contact, engagement }, noor)
    expect((await answers('Te laat', 0)).refusal).toBe('contacts.conversationOver')
    expect((await says(token, 'Te laat')).refusal).toBe('contacts.conversationOver')
    expect(await messagesOf(contact)).toEqual([])
  })
})

test('CHAT-10: a reply on a stale view is refused, and stored once the newer is seen', async () => {
  const { contact, token, answers } = await talking()
  await says(token, 'Eerste vraag')
  expect((await answers('Eerste antwoord', 1)).status).toBe(200)
  expect((await answers('Nog iets, zonder te wachten', 1)).status).toBe(200)
  await says(token, 'Tweede vraag')
  const stale = await answers('Blind antwoord', 3)
  expect([stale.status, stale.refusal]).toEqual([409, 'chat.stale'])
  expect(await messagesOf(contact)).toHaveLength(4)
  expect((await answers('Blind antwoord', 4)).body.number).toBe(5)
})

test('CHAT-11: a citizen has their own contact and no other, whatever they ask', async () => {
  const [mine, other] = [await talking(), await talking()]
  await says(other.token, 'Geheim')
  const as = { token: mine.token }
  const { contact } = other
  expect((await ask(house, conversation, { contact }, as)).status).toBe(404)
  for (const staffOnly of [
    ask(house, draft, { contact }, as),
    ask(house, saveDraft, { contact, body: 'x' }, as),
    ask(
      house,
      reply,
      { contact, engagement: other.engagement, id: randomUUID(), body: 'x', seen: 9 },
      as,
    ),
  ])
    expect((await staffOnly).status).toBe(403)
  for (const token of [newToken(), 'x', `${other.token}x`]) {
    expect((await ask(house, conversation, { contact }, { token })).status).toBe(401)
    expect((await says(token, 'Hallo')).status).toBe(401)
    expect((await ask(house, leaveChat, {}, { token })).status).toBe(401)
  }
  await says(mine.token, 'Van mij')
  expect((await messagesOf(contact)).map(({ body }) => body)).toEqual(['Geheim'])
})

test('CHAT-11: an agent of another operator sees nothing of it and adds nothing to it', async () => {
  const { contact, engagement } = await talking()
  const wout = { staff: 'wout' }
  expect((await ask(house, conversation, { contact }, wout)).status).toBe(404)
  expect((await ask(house, saveDraft, { contact, body: 'x' }, wout)).status).toBe(404)
  const input = { contact, engagement, id: randomUUID(), body: 'x', seen: 0 }
  expect((await ask(house, reply, input, wout)).status).toBe(404)
})

test('CHAT-12: what is stored is masked, on both sides', async () => {
  const { contact, token, answers } = await talking()
  const said = await says(token, 'Mijn nummer is 85.07.30-033.28, gsm 0470 12 34 56')
  expect(said.body.masked).toBe(true)
  await answers('Uw kaart 4111 1111 1111 1111?', 1)
  expect((await messagesOf(contact)).map(({ body }) => body)).toEqual([
    'Mijn nummer is ••.••.••-•••.••, gsm 0470 12 34 56',
    'Uw kaart •••• •••• •••• ••••?',
  ])
})

test('CHAT-5: acute danger in a later message makes the contact urgent, once', async () => {
  const { contact, token } = await start(house)
  const { body } = await says(token, 'Mijn vader ademt niet meer')
  expect(body.emergency.map(({ number }) => number)).toContain('112')
  expect((await says(token, 'Help, hij ademt niet')).body.emergency).not.toEqual([])
  const marked = (await eventsOf(contact)).filter(({ type }) => type === 'urgentMarked')
  expect(marked.map(({ data }) => data)).toEqual([{ reason: 'dangerWords' }])
})

test('CHAT-14: the citizen sees the name that the agent chose, and nothing else of them', async () => {
  const { contact, token } = await start(house, { line: 'gezinslijn', theme: 'kinderopvang' })
  const engagement = await take(house, contact, 'amira')
  const input = { contact, engagement, id: randomUUID(), body: 'Goedendag', seen: 0 }
  await ask(house, reply, input, { staff: 'amira' })
  const { body } = await ask(house, conversation, { contact }, { token })
  expect(body.chat.agent).toBe('Mira')
  expect(body.messages[0]?.name).toBe('Mira')
  expect(JSON.stringify(body)).not.toMatch(/amira|sefranou/i)
})

test('CHAT-15: one verdict, after a conversation that took place', async () => {
  const { contact, token, engagement } = await talking()
  const marks = { friendly: 5, correct: 4, helped: null }
  const rate = (more: object = {}) => ask(house, rateChat, { ...marks, ...more }, { token })
  expect((await rate()).refusal).toBe('chat.stillTalking')
  await ask(house, finish, { contact, engagement }, noor)
  expect((await rate({ friendly: 6 })).status).toBe(400)
  expect((await rate({ friendly: null, correct: null })).status).toBe(400)
  expect((await rate()).status).toBe(200)
  expect((await rate()).refusal).toBe('chat.alreadyRated')
  const { body } = await ask(house, conversation, { contact }, { token })
  expect(body.chat.rated).toBe(true)
  const waited = await start(house)
  await ask(house, leaveChat, {}, { token: waited.token })
  const never = await ask(house, rateChat, marks, { token: waited.token })
  expect(never.refusal).toBe('chat.stillTalking')
})

test('CHAT-16: a draft is its writer’s alone, and goes when the reply is sent', async () => {
  const { contact, answers } = await talking()
  await ask(house, saveDraft, { contact, body: 'Beste, uw nummer 85.07.30-033.28' }, noor)
  const read = (as: { staff: string }) => ask(house, draft, { contact }, as)
  expect((await read(noor)).body.body).toBe('Beste, uw nummer ••.••.••-•••.••')
  expect((await read({ staff: 'tarik' })).body).toEqual({ body: '', savedAt: null })
  await answers('Beste', 0)
  expect((await read(noor)).body).toEqual({ body: '', savedAt: null })
})
