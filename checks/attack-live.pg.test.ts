import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { newId } from '../server/kit/ids.ts'
import { conversation, reply, say } from '../server/modules/chat/contract.ts'
import type { DeskView } from '../server/modules/routing/contract.ts'
import { townIds } from '../town/ids.ts'
import { type AgentAt, agentAt, conversationWith, send, Wire } from './attack.ts'
import { type Citizen, type House, openHouse, Person } from './house.ts'

// What anybody can do with a live connection, and what a connection may still see.

let house: House
let database: pg.Client
let daan: AgentAt
let citizen: Citizen
let mine: { contact: string; engagement: string }
const wires: Wire[] = []
beforeAll(async () => {
  house = await openHouse()
  database = new pg.Client({ connectionString: house.database.superUrl })
  await database.connect()
  daan = await agentAt(house.url, 'daan')
  ;({ citizen, mine } = await conversationWith(daan, 'Een geheim van mij'))
}, 60_000)
afterEach(() => {
  for (const wire of wires.splice(0)) wire.socket.terminate()
})
afterAll(async () => {
  await database.end()
  await house.close()
})

async function wire(who?: Person, headers?: Record<string, string>): Promise<Wire> {
  const opened = await (who ? Wire.as(who, headers) : Wire.open(house.url, headers))
  wires.push(opened)
  return opened
}
const chat = () => `chat:${citizen.contact}`

test('garbage is refused message by message, and the connection goes on', async () => {
  const given = await wire()
  const garbage = [
    '',
    '{',
    'null',
    '[]',
    '1e999',
    '{"subscribe":1}',
    '{"__proto__":{"hello":"x"}}',
    '['.repeat(8_000),
  ]
  for (const one of [
    ...garbage,
    { hello: 'x'.repeat(201) },
    { subscribe: 'x'.repeat(101) },
    { ping: '1' },
    Buffer.of(0, 255),
  ])
    given.say(one)
  given.say({ ping: 7 })
  await given.until(({ heard }) => heard.some(({ pong }) => pong === 7))
  expect(given.refused).toEqual(Array.from({ length: 12 }, () => 'kit.malformed'))
})

test('who is nobody watches nothing, and cannot learn what exists', async () => {
  const nobody = await wire()
  for (const stream of [
    chat(),
    `chat:${newId()}`,
    'chat:',
    'desk:',
    'board:',
    'staff:x',
    'chat',
    `chat:' or 1=1`,
    'signal:x',
  ])
    nobody.say({ subscribe: stream })
  nobody.say({ signal: chat() })
  await nobody.until(({ heard }) => heard.length === 9)
  expect(new Set(nobody.refused)).toEqual(new Set(['kit.signInFirst', 'kit.notFound']))
  expect(JSON.stringify(nobody.heard)).not.toContain('geheim')
})

test('another citizen, another operator, the wrong role: as if it did not exist', async () => {
  const other = await Person.citizen(house.url)
  const theirs = await wire()
  theirs.say({ hello: other.token })
  theirs.say({ subscribe: chat() })
  theirs.say({ subscribe: 'desk:' })
  theirs.say({ subscribe: 'board:' })
  await theirs.until(({ heard }) => heard.length === 3)
  expect(theirs.refused).toEqual(['kit.notFound', 'kit.notAllowed', 'kit.notAllowed'])
  const noor = await wire(await Person.staff(house.url, 'noor'))
  noor.say({ subscribe: chat() })
  await noor.until(({ heard }) => heard.length === 1)
  expect(noor.refused).toEqual(['kit.notFound'])
})

