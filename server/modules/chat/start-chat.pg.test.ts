import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { townIds } from '../../../town/ids.ts'
import { must } from '../../kit/must.ts'
import { EVERYTHING, putSetting } from '../clients/index.ts'
import { conversation, startChat } from './contract.ts'
import { ask, type ChatHouse, chatHouse, newToken, openMoment, start } from './testing.ts'

let house: ChatHouse
beforeAll(async () => {
  house = await chatHouse()
})
afterAll(() => house.close())

const input = (more: object = {}) => ({
  token: newToken(),
  line: '1700',
  theme: null,
  language: 'nl' as const,
  message: null,
  ...more,
})
const asSystem = <T>(work: Parameters<typeof house.db.as<T>>[1]) =>
  house.db.as({ kind: 'system', name: 'test' }, work)
const contacts = () =>
  asSystem((tx) => tx.q.selectFrom('contact').selectAll().orderBy('opened_at').execute())

test('CHAT-1: a chat waits in the queue of its theme, with the first question as first message', async () => {
  const { contact, token, reference } = await start(house, {
    theme: 'huurtoelage',
    message: '  Hoe vraag ik een huurtoelage aan?  ',
  })
  const { body } = await ask(house, conversation, { contact }, { token })
  expect(body.chat).toMatchObject({ contact, reference, state: 'waiting', urgent: false })
  expect(body.messages).toMatchObject([
    { number: 1, author: 'citizen', body: 'Hoe vraag ik een huurtoelage aan?' },
  ])
  const row = must((await contacts()).find(({ id }) => id === contact))
  expect(row.queue_id).toBe(townIds.queue('1700-wonen'))
})

test('CHAT-1: a theme can be named by its id; who does not know it waits with those', async () => {
  const byId = await start(house, { theme: townIds.theme('studiebeurs') })
  const unknown = await start(house)
  const rows = await contacts()
  const queueOf = (id: string) => rows.find((row) => row.id === id)?.queue_id
  expect(queueOf(byId.contact)).toBe(townIds.queue('1700-studeren'))
  expect(queueOf(unknown.contact)).toBe(townIds.queue('1700-wegwijs'))
})

test('CHAT-1: a line or theme that is not there opens nothing', async () => {
  const before = (await contacts()).length
  expect((await ask(house, startChat, input({ line: 'geen' }))).refusal).toBe('chat.noSuchLine')
  expect((await ask(house, startChat, input({ theme: 'afval' }))).refusal).toBe('chat.noSuchTheme')
  expect((await ask(house, startChat, input({ token: 'kort' }))).status).toBe(400)
  expect(await contacts()).toHaveLength(before)
})

test('CHAT-1: the contact is in a language that the line offers', async () => {
  const french = await start(house, { line: 'ravelinge', language: 'fr' })
  const english = await start(house, { line: 'ravelinge', language: 'en' })
  const rows = await contacts()
  const languageOf = (id: string) => rows.find((row) => row.id === id)?.language
  expect([languageOf(french.contact), languageOf(english.contact)]).toEqual(['nl', 'en'])
})

