import { randomBytes } from 'node:crypto'
import { WebSocket } from 'ws'
import { readConfig } from '../server/config.ts'
import type { Input, Operation, Output } from '../server/kit/contract.ts'
import { newId } from '../server/kit/ids.ts'
import { testDatabase } from '../server/kit/testing.ts'
import { serve } from '../server/main.ts'
import { Browser, freePort } from '../server/modules/access/testing.ts'
import { startChat } from '../server/modules/chat/contract.ts'
import { seedTown } from '../town/seed.ts'

/** The whole server on a database of its own, with the town in it; for routes, journeys, drills. */
export async function openHouse() {
  const database = await testDatabase()
  const port = await freePort()
  const url = `http://localhost:${port}`
  await seedTown({ ownerUrl: database.ownerUrl, issuer: `${url}/oidc`, now: Date.now() })
  const config = readConfig({
    PORT: String(port),
    HOST: 'localhost',
    PUBLIC_URL: url,
    LOG_LEVEL: 'error',
  })
  const server = await serve({
    config: { ...config, dataKey: randomBytes(32) },
    databaseUrl: database.url,
    town: true,
  })
  return {
    url,
    database,
    async close() {
      await server.close()
      await database.drop()
    },
  }
}
export type House = Awaited<ReturnType<typeof openHouse>>

export type Citizen = Person & { contact: string; reference: string }

export interface Answer<T = Record<string, unknown>> {
  status: number
  body: T & { refusal?: string; sentence?: string }
}

/** Somebody who asks things of the server, as their browser would. */
export class Person {
  readonly url: string
  readonly browser: Browser
  /** The token of a citizen. */
  token: string | null = null

  constructor(url: string) {
    this.url = url
    this.browser = new Browser(url)
  }

  /** Signs in as somebody of the town. */
  static async staff(url: string, subject: string): Promise<Person> {
    const person = new Person(url)
    await person.browser.signIn(subject)
    return person
  }

  /** Starts a chat as a citizen who was never here before. */
  static async citizen(
    url: string,
    question: Partial<Input<typeof startChat>> = {},
  ): Promise<Citizen> {
    const person = new Person(url)
    const token = randomBytes(32).toString('base64url')
    // The line that is open day and night.
    const input = {
      token,
      line: 'wegenlijn',
      theme: null,
      language: 'nl',
      message: null,
      ...question,
    } as const
    const started = await person.ask(startChat, input)
    if (!started.opened) throw new Error(`no chat: ${started.because}`)
    person.token = token
    return Object.assign(person, { contact: started.contact, reference: started.reference })
  }

  /** Asks; the answer may be a refusal. */
  async try<P extends Operation>(
    operation: P,
    input: Input<P>,
    key = newId(),
  ): Promise<Answer<Output<P>>> {
    const read = operation.kind === 'read'
    const query = read ? `?${new URLSearchParams(input as Record<string, string>)}` : ''
    const response = await fetch(`${this.url}/api/${operation.name}${query}`, {
      method: read ? 'GET' : 'POST',
      headers: this.headers(
        read ? {} : { 'content-type': 'application/json', 'idempotency-key': key },
      ),
      ...(read ? {} : { body: JSON.stringify(input) }),
    })
    return { status: response.status, body: (await response.json()) as Answer<Output<P>>['body'] }
  }

  /** Asks, and takes no refusal for an answer. */
  async ask<P extends Operation>(operation: P, input: Input<P>, key = newId()): Promise<Output<P>> {
    const { status, body } = await this.try(operation, input, key)
    if (status !== 200) throw new Error(`${operation.name}: ${status} ${JSON.stringify(body)}`)
    return body
  }

  /** Watches a live stream. */
  watch(stream: string, after: number | null = null): Promise<Watch> {
    const socket = new WebSocket(`${this.url.replace('http', 'ws')}/live`, {
      headers: this.headers({}),
    })
    return new Promise((resolve, reject) => {
      socket.on('error', reject)
      socket.on('open', () => {
        if (this.token) socket.send(JSON.stringify({ hello: this.token }))
        socket.send(JSON.stringify({ subscribe: stream, after }))
        resolve(new Watch(socket))
      })
    })
  }

  private headers(more: Record<string, string>): Record<string, string> {
    const cookie = [...this.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return {
      ...more,
      origin: this.url,
      ...(cookie ? { cookie } : {}),
      ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
    }
  }
}

interface Heard {
  stream: string
  number: number
  body: Record<string, unknown>
  news: Record<string, unknown>[]
  refused?: string
}

/** What a live stream has said so far. */
export class Watch {
  readonly heard: Heard[] = []
  private readonly socket: WebSocket

  constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (data) => this.heard.push(JSON.parse(String(data))))
    socket.on('error', () => {})
  }

  get last(): Heard | undefined {
    return this.heard.findLast((one) => one.body !== undefined)
  }

  get news(): Record<string, unknown>[] {
    return this.heard.flatMap((one) => one.news ?? [])
  }

  /** Waits until what was heard satisfies; the last message. */
  async until(found: (last: Heard) => boolean, withinMs = 8_000): Promise<Heard> {
    const end = Date.now() + withinMs
    while (Date.now() < end) {
      const { last } = this
      if (last && found(last)) return last
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    throw new Error(`not within ${withinMs} ms; last heard ${JSON.stringify(this.last)}`)
  }

  /** Gives a passing sign on a stream that is watched, such as typing. */
  signal(stream: string): void {
    this.socket.send(JSON.stringify({ signal: stream }))
  }

  /** Breaks the connection without a word. */
  cut(): void {
    this.socket.terminate()
  }
}