test('a key that comes after the subscription opens nothing before, and a new one closes the old', async () => {
  const late = await wire()
  late.say({ subscribe: chat() })
  late.say({ hello: citizen.token })
  late.say({ subscribe: chat() })
  await late.until(({ heard }) => heard.length >= 2)
  expect(late.refused).toEqual(['kit.signInFirst'])
  const other = await Person.citizen(house.url)
  late.say({ hello: other.token })
  late.say({ ping: 1 })
  await late.until(({ heard }) => heard.some(({ pong }) => pong === 1))
  await citizen.ask(say, { id: newId(), body: 'Nog een geheim' })
  await late.until(({ refused }) => refused.includes('kit.notFound'))
  expect(JSON.stringify(late.heard)).not.toContain('Nog een geheim')
})

test('numbers beyond all bounds are numbers like others', async () => {
  const own = await wire()
  own.say({ hello: citizen.token })
  for (const after of [Number.MAX_SAFE_INTEGER, -1, Number.MIN_SAFE_INTEGER, 2 ** 31, 0.5])
    own.say({ subscribe: chat(), after })
  own.say({ ping: 5 })
  await own.until(({ heard }) => heard.some(({ pong }) => pong === 5))
  expect(own.refused).toEqual(['kit.malformed'])
  expect(own.closed).toBeNull()
})

test('of a thousand subscriptions at once few are read, then the connection ends', async () => {
  const many = await wire()
  many.say({ hello: citizen.token })
  for (let i = 0; i < 1_000; i++) many.say({ subscribe: chat() })
  await many.until(({ closed }) => closed !== null)
  expect(many.closed).toBe(1008)
  expect(many.heard.length).toBeLessThan(300)
  expect((await send(house.url, '/health')).status).toBe(200)
})

test('one by one, a connection holds at most 64 streams', async () => {
  const many = await wire(daan.person)
  const contacts: string[] = []
  for (let i = 0; i < 66; i++) {
    // The same contact under its other spellings is the same contact; each name is a subscription.
    contacts.push(`chat:${spelling(mine.contact, i)}`)
    many.say({ subscribe: contacts.at(-1) })
    many.say({ ping: i })
    await many.until(({ heard }) => heard.some(({ pong }) => pong === i))
  }
  expect(many.refused).toEqual(['kit.tooMany', 'kit.tooMany'])
})

/** The id with some of its letters in capitals, the `n`th way. */
function spelling(id: string, n: number): string {
  let bit = 0
  return id.replace(/[a-f]/g, (letter) => ((n >> bit++) & 1 ? letter.toUpperCase() : letter))
}

test('in capitals a contact is the same contact: heard, and present once', async () => {
  const loud = await wire()
  loud.say({ hello: citizen.token })
  loud.say({ subscribe: `chat:${citizen.contact.toUpperCase()}` })
  await loud.until(({ heard }) => heard.length > 0)
  await citizen.ask(say, { id: newId(), body: 'Hoort u mij?' })
  await loud.until(({ heard }) => JSON.stringify(heard).includes('Hoort u mij?'))
  const { rows } = await database.query(`select subject from presence where subject ilike $1`, [
    `contact:${citizen.contact}`,
  ])
  expect(rows).toEqual([{ subject: `contact:${citizen.contact}` }])
})

test('a message that is too long ends the connection, and only that one', async () => {
  const long = await wire()
  const short = await wire()
  long.say(JSON.stringify({ hello: 'x'.repeat(20_000) }))
  await long.until(({ closed }) => closed !== null)
  expect(long.closed).toBe(1009)
  short.say({ ping: 1 })
  await short.until(({ heard }) => heard.length === 1)
})

test('another website cannot use the session of staff for a live connection', async () => {
  for (const headers of [
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'null' },
  ]) {
    const foreign = await wire(daan.person, headers)
    foreign.say({ subscribe: 'desk:' })
    foreign.say({ subscribe: chat() })
    await foreign.until(({ heard }) => heard.length === 2)
    expect(foreign.refused).toEqual(['kit.wrongOrigin', 'kit.wrongOrigin'])
  }
})

