import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../server/kit/ids.ts'
import { must } from '../server/kit/must.ts'
import { testDatabase } from '../server/kit/testing.ts'
import { freePort } from '../server/modules/access/testing.ts'
import { conversation, reply, say } from '../server/modules/chat/contract.ts'
import { finish, timeline, wrapUp } from '../server/modules/contacts/contract.ts'
import { type DeskView, setStatus } from '../server/modules/routing/contract.ts'
import { seedTown } from '../town/seed.ts'
import { type AgentAt, agentAt, conversationWith, pause, send, write } from './attack.ts'
import type { Citizen } from './house.ts'

// The database dies, refuses and comes back while people talk; and what the log says of all that.

const database = await testDatabase()
const port = await freePort()
const url = `http://localhost:${port}`
const superuser = new pg.Client({ connectionString: database.superUrl })
const name = new URL(database.superUrl).pathname.slice(1)
let server: ChildProcess
let log = ''
let daan: AgentAt
let talk: { citizen: Citizen; mine: { contact: string; engagement: string }; question: string }
const secret = 'Mijn buur heet Wilhelmina Zonnebloem'

beforeAll(async () => {
  await seedTown({ ownerUrl: database.ownerUrl, issuer: `${url}/oidc`, now: Date.now() })
  await superuser.connect()
  server = spawn(process.execPath, ['--import', 'tsx', 'checks/server-process.ts'], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: 'localhost',
      PUBLIC_URL: url,
      LOG_LEVEL: 'debug',
      NODE_NAME: 'faults',
      DATABASE_URL: database.url,
      DATABASE_OWNER_URL: database.ownerUrl,
      DATA_KEY: randomBytes(32).toString('base64'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const out of [server.stdout, server.stderr])
    out?.on('data', (data) => {
      log += data
    })
  await once(must(server.stdout), 'data')
  daan = await agentAt(url, 'daan')
  talk = await conversationWith(daan, secret)
}, 60_000)
afterAll(async () => {
  server.kill('SIGKILL')
  await superuser.end()
  await database.drop()
})

/** Ends every connection of the server to its database. */
async function cut(): Promise<number> {
  const { rowCount } = await superuser.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
    [name],
  )
  return rowCount ?? 0
}
// From inside another database: its own may not be shut while one is in it.
async function shut(closed: boolean): Promise<void> {
  const elsewhere = new URL(database.superUrl)
  elsewhere.pathname = '/postgres'
  const client = new pg.Client({ connectionString: elsewhere.href })
  await client.connect()
  await client.query(`alter database ${name} with allow_connections ${closed ? 'false' : 'true'}`)
  await client.end()
}

test('every connection ended again and again while people write: refused in words or stored, once', async () => {
  const stored: string[] = []
  const refused: number[] = []
  let cutting = true
  const cuts = (async () => {
    while (cutting) {
      await cut()
      await pause(60)
    }
  })()
  for (let i = 0; i < 60; i++) {
    const id = newId()
    for (;;) {
      const { status, body, headers } = await write(
        talk.citizen,
        say.name,
        { id, body: `Bericht ${i}` },
        { 'idempotency-key': id },
      )
      expect([200, 503, 429], JSON.stringify(body)).toContain(status)
      if (status === 200) break
      refused.push(status)
      if (status === 503) {
        expect(body.fault).toBe('kit.databaseAway')
        expect(body.sentence).toMatch(/opnieuw/)
        expect(headers.get('retry-after')).toBe('2')
      }
      await pause(20)
    }
    stored.push(id)
  }
  cutting = false
  await cuts
  expect(refused.length).toBeGreaterThan(0)
  const { messages } = await talk.citizen.ask(conversation, { contact: talk.citizen.contact })
  expect(messages.slice(-60).map(({ id }) => id)).toEqual(stored)
  expect(messages.map(({ number }) => number)).toEqual(messages.map((_, index) => index + 1))
}, 60_000)

