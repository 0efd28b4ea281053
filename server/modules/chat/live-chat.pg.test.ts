import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { townIds } from '../../../town/ids.ts'
import { eventsAfter, readContact } from '../contacts/index.ts'
import { say } from './contract.ts'
import { sweepLostCitizens } from './sweep-lost-citizens.ts'
import {
  type As,
  ask,
  type ChatHouse,
  chatHouse,
  headersOf,
  newToken,
  openMoment,
  start,
  take,
} from './testing.ts'

let house: ChatHouse
beforeAll(async () => {
  house = await chatHouse()
})
afterAll(() => house.close())

interface Told {
  stream?: string
  number?: number
  body?: { state: string; agent: string | null }
  news?: { number: number; body: string }[]
  refused?: string
  signal?: string
}

/** A page with a live connection, and what it was told. */
class Page {
  readonly told: Told[] = []
  private readonly socket: WebSocket

  private constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (data) => this.told.push(JSON.parse(String(data))))
  }

  static async open(as: As, ...first: object[]): Promise<Page> {
    const headers = as && 'staff' in as ? headersOf(as) : {}
    const socket = new WebSocket(house.url.replace('http', 'ws').concat('/live'), { headers })
    const page = new Page(socket)
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    if (as && 'token' in as) page.send({ hello: as.token })
    for (const one of first) page.send(one)
    return page
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message))
  }

  numbers(): number[] {
    return this.told.flatMap(({ news }) => news ?? []).map(({ number }) => number)
  }

  close(): Promise<void> {
    this.socket.terminate()
    return new Promise((resolve) => this.socket.once('close', () => resolve()))
  }
}

const until = (condition: () => unknown) =>
  expect.poll(async () => Boolean(await condition()), { timeout: 8_000, interval: 20 }).toBe(true)
const asSystem = <T>(work: Parameters<typeof house.db.as<T>>[1]) =>
  house.db.as({ kind: 'system', name: 'test' }, work)
const contactOf = (id: string) => asSystem((tx) => readContact(tx, id))
const eventTypes = async (id: string) =>
  (await asSystem((tx) => eventsAfter(tx, id, 0))).map(({ type }) => type)
const says = (token: string, body: string) => ask(house, say, { id: randomUUID(), body }, { token })

describe('CHAT-17: the conversation live', () => {
  test('both sides get every message once and in order, and how things stand', async () => {
    const { contact, token } = await start(house)
    const subscribe = { subscribe: `chat:${contact}` }
    const citizen = await Page.open({ token }, subscribe)
    const agent = await Page.open({ staff: 'noor' }, subscribe)
    await until(() => citizen.told.length > 0 && agent.told.length > 0)
    await Promise.all(Array.from({ length: 20 }, (_, i) => says(token, `bericht ${i}`)))
    await take(house, contact, 'noor')
    await until(() => citizen.told.at(-1)?.body?.agent === 'Noor')
    const all = Array.from({ length: 20 }, (_, i) => i + 1)
    await until(() => agent.numbers().length === 20)
    expect([citizen.numbers(), agent.numbers()]).toEqual([all, all])
    await Promise.all([citizen.close(), agent.close()])
  })

  test('a page that comes back gets what it missed, from its number on', async () => {
    const { contact, token } = await start(house)
    for (const body of ['een', 'twee', 'drie']) await says(token, body)
    const back = await Page.open({ token }, { subscribe: `chat:${contact}`, after: 1 })
    await until(() => back.told.length > 0)
    expect(back.told[0]).toMatchObject({ number: 3, news: [{ body: 'twee' }, { body: 'drie' }] })
    await says(token, 'vier')
    await until(() => back.numbers().length === 3)
    expect(back.numbers()).toEqual([2, 3, 4])
    await back.close()
    const upToDate = await Page.open({ token }, { subscribe: `chat:${contact}`, after: 4 })
    await until(() => upToDate.told.length > 0)
    expect(upToDate.told[0]).toMatchObject({ number: 4, news: [] })
    await upToDate.close()
  })

  test('whoever joins while much is being said gets it once and in order too', async () => {
    const { contact, token } = await start(house)
    const talk = Promise.all(Array.from({ length: 60 }, (_, i) => says(token, `bericht ${i}`)))
    const pages = await Promise.all(
      Array.from({ length: 12 }, () => Page.open({ token }, { subscribe: `chat:${contact}` })),
    )
    await talk
    const all = Array.from({ length: 60 }, (_, i) => i + 1)
    await until(() => pages.every((page) => page.numbers().length >= 60))
    for (const page of pages) expect(page.numbers()).toEqual(all)
    await Promise.all(pages.map((page) => page.close()))
  })

  test('who among the staff reads along stands in the trail', async () => {
    const { contact } = await start(house)
    const page = await Page.open({ staff: 'tarik' }, { subscribe: `chat:${contact}`, after: 0 })
    await until(() => page.told.length > 0)
    const seen = house.trail.filter(({ about }) => about?.id === contact)
    expect(seen).toMatchObject([{ staff: townIds.staff('tarik'), action: 'chat.watch' }])
    await page.close()
  })

  test('nobody follows the chat of another', async () => {
    const { contact } = await start(house)
    const other = await start(house)
    const subscribe = { subscribe: `chat:${contact}` }
    const watchers: [As, string][] = [
      [{ token: other.token }, 'kit.notFound'],
      [{ staff: 'wout' }, 'kit.notFound'],
      [{ token: newToken() }, 'kit.signInFirst'],
      [undefined, 'kit.signInFirst'],
    ]
    for (const [as, refused] of watchers) {
      const page = await Page.open(as, subscribe)
      await until(() => page.told.length > 0)
      expect(page.told).toMatchObject([{ refused }])
      page.send({ signal: `chat:${contact}` })
      await page.close()
    }
    const odd = await Page.open({ staff: 'noor' }, { subscribe: 'chat:x' }, { subscribe: 'chat:' })
    await until(() => odd.told.length > 1)
    expect(odd.told.map(({ refused }) => refused)).toEqual(['kit.notFound', 'kit.notFound'])
    await odd.close()
    expect((await contactOf(contact))?.citizenLostAt).toBeNull()
  })

  test('typing passes from one side to the other', async () => {
    const { contact, token } = await start(house)
    const subscribe = { subscribe: `chat:${contact}` }
    const citizen = await Page.open({ token }, subscribe)
    const agent = await Page.open({ staff: 'noor' }, subscribe)
    await until(() => citizen.told.length > 0 && agent.told.length > 0)
    citizen.send({ signal: `chat:${contact}` })
    await until(() => agent.told.some(({ signal }) => signal === 'citizen'))
    agent.send({ signal: `chat:${contact}` })
    await until(() => citizen.told.some(({ signal }) => signal === 'agent'))
    await Promise.all([citizen.close(), agent.close()])
  })
})