describe('CHAT-2: once', () => {
  test('the same key gives the same contact, also when both arrive at once', async () => {
    const [key, same] = [randomUUID(), input()]
    const before = (await contacts()).length
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => ask(house, startChat, same, undefined, key)),
    )
    answers.push(await ask(house, startChat, same, undefined, key))
    for (const { body } of answers) expect(body).toEqual(must(answers[0]).body)
    expect(await contacts()).toHaveLength(before + 1)
    const { contact } = must(answers[0]).raw as { contact: string }
    expect((await ask(house, conversation, { contact }, same)).status).toBe(200)
  })

  test('the same key for another start, or the same token for another contact, is refused', async () => {
    const [key, first] = [randomUUID(), input()]
    await ask(house, startChat, first, undefined, key)
    const before = (await contacts()).length
    expect((await ask(house, startChat, input(), undefined, key)).refusal).toBe('kit.keyReused')
    expect((await ask(house, startChat, first)).refusal).toBe('kit.keyReused')
    expect(await contacts()).toHaveLength(before)
  })

  test('CHAT-3: no row of the database holds the token', async () => {
    const { token } = await start(house, { message: 'Hallo' })
    const client = new Client({ connectionString: house.database.superUrl })
    await client.connect()
    const tables = await client.query(
      `select relname as name from pg_class
       where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    )
    expect(tables.rows.length).toBeGreaterThan(20)
    for (const { name } of tables.rows) {
      const found = await client.query(
        `select count(*)::int as n from public."${name}" t where t::text like $1 or t::text like $2`,
        [`%${token}%`, `%${Buffer.from(token).toString('hex')}%`],
      )
      expect([name, found.rows[0].n]).toEqual([name, 0])
    }
    await client.end()
  })
})

test('CHAT-4: a closed line opens no contact, and says what one can do instead', async () => {
  const closed = await chatHouse()
  closed.clock.forward(Date.parse('2026-11-24T19:00:00+01:00') - openMoment)
  const { status, body } = await ask(closed, startChat, input({ language: 'en' }))
  expect(status).toBe(200)
  expect(body).toMatchObject({
    opened: false,
    because: 'closed',
    text: 'We are closed now. You can reach us every working day from 9 a.m. to 7 p.m.',
    opensAt: Date.parse('2026-11-25T09:00:00+01:00'),
    emergency: [],
  })
  expect(body).toHaveProperty('instead.0.href', 'https://www.leemland.example/zoeken')
  const danger = await ask(closed, startChat, input({ message: 'Mijn man slaat mij' }))
  expect(danger.body).toMatchObject({ opened: false, because: 'closed' })
  expect(danger.body.emergency.map(({ number }) => number)).toContain('112')
  const rows = await closed.db.as({ kind: 'system', name: 'test' }, (tx) =>
    tx.q.selectFrom('contact').select('id').execute(),
  )
  expect(rows).toEqual([])
  await closed.close()
})

test('CHAT-5: acute danger jumps the queue, and numbers are told at once', async () => {
  const { body } = await ask(house, startChat, input({ message: 'Ik wil niet meer leven' }))
  expect(body.opened).toBe(true)
  expect(body.emergency.map(({ number }) => number)).toEqual(
    expect.arrayContaining(['112', '1813']),
  )
  const row = (await contacts()).at(-1)
  expect(row?.urgent).toBe(true)
})

test('CHAT-6: a full queue turns away, and counts it; acute danger is let in', async () => {
  const queue = townIds.queue('gezinslijn-opvang')
  const said = must(house.cache.setting('queue', queue)).value
  await asSystem((tx) =>
    putSetting(tx, house.clock, {
      kind: 'queue',
      subject: queue,
      value: { ...said, maxWaiting: 1 },
      reason: null,
    }),
  )
  await house.cache.refresh()
  const there = { line: 'gezinslijn', theme: 'kinderopvang' }
  await start(house, there)
  const key = randomUUID()
  const asked = input(there)
  const { body } = await ask(house, startChat, asked, undefined, key)
  expect(body).toMatchObject({ opened: false, because: 'full', opensAt: null })
  expect((await ask(house, startChat, asked, undefined, key)).body).toEqual(body)
  const here = (await contacts()).filter(({ queue_id }) => queue_id === queue)
  expect(here.map(({ state, ended_as }) => [state, ended_as])).toEqual([
    ['waiting', null],
    ['closed', 'refused'],
  ])
  const danger = await ask(house, startChat, input({ ...there, message: 'Er is brand in huis!' }))
  expect(danger.body.opened).toBe(true)
})

test('CHAT-13: an installation adds words of its own', async () => {
  const words = { nl: ['de dijk breekt door'], fr: [], de: [], en: [] }
  await asSystem((tx) =>
    putSetting(tx, house.clock, {
      kind: 'dangerWords',
      subject: EVERYTHING,
      value: { v: 1, words },
      reason: null,
    }),
  )
  await house.cache.refresh()
  const { body } = await ask(house, startChat, input({ message: 'Help, de dijk breekt door!' }))
  expect(body.emergency).not.toEqual([])
})

test('CHAT-7: one address cannot start chats without end', async () => {
  const flooded = await chatHouse()
  const asked = input({ line: 'geen' })
  for (let i = 0; i < 300; i++) await ask(flooded, startChat, asked)
  const tooMany = await ask(flooded, startChat, input())
  expect([tooMany.status, tooMany.refusal]).toEqual([429, 'kit.tooMany'])
  flooded.clock.forward(1_000)
  expect((await ask(flooded, startChat, input())).status).toBe(200)
  await flooded.close()
})
