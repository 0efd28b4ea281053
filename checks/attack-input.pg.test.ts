import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Operation } from '../server/kit/contract.ts'
import { newId } from '../server/kit/ids.ts'
import { must } from '../server/kit/must.ts'
import { operations as access } from '../server/modules/access/contract.ts'
import { operations as chat, conversation, say } from '../server/modules/chat/contract.ts'
import { operations as clients, lines } from '../server/modules/clients/contract.ts'
import { operations as contacts } from '../server/modules/contacts/contract.ts'
import { operations as routing } from '../server/modules/routing/contract.ts'
import { bytes, send, write } from './attack.ts'
import { type Citizen, type House, openHouse, Person } from './house.ts'
import { sampleOf } from './sample.ts'

// Whatever arrives, it is answered with a status and a sentence, and nothing is half-written.

let house: House
let citizen: Citizen
const staff = new Map<string, Person>()
const person = (subject: string) => must(staff.get(subject), subject)
beforeAll(async () => {
  house = await openHouse()
  citizen = await Person.citizen(house.url)
  // An agent, a supervisor, an administrator.
  for (const subject of ['daan', 'karim', 'ruben'])
    staff.set(subject, await Person.staff(house.url, subject))
}, 60_000)
afterAll(() => house.close())

const whole = { id: newId(), body: 'Goedendag.' }

test.each<[string, string, Record<string, string>, number]>([
  ['half of a JSON text', '{"id":', {}, 400],
  ['no text at all', '', {}, 400],
  ['null', 'null', {}, 400],
  ['a list', '[]', {}, 400],
  ['thirty thousand lists within each other', '['.repeat(30_000) + ']'.repeat(30_000), {}, 400],
  ['a prototype', '{"__proto__":{"id":"x"},"body":"x"}', {}, 400],
  ['a constructor', '{"constructor":{"prototype":{"body":"x"}}}', {}, 400],
  [
    'a number instead of words',
    '{"id":"0199f000-0000-7000-8000-000000000000","body":1e308}',
    {},
    400,
  ],
  ['no UUID', '{"id":"1","body":"x"}', {}, 400],
  ['too much', JSON.stringify({ id: newId(), body: 'x'.repeat(70_000) }), {}, 413],
  ['plain text', JSON.stringify(whole), { 'content-type': 'text/plain' }, 400],
  ['XML', '<say/>', { 'content-type': 'application/xml' }, 400],
  ['a form', 'id=1', { 'content-type': 'application/x-www-form-urlencoded' }, 400],
  ['gzip that is none', JSON.stringify(whole).slice(1), { 'content-encoding': 'gzip' }, 400],
  ['no key', JSON.stringify(whole), { 'idempotency-key': '' }, 400],
  ['a key that is no UUID', JSON.stringify(whole), { 'idempotency-key': "1' or 1=1" }, 400],
  ['two keys', JSON.stringify(whole), { 'idempotency-key': `${newId()}, ${newId()}` }, 400],
])('a message that is %s', async (_, body, headers, status) => {
  const answer = await write(citizen, say.name, body, headers)
  expect([answer.status, answer.body.sentence]).toEqual([status, expect.stringMatching(/\S/)])
  expect(answer.headers.get('x-powered-by')).toBeNull()
})

test('after all that, nothing was written', async () => {
  const { messages } = await citizen.ask(conversation, { contact: citizen.contact })
  expect(messages).toEqual([])
})

test.each([
  ['an address that is no address', '/api/%ZZ', 400],
  ['a file that is no address', '/files/%ff', 400],
  ['bytes that are no text', '/%c0%af..%c0%afetc', 400],
  ['an operation that does not exist', '/api/chat.none', 404],
  ['a write that is read', `/api/${say.name}`, 404],
  ['a folder above ours', '/..%2f..%2fpackage.json', 404],
  ['a folder above ours, dotted', '/%2e%2e/%2e%2e/.env', 404],
  ['a parameter twice', '/api/clients.contactOptions?language=nl&language=fr', 400],
  [
    'a parameter that is an object',
    '/api/clients.contactOptions?language[nl]=1&__proto__[x]=1',
    200,
  ],
  ['a parameter that is long', `/api/clients.contactOptions?department=${'a'.repeat(9_000)}`, 400],
])('%s', async (_, path, status) => {
  const answer = await send(house.url, path)
  expect(answer.status).toBe(status)
  if (status >= 400) expect(answer.body.sentence).toMatch(/\S/)
  expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
})

test('bytes that are no request are answered with 400, and the server goes on', async () => {
  const smuggled = 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'
  for (const given of [
    'HELLO\r\n\r\n',
    '\0\0\0\0\r\n\r\n',
    `POST /api/${say.name} HTTP/1.1\r\nHost: x\r\n${smuggled}`,
    `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(40_000)}\r\n\r\n`,
  ])
    expect(await bytes(house.url, given)).toMatch(/^HTTP\/1.1 4/)
  expect((await send(house.url, '/health')).status).toBe(200)
})