describe('CHAT-18: a citizen who is lost', () => {
  test('a broken connection is noted when it broke, and so is coming back', async () => {
    const { contact, token } = await start(house)
    const page = await Page.open({ token }, { subscribe: `chat:${contact}` })
    await until(() => page.told.length > 0)
    const brokeAt = house.clock.now()
    await page.close()
    await until(async () => (await contactOf(contact))?.citizenLostAt === brokeAt)
    const back = await Page.open({ token }, { subscribe: `chat:${contact}` })
    await until(async () => (await contactOf(contact))?.citizenLostAt === null)
    expect(await eventTypes(contact)).toEqual(['opened', 'citizenLost', 'citizenBack'])
    await back.close()
  })

  test('a reload, or one of two tabs that closes, is no loss', async () => {
    const { contact, token } = await start(house)
    const subscribe = { subscribe: `chat:${contact}` }
    const [one, two] = [
      await Page.open({ token }, subscribe),
      await Page.open({ token }, subscribe),
    ]
    await until(() => one.told.length > 0 && two.told.length > 0)
    await one.close()
    await two.close()
    const reloaded = await Page.open({ token }, subscribe)
    await until(() => reloaded.told.length > 0)
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    expect(await eventTypes(contact)).toEqual(['opened'])
    await reloaded.close()
  })

  test('a page that is gone before it was answered leaves nobody behind', async () => {
    const { contact, token } = await start(house)
    for (let i = 0; i < 10; i++) {
      const page = await Page.open({ token }, { subscribe: `chat:${contact}` })
      await new Promise((resolve) => setTimeout(resolve, i))
      await page.close()
    }
    const rows = () =>
      asSystem((tx) =>
        tx.q
          .selectFrom('presence')
          .select('subject')
          .where('subject', '=', `contact:${contact}`)
          .execute(),
      )
    await new Promise((resolve) => setTimeout(resolve, 1_700))
    await until(async () => (await rows()).length === 0)
  })

  test('after 90 s in the queue or 5 min in conversation they have left, as of the loss', async () => {
    const apart = await chatHouse()
    const sweep = () => sweepLostCitizens(apart.db, apart.clock)
    const read = (id: string) =>
      apart.db.as({ kind: 'system', name: 'test' }, (tx) => readContact(tx, id))
    const [waits, talks] = [await start(apart), await start(apart)]
    await take(apart, talks.contact, 'noor')
    apart.clock.forward(14_999)
    await sweep()
    expect((await read(waits.contact))?.citizenLostAt).toBeNull()
    apart.clock.forward(1)
    await sweep()
    expect((await read(waits.contact))?.citizenLostAt).toBe(openMoment)
    apart.clock.forward(74_999)
    await sweep()
    expect((await read(waits.contact))?.state).toBe('waiting')
    apart.clock.forward(1)
    await sweep()
    expect(await read(waits.contact)).toMatchObject({ state: 'closed', endedAs: 'shortAbandon' })
    expect((await read(talks.contact))?.state).toBe('talking')
    apart.clock.forward(210_000)
    await sweep()
    expect(await read(talks.contact)).toMatchObject({
      state: 'over',
      endedAs: 'handled',
      phases: { talking: 0 },
      engagements: [{ state: 'wrapUp' }],
    })
    await sweep()
    await apart.close()
  })

  test('who is connected is never taken for gone', async () => {
    const apart = await chatHouse()
    const { contact, token } = await start(apart)
    const socket = new WebSocket(apart.url.replace('http', 'ws').concat('/live'))
    await new Promise((resolve) => socket.once('open', resolve))
    socket.send(JSON.stringify({ hello: token }))
    socket.send(JSON.stringify({ subscribe: `chat:${contact}` }))
    await new Promise((resolve) => socket.once('message', resolve))
    apart.clock.forward(600_000)
    await sweepLostCitizens(apart.db, apart.clock)
    const read = await apart.db.as({ kind: 'system', name: 'test' }, (tx) =>
      readContact(tx, contact),
    )
    expect(read).toMatchObject({ state: 'waiting', citizenLostAt: null })
    socket.terminate()
    await apart.close()
  })
})
