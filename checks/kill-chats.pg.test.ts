import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { newId } from '../server/kit/ids.ts'
import { must } from '../server/kit/must.ts'
import { testDatabase } from '../server/kit/testing.ts'
import { freePort } from '../server/modules/access/testing.ts'
import { reply, say } from '../server/modules/chat/contract.ts'
import { acceptOffer, type DeskView, setStatus } from '../server/modules/routing/contract.ts'
import { cast } from '../town/cast.ts'
import { seedTown } from '../town/seed.ts'
import { type Citizen, Person, type Watch } from './house.ts'

// The drill: the server is killed in the middle of 50 chats and started again. Nothing that was
// acknowledged is lost or doubled, everyone resumes from the last number they had, seconds stay right.

const chats = process.env.DRILLS === 'full' ? 150 : 50
const roundsBefore = 4
const roundsAfter = 4

const database = await testDatabase()
const port = await freePort()
const url = `http://localhost:${port}`
let server: ChildProcess | undefined
afterAll(async () => {
  server?.kill('SIGKILL')
  await database.drop()
})

async function startServer(): Promise<void> {
  server = spawn(process.execPath, ['--import', 'tsx', 'checks/server-process.ts'], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: 'localhost',
      PUBLIC_URL: url,
      LOG_LEVEL: 'error',
      NODE_NAME: 'drill',
      DATABASE_URL: database.url,
      DATABASE_OWNER_URL: database.ownerUrl,
      DATA_KEY: key,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(must(server.stdout), 'data')
}
const key = randomBytes(32).toString('base64')

/** The queues of the town hold sixty; in this drill nobody is turned away. */
async function widenQueues(): Promise<void> {
  const client = new pg.Client({ connectionString: database.superUrl })
  await client.connect()
  await client.query(
    `update setting set value = jsonb_set(value, '{maxWaiting}', '1000') where kind = 'queue'`,
  )
  await client.end()
}

/** A citizen who writes, remembers what was acknowledged, and watches. */
interface Talker {
  citizen: Citizen
  watch: Watch
  /** Message ids in the order in which they were acknowledged. */
  acknowledged: string[]
  seen: number[]
}

async function talk(index: number): Promise<Talker> {
  const citizen = await Person.citizen(url, { message: `Vraag ${index}` })
  return {
    citizen,
    watch: await citizen.watch(`chat:${citizen.contact}`),
    acknowledged: [],
    seen: [],
  }
}

/** Writes with the same id and key until it is acknowledged, as the widget does. */
async function write(talker: Talker, text: string): Promise<void> {
  const id = newId()
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      await talker.citizen.ask(say, { id, body: text }, id)
      talker.acknowledged.push(id)
      return
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  throw new Error('never acknowledged')
}

/** Watches again from the last number, and takes over what was heard. */
async function resume(talker: Talker): Promise<void> {
  const { heard } = talker.watch
  const after = talker.watch.last?.number ?? null
  talker.watch = await talker.citizen.watch(`chat:${talker.citizen.contact}`, after)
  talker.watch.heard.unshift(...heard)
}

/** An agent who accepts whatever is offered and answers once. */
async function agent(subject: string) {
  const person = await Person.staff(url, subject)
  await person.ask(setStatus, { status: 'available' })
  return { person, answered: [] as { contact: string; id: string }[], taken: new Set<string>() }
}
type Agent = Awaited<ReturnType<typeof agent>>

async function work(one: Agent, watch: Watch): Promise<void> {
  const desk = watch.last?.body as unknown as DeskView | undefined
  for (const contact of desk?.contacts ?? []) {
    const offer = contact.engagements.find((engagement) => engagement.state === 'offered')
    if (!offer || one.taken.has(offer.id)) continue
    const input = { contact: contact.id, engagement: offer.id }
    const accepted = await one.person.try(acceptOffer, input).catch(() => null)
    if (accepted?.status !== 200) continue
    one.taken.add(offer.id)
    const id = newId()
    const sent = await one.person
      .try(reply, { ...input, id, body: 'Goedendag, ik kijk het voor u na.', seen: 1_000 })
      .catch(() => null)
    if (sent?.status === 200) one.answered.push({ contact: contact.id, id })
  }
}

test('the server killed in the middle of chats loses and doubles nothing', async () => {
  await seedTown({ ownerUrl: database.ownerUrl, issuer: `${url}/oidc`, now: Date.now() })
  await widenQueues()
  await startServer()
  const subjects = cast.filter(({ grants }) => grants.some(({ role }) => role === 'agent'))
  const agents = await Promise.all(subjects.map(({ subject }) => agent(subject)))
  const desks = await Promise.all(agents.map(({ person }) => person.watch('desk:')))
  const talkers = await Promise.all(Array.from({ length: chats }, (_, index) => talk(index)))

  const rounds = async (count: number, name: string) => {
    for (let round = 0; round < count; round++) {
      await Promise.all([
        ...talkers.map((talker) => write(talker, `${name} ${round}`)),
        ...agents.map((one, index) => work(one, must(desks[index]))),
      ])
    }
  }
  await rounds(roundsBefore, 'voor')
  const during = Promise.all(talkers.map((talker) => write(talker, 'tijdens')))
  await new Promise((resolve) => setTimeout(resolve, 30))
  const killedAt = Date.now()
  must(server).kill('SIGKILL')
  await once(must(server), 'exit')
  await startServer()
  const backAt = Date.now()
  await during
  await Promise.all(talkers.map(resume))
  desks.splice(
    0,
    desks.length,
    ...(await Promise.all(agents.map(({ person }) => person.watch('desk:')))),
  )
  await rounds(roundsAfter, 'na')
  await new Promise((resolve) => setTimeout(resolve, 2_500))

  await nothingLost(talkers, agents)
  await secondsRight(killedAt, backAt)
}, 180_000)

async function nothingLost(talkers: Talker[], agents: Agent[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.superUrl })
  await client.connect()
  for (const { citizen, acknowledged, watch } of talkers) {
    const { rows } = await client.query(
      'select id, number, author from chat_message where contact_id = $1 order by number',
      [citizen.contact],
    )
    expect(rows.map((row) => row.number)).toEqual(rows.map((_, index) => index + 1))
    const stored = rows.filter((row) => row.author === 'citizen').map((row) => row.id)
    // The first message was written at the start; the others are those that were acknowledged.
    expect(stored.slice(-acknowledged.length)).toEqual(acknowledged)
    expect(new Set(stored).size).toBe(stored.length)
    await watch.until((last) => last.number >= rows.length)
    expect(watch.news.map((message) => message.number)).toEqual(rows.map((row) => row.number))
  }
  const { rows } = await client.query("select id from chat_message where author = 'agent'")
  const stored = new Set(rows.map((row) => row.id))
  const answered = agents.flatMap((one) => one.answered)
  expect(answered.length).toBeGreaterThan(0)
  for (const { id } of answered) expect(stored.has(id)).toBe(true)
  await client.end()
}

/** Versions without gaps, and no second of an agent while nobody was connected. */
async function secondsRight(killedAt: number, backAt: number): Promise<void> {
  const client = new pg.Client({ connectionString: database.superUrl })
  await client.connect()
  const { rows: gaps } = await client.query(`
    select contact_id from contact_event group by contact_id having max(version) <> count(*)`)
  expect(gaps).toEqual([])
  // The last beat of the dead node is at most a beat (0.5 s) before the kill.
  const { rows: paid } = await client.query(
    `select * from segment where from_at < $1 and until_at > $2`,
    [new Date(backAt - 100), new Date(killedAt + 100)],
  )
  expect(paid).toEqual([])
  const { rows: lost } = await client.query(
    `select happened_at from contact_event where type = 'deskLost' and happened_at between $1 and $2`,
    [new Date(killedAt - 1_500), new Date(killedAt + 100)],
  )
  expect(lost.length).toBeGreaterThan(0)
  await client.end()
}