test('nobody is sent elsewhere, whatever name or address is asked for', async () => {
  for (const path of [
    '//evil.example',
    '//evil.example/%2e%2e',
    '/\\evil.example',
    '/sign-in?return=//evil.example',
  ]) {
    const { headers } = await send(house.url, path, { headers: { 'sec-fetch-mode': 'navigate' } })
    const to = new URL(headers.get('location') ?? '/', house.url)
    expect([path, to.origin]).toEqual([path, house.url])
  }
  const navigate = 'Host: evil.example\r\nsec-fetch-mode: navigate\r\nConnection: close\r\n\r\n'
  expect(await bytes(house.url, `GET http://evil.example/ HTTP/1.1\r\n${navigate}`)).not.toMatch(
    /location:.*evil/i,
  )
  expect(await bytes(house.url, `GET /desk/ HTTP/1.1\r\n${navigate}`)).toContain(
    `location: ${house.url}/desk/`,
  )
})

const operations: Operation[] = [...access, ...clients, ...contacts, ...routing, ...chat]
/** Whoever of ours may use an operation; all that is asked here is refused or harmless. */
function userOf({ who }: Operation): Person {
  if (who.includes('citizen') || who.includes('anyone')) return citizen
  return person(who.includes('agent') ? 'daan' : who.includes('supervisor') ? 'karim' : 'ruben')
}
/** The same value with every text in it, however deep, replaced. */
function withTexts(value: unknown, text: string): unknown {
  if (typeof value === 'string') return text
  if (Array.isArray(value)) return value.map((one) => withTexts(one, text))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, withTexts(one, text)]),
  )
}

describe('every operation', () => {
  const poisons: [string, unknown][] = [
    ['NUL', 'a\0b'],
    ['half a character', 'a\ud83d'],
    ['a quote', "'; drop table contact; --"],
    ['a pattern', '%_\\%'],
    ['a number beyond all', Number.MAX_SAFE_INTEGER],
    ['minus one', -1],
    ['a list', []],
    ['an object', { $where: '1' }],
  ]
  const named = operations.map((operation) => [operation.name, operation] as const)

  test.each(named)('%s with each field poisoned: never a mistake of ours', async (_, operation) => {
    const who = userOf(operation)
    const known = { contact: citizen.contact, token: randomBytes(32).toString('base64url') }
    const sample = sampleOf(operation.input, known) as Record<string, unknown>
    const wrong = [
      ...Object.keys(sample).flatMap((name) =>
        poisons.map(([, value]) => ({ ...sample, [name]: value })),
      ),
      ...poisons.slice(0, 4).map(([, text]) => withTexts(sample, String(text))),
      Object.assign(structuredClone(sample), { more: 'x'.repeat(1_000), constructor: 1 }),
    ]
    for (const input of wrong) {
      const { status, body } =
        operation.kind === 'write'
          ? await write(who, operation.name, input)
          : await who.try(operation, input as never)
      expect(status, `${JSON.stringify(input)} → ${JSON.stringify(body)}`).toBeLessThan(500)
      if (status >= 400) expect(body.sentence).toMatch(/\S/)
    }
  })
})

test('what cannot be stored is refused by its place; a message is mended instead', async () => {
  const karim = person('karim')
  const line = must((await karim.ask(lines, {})).lines.find(({ mayClose }) => mayClose)).id
  for (const nl of ['Dicht\0', 'Dicht \ud83d']) {
    const closing = { line, text: { nl }, until: null, reason: 'brand' }
    const { status, body } = await write(karim, 'clients.closeLine', closing)
    expect([status, body.refusal, body.place]).toEqual([400, 'kit.malformed', 'text.nl'])
  }
  const far = { line, text: { nl: 'Dicht' }, until: Number.MAX_SAFE_INTEGER, reason: 'brand' }
  expect((await write(karim, 'clients.closeLine', far)).body.place).toBe('until')
  expect((await send(house.url, '/api/access.people?search=%00', { who: karim })).status).toBe(400)

  const writer = await Person.citizen(house.url)
  const { number } = await writer.ask(say, { id: newId(), body: 'Hallo \ud83d\0!' })
  const { messages } = await writer.ask(conversation, { contact: writer.contact })
  expect(messages.find((one) => one.number === number)?.body).toBe('Hallo \ufffd!')
})

test('searching for a wildcard finds the sign, not everybody', async () => {
  for (const search of ['%', '_', '\\', '%%%'])
    expect(
      (
        await send(house.url, `/api/access.people?search=${encodeURIComponent(search)}`, {
          who: person('ruben'),
        })
      ).text,
    ).toContain('"people":[]')
})

test('a long request is read only from somebody we know; one that is too long from nobody', async () => {
  const content = Buffer.alloc(1_000_000).toString('base64')
  const file = { contact: citizen.contact, id: newId(), name: 'a.png', content }
  const nobody = new Person(house.url)
  expect((await write(nobody, 'chat.sendFile', file)).status).toBe(401)
  expect(
    (await write(citizen, 'chat.sendFile', { ...file, content: 'x'.repeat(16_000_000) })).status,
  ).toBe(413)
  expect((await write(citizen, 'chat.sendFile', { ...file, content: `${content}!` })).status).toBe(
    400,
  )
  expect((await write(citizen, 'chat.sendFile', { ...file, content: '' })).body.refusal).toBe(
    'chat.fileType',
  )
  const slow = `POST /api/${say.name} HTTP/1.1\r\nHost: x\r\ncontent-type: application/json\r\nContent-Length: 60000\r\n\r\n{`
  const waiting = Array.from({ length: 50 }, () => bytes(house.url, slow, 2_000))
  expect((await send(house.url, '/health')).status).toBe(200)
  expect(await Promise.all(waiting)).toEqual(waiting.map(() => ''))
})
