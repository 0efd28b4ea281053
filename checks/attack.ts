import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { WebSocket } from 'ws'
import { must } from '../server/kit/must.ts'
import { acceptOffer, type DeskView, setStatus } from '../server/modules/routing/contract.ts'
import { type Citizen, Person } from './house.ts'

// What an attacker has in hand: requests that no page of ours would send, and sockets.

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export interface Raw {
  status: number
  headers: Headers
  text: string
  body: { refusal?: string; sentence?: string; bug?: string; fault?: string; place?: string }
}

/** Any request at all, as `who` if anyone; a body goes out as it is. */
export async function send(
  url: string,
  path: string,
  { who, headers, ...init }: RequestInit & { who?: Person; headers?: Record<string, string> } = {},
): Promise<Raw> {
  const known: Record<string, string> = who?.token ? { authorization: `Bearer ${who.token}` } : {}
  if (who && who.browser.cookies.size > 0) known.cookie = cookiesOf(who)
  const response = await fetch(url + path, {
    redirect: 'manual',
    ...init,
    headers: { ...known, ...headers },
  })
  const text = await response.text()
  const body = text.startsWith('{') ? JSON.parse(text) : {}
  return { status: response.status, headers: response.headers, text, body }
}

/** A write with any body, from our own pages unless `headers` say otherwise. */
export function write(
  who: Person,
  operation: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Raw> {
  return send(who.url, `/api/${operation}`, {
    who,
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: {
      origin: who.url,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...headers,
    },
  })
}

export function cookiesOf(who: Person): string {
  return [...who.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
}

/** Bytes straight onto the port; what came back until it closed or `ms` went by. */
export function bytes(url: string, given: string, ms = 1_000): Promise<string> {
  return new Promise((resolve) => {
    let got = ''
    const socket = connect(Number(new URL(url).port), 'localhost', () => socket.write(given))
    socket.on('data', (data) => {
      got += data
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(got))
    setTimeout(() => socket.destroy(), ms)
  })
}

/** A live connection that says anything, and remembers what it hears and how it ended. */
export class Wire {
  readonly heard: Record<string, unknown>[] = []
  closed: number | null = null
  readonly socket: WebSocket

  private constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (data) => this.heard.push(JSON.parse(String(data))))
    socket.on('close', (code) => {
      this.closed = code
    })
    socket.on('error', () => {})
  }

  static open(url: string, headers: Record<string, string> = {}): Promise<Wire> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/live`, { headers })
    const wire = new Wire(socket)
    return new Promise((resolve, reject) => {
      socket.on('error', reject)
      socket.on('open', () => resolve(wire))
    })
  }

  static as(who: Person, headers: Record<string, string> = {}): Promise<Wire> {
    const cookie = cookiesOf(who)
    return Wire.open(who.url, { origin: who.url, ...(cookie ? { cookie } : {}), ...headers })
  }

  say(what: unknown): void {
    this.socket.send(
      typeof what === 'string' || Buffer.isBuffer(what) ? what : JSON.stringify(what),
    )
  }

  get refused(): unknown[] {
    return this.heard.flatMap((one) => (one.refused ? [one.refused] : []))
  }

  async until(found: (wire: this) => boolean, withinMs = 8_000): Promise<void> {
    const end = Date.now() + withinMs
    while (!found(this)) {
      if (Date.now() > end)
        throw new Error(
          `not within ${withinMs} ms: ${JSON.stringify(this.heard.at(-1))} ${this.closed}`,
        )
      await pause(20)
    }
  }
}

export interface InHand {
  contact: string
  engagement: string
  question: string
}

/** An agent at the desk, available. */
export async function agentAt(url: string, subject: string) {
  const person = await Person.staff(url, subject)
  const desk = await person.watch('desk:')
  await desk.until(() => true)
  await person.ask(setStatus, { status: 'available' })
  return { person, desk }
}
export type AgentAt = Awaited<ReturnType<typeof agentAt>>

/** The offer of a contact at this desk, once it rings. */
export async function offerOf({ desk }: Pick<AgentAt, 'desk'>, contact: string): Promise<InHand> {
  const found = (body: unknown) =>
    (body as DeskView).contacts.find((one) => one.id === contact && one.state === 'offered')
  const { body } = await desk.until((last) => found(last.body) !== undefined)
  const offered = must(found(body))
  const engagement = must(offered.engagements.findLast(({ state }) => state === 'offered'))
  return { contact, engagement: engagement.id, question: must(offered.questions[0]).id }
}

/** A citizen in conversation with this agent. */
export async function conversationWith(
  at: AgentAt,
  message = 'Is de Molenstraat open?',
): Promise<{ citizen: Citizen; mine: { contact: string; engagement: string }; question: string }> {
  const citizen = await Person.citizen(at.person.url, { message })
  await citizen.watch(`chat:${citizen.contact}`)
  const { question, ...mine } = await offerOf(at, citizen.contact)
  await at.person.ask(acceptOffer, mine)
  return { citizen, mine, question }
}