test('a reader that stops reading is let go, and holds nobody up', async () => {
  const slow = await wire(daan.person)
  slow.say({ subscribe: chat() })
  await slow.until(({ heard }) => heard.length > 0)
  slow.socket.pause()
  const quick = await daan.person.watch(chat())
  for (let i = 0; i < 40; i++) {
    const seen = quick.last?.number ?? 0
    const { number } = await daan.person.ask(reply, {
      ...mine,
      id: newId(),
      body: 'x'.repeat(4_000),
      seen: seen + 1_000,
    })
    await quick.until((last) => last.number >= number, 2_000)
  }
  slow.socket.resume()
  quick.cut()
}, 20_000)

test('CLIENTS-20: a line that changes operator is out of sight at that moment, on open streams too', async () => {
  const karim = await Person.staff(house.url, 'karim')
  const [watching, board] = [await wire(daan.person), await karim.watch('board:')]
  watching.say({ subscribe: chat() })
  await watching.until(({ heard }) => heard.length > 0)
  await board.until(({ body }) => (body.queues as unknown[]).length > 0)
  const [line, kwartel, stemhuis] = [
    townIds.line('wegenlijn'),
    townIds.operator('OVO900320'),
    townIds.operator('OVO900330'),
  ]
  await database.query(
    'update line_operator set valid_until = clock_timestamp() where line_id = $1',
    [line],
  )
  await database.query(
    `insert into line_operator (line_id, operator_id, valid_from) values ($1, $2, clock_timestamp())`,
    [line, kwartel],
  )
  await citizen.ask(say, { id: newId(), body: 'Na de overgang' })
  await watching.until(({ refused }) => refused.length === 1)
  expect(watching.refused).toEqual(['kit.notFound'])
  expect(JSON.stringify(watching.heard)).not.toContain('Na de overgang')
  expect((await daan.person.try(conversation, { contact: citizen.contact })).status).toBe(404)
  await board.until(({ body }) => (body.queues as unknown[]).length === 0, 15_000)
  await database.query('delete from line_operator where line_id = $1 and operator_id = $2', [
    line,
    kwartel,
  ])
  await database.query(
    'update line_operator set valid_until = null where line_id = $1 and operator_id = $2',
    [line, stemhuis],
  )
}, 40_000)

test('ACCESS-14: a role that is lost ends what is watched by it', async () => {
  const karim = await Person.staff(house.url, 'karim')
  const board = await wire(karim)
  board.say({ subscribe: 'board:' })
  await board.until(({ heard }) => heard.length > 0)
  const id = townIds.staff('karim')
  await database.query(
    `update staff_grant set role = 'editor', scope_kind = 'all', scope_code = '' where staff_id = $1`,
    [id],
  )
  await citizen.ask(say, { id: newId(), body: 'Zonder de leiding' })
  await board.until(({ refused }) => refused.length === 1, 12_000)
  expect(board.refused).toEqual(['kit.notAllowed'])
}, 30_000)

test('ACCESS-7: after sign-out nothing more is heard, and the connection ends', async () => {
  // The same agent in another browser.
  const away = await Person.staff(house.url, 'daan')
  const cookies = new Map(away.browser.cookies)
  const desk = await wire(away)
  desk.say({ subscribe: chat() })
  await desk.until(({ heard }) => heard.length > 0)
  await away.browser.post('/sign-out')
  await citizen.ask(say, { id: newId(), body: 'Na het afmelden' })
  await desk.until(({ closed }) => closed === 4401, 12_000)
  expect(JSON.stringify(desk.heard)).not.toContain('Na het afmelden')
  for (const [name, value] of cookies) away.browser.cookies.set(name, value)
  expect((await away.try(conversation, { contact: citizen.contact })).status).toBe(401)
}, 30_000)

test('after all that, the agent still has the conversation', async () => {
  const desk = await daan.person.watch('desk:')
  const inHand = ({ contacts }: DeskView) => contacts.some(({ id }) => id === mine.contact)
  await desk.until(({ body }) => inHand(body as unknown as DeskView))
})