test('a database that lets nobody in for three seconds: 503 with a sentence in four languages, then all is well', async () => {
  await shut(true)
  await cut()
  const sentences = new Set<string>()
  for (const language of ['nl', 'fr', 'de', 'en']) {
    const asked = await send(url, `/api/chat.conversation?contact=${talk.citizen.contact}`, {
      who: talk.citizen,
      headers: { 'accept-language': language },
    })
    expect([asked.status, asked.headers.get('cache-control')]).toEqual([503, 'no-store'])
    sentences.add(must(asked.body.sentence))
  }
  expect(sentences.size).toBe(4)
  expect((await send(url, '/health')).status).toBe(503)
  const page = await send(url, '/sign-in', { headers: { accept: 'text/html' } })
  expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8'])
  // What comes from memory goes on.
  expect((await send(url, '/desk/')).status).toBe(200)
  await pause(3_000)
  await shut(false)
  await expect.poll(async () => (await send(url, '/health')).status).toBe(200)

  // Routing, live streams and presence come back by themselves.
  const back = await daan.person.watch('desk:')
  await back.until(({ body }) => {
    const { contacts, heldBack } = body as unknown as DeskView
    return contacts.length === 1 && !heldBack.includes('deskLost')
  })
  daan = { ...daan, desk: back }
  await daan.person.ask(reply, {
    ...talk.mine,
    id: newId(),
    body: 'Daar zijn we weer.',
    seen: 1_000,
  })
  await conversationWith(daan, 'Ook een nieuwe vraag komt aan')
}, 60_000)

test('who was lost while the database was away is known to be lost afterwards', async () => {
  const sofie = await agentAt(url, 'sofie')
  await shut(true)
  await cut()
  sofie.desk.cut()
  await pause(2_500)
  await shut(false)
  const lost = async () =>
    (await superuser.query(`select subject from presence where subject like 'staff:%'`)).rows.length
  await expect.poll(lost, { timeout: 15_000 }).toBe(1)
}, 60_000)

test('somebody who holds a row and says nothing more is put out, and the others go on', async () => {
  const frozen = new pg.Client({ connectionString: database.url })
  frozen.on('error', () => {})
  await frozen.connect()
  await frozen.query(
    `begin; set local role onthaal_system; set local idle_in_transaction_session_timeout = '10s'`,
  )
  await frozen.query('select 1 from contact where id = $1 for update', [talk.mine.contact])
  const { status } = await write(talk.citizen, say.name, { id: newId(), body: 'Wacht u ook?' })
  expect([200, 503]).toContain(status)
  await frozen.end().catch(() => {})
  expect((await write(talk.citizen, say.name, { id: newId(), body: 'Verder' })).status).toBe(200)
}, 30_000)

test('after all that, nothing was lost: versions without gaps, time that adds up, the agent can finish', async () => {
  await daan.person.ask(finish, talk.mine)
  const { body } = await daan.person.try(wrapUp, talk.mine)
  expect(body.refusal).toBe('contacts.outcomeMissing')
  const { contact, events, handling } = await daan.person.ask(timeline, {
    contact: talk.mine.contact,
  })
  expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1))
  for (const { from, until, handlingMs } of handling) {
    expect(until).toBeGreaterThanOrEqual(from)
    expect(handlingMs).toBeLessThanOrEqual(until - from)
  }
  expect(contact.phases.waiting).toBeGreaterThanOrEqual(0)
  await daan.person.ask(setStatus, { status: 'break' })
}, 30_000)

test('the log holds no words, names, keys, cookies or addresses, even at its most talkative', async () => {
  // The address that it listens on is ours.
  const lines = log.split('\n').filter((line) => line !== '' && !line.includes('Server listening'))
  expect(lines.length).toBeGreaterThan(0)
  const cookies = [...daan.person.browser.cookies.values()]
  const private_ = [
    'Zonnebloem',
    'Bericht 1',
    'Daar zijn we',
    'Verder',
    'Daan',
    'Wevelaar',
    '127.0.0.1',
    '::1',
    must(talk.citizen.token),
    talk.citizen.reference,
    ...cookies,
  ]
  for (const one of private_) expect(lines.filter((line) => line.includes(one))).toEqual([])
  expect(lines.filter((line) => line.includes('"bug"'))).toEqual([])
})
