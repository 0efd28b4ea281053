import type { FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import { z } from 'zod'
import type { Actor } from './db.ts'
import { admit, type Caller, languageOf } from './http.ts'
import type { LiveParts, Reading, Stream } from './live.ts'
import { Refusal, refusals } from './refusal.ts'

const message = z.union([
  z.object({ hello: z.string().max(200) }),
  z.object({ subscribe: z.string().max(100), after: z.number().int().nullable().default(null) }),
  z.object({ unsubscribe: z.string().max(100) }),
  z.object({ signal: z.string().max(100) }),
  /** Are you there? A browser cannot see our pings. */
  z.object({ ping: z.number() }),
])

const maxSubscriptions = 64
const maxBuffered = 1_000_000
/** Messages of one connection that wait their turn: a page that comes back subscribes to all at once. */
const maxWaiting = 2 * maxSubscriptions
/** A right can end without a word, and a wake be lost: everything is looked at again, in pings. */
const lookEvery = 6

interface Subscription {
  name: string
  id: string
  stream: Stream
  topics: Set<string>
  number: number | null
  last: string
  reading: boolean
  again: boolean
  subject: string | null
}

/** One open WebSocket: what it watches, and how far it has been told. */
export class Connection {
  private readonly parts: LiveParts
  private readonly socket: WebSocket
  private readonly request: FastifyRequest
  private readonly subscriptions = new Map<string, Subscription>()
  private token: string | null = null
  private alive = true
  private beats = 0
  private waiting = 0
  private queue: Promise<void> = Promise.resolve()

  constructor(parts: LiveParts, socket: WebSocket, request: FastifyRequest) {
    this.parts = parts
    this.socket = socket
    this.request = request
    socket.on('pong', () => {
      this.alive = true
    })
    socket.on('error', () => socket.terminate())
    socket.on('message', (data) => this.hear(String(data)))
  }

  /** One message at a time, in order of arrival: a subscription may need the hello before it. */
  private hear(text: string): void {
    if (this.socket.readyState !== this.socket.OPEN) return
    if (this.waiting >= maxWaiting) {
      this.socket.close(1008, 'too many messages')
      return
    }
    this.waiting++
    this.queue = this.queue
      .then(() => this.take(text))
      .catch(this.parts.onError)
      .finally(() => {
        this.waiting--
      })
  }

  /** Looks again at what was woken, and passes signals on. */
  wake(topics: ReadonlySet<string>): void {
    const all = topics.has('*')
    for (const subscription of this.subscriptions.values()) {
      if (all || overlaps(subscription.topics, topics)) this.look(subscription)
      this.passSignals(subscription, topics)
    }
  }

  beat(): void {
    if (!this.alive || this.socket.bufferedAmount > maxBuffered) {
      this.socket.terminate()
      return
    }
    this.alive = false
    this.socket.ping()
    if (this.subscriptions.size > 0) void this.recheck()
    this.beats++
    if (this.beats % lookEvery !== 0) return
    for (const subscription of this.subscriptions.values()) this.look(subscription)
  }

  end(): void {
    for (const { subject } of this.subscriptions.values()) {
      if (subject) this.parts.presence.leave(subject)
    }
    this.subscriptions.clear()
  }

  /** Asks the client to come back, at another node or this one restarted. */
  goAway(): void {
    this.socket.close(1012, 'restart')
  }

  private async take(text: string): Promise<void> {
    const parsed = message.safeParse(json(text))
    if (!parsed.success)
      return this.send({ refused: refusals.malformed({ place: 'bericht', reason: '' }) })
    const asked = parsed.data
    if ('hello' in asked) this.token = asked.hello
    else if ('unsubscribe' in asked) this.unsubscribe(asked.unsubscribe)
    else if ('signal' in asked) await this.signal(asked.signal)
    else if ('ping' in asked) this.send({ pong: asked.ping })
    else await this.subscribe(asked.subscribe, asked.after)
  }

  private async subscribe(name: string, after: number | null): Promise<void> {
    try {
      this.unsubscribe(name)
      if (this.subscriptions.size >= maxSubscriptions) throw refusals.tooMany()
      const [kind, id] = split(name)
      const stream = this.parts.streams.find((one) => one.kind === kind)
      if (!stream) throw refusals.notFound()
      const caller = await this.caller()
      admit(stream.who, caller)
      const reading = await this.read(stream, caller, id, after, true)
      if (this.socket.readyState !== this.socket.OPEN) return
      const subject = stream.subject?.(id, caller) ?? null
      const topics = new Set(stream.topics(id, caller))
      const subscription: Subscription = {
        name,
        id,
        stream,
        topics,
        subject,
        number: after,
        last: '',
        // What wakes us from here on is looked at only after this first reading was delivered.
        reading: true,
        again: false,
      }
      this.subscriptions.set(name, subscription)
      if (subject) await this.parts.presence.arrive(subject)
      if (this.socket.readyState !== this.socket.OPEN) return
      this.deliver(subscription, reading)
      subscription.reading = false
      this.look(subscription)
    } catch (error) {
      this.fail(name, error)
    }
  }

  private unsubscribe(name: string): void {
    const subscription = this.subscriptions.get(name)
    if (!subscription) return
    this.subscriptions.delete(name)
    if (subscription.subject) this.parts.presence.leave(subscription.subject)
  }

  private look(subscription: Subscription): void {
    if (subscription.reading) subscription.again = true
    else void this.follow(subscription)
  }

  private async follow(subscription: Subscription): Promise<void> {
    subscription.reading = true
    try {
      do {
        subscription.again = false
        const { stream, id, number } = subscription
        const caller = await this.caller()
        if (caller.kind === 'nobody') return this.signedOut()
        admit(stream.who, caller)
        const reading = await this.read(stream, caller, id, number)
        if (this.subscriptions.get(subscription.name) !== subscription) return
        this.deliver(subscription, reading)
      } while (subscription.again)
    } catch (error) {
      this.fail(subscription.name, error)
    } finally {
      subscription.reading = false
    }
  }

  private deliver(subscription: Subscription, { number, body, news = [] }: Reading): void {
    const text = JSON.stringify(body)
    subscription.number = number
    if (text === subscription.last && news.length === 0) return
    subscription.last = text
    const name = JSON.stringify(subscription.name)
    const rest = `"body":${text},"news":${JSON.stringify(news)}`
    this.socket.send(`{"stream":${name},"number":${number},${rest}}`)
  }

  private read(
    stream: Stream,
    caller: Caller,
    id: string,
    after: number | null,
    first = false,
  ): Promise<Reading> {
    const actor: Actor = caller.kind === 'staff' ? { kind: 'staff', id: caller.id } : caller
    return this.parts.db.as(actor, async (tx) => {
      const reading = await stream.read(tx, caller, id, after)
      if (first) await stream.watched?.(tx, caller, id)
      return reading
    })
  }

  private async signal(name: string): Promise<void> {
    const subscription = this.subscriptions.get(name)
    const from = subscription?.stream.signal?.(subscription.id, await this.caller()).from
    if (from) this.parts.wakes.send(new Set([`signal:${name}:${from}`]))
  }

  private passSignals(subscription: Subscription, topics: ReadonlySet<string>): void {
    const prefix = `signal:${subscription.name}:`
    for (const topic of topics) {
      if (!topic.startsWith(prefix)) continue
      this.send({ stream: subscription.name, signal: topic.slice(prefix.length) })
    }
  }

  private async caller(): Promise<Caller> {
    const caller = await this.parts.authenticate(this.request, this.token)
    if (caller.kind === 'staff' && !this.parts.sameOrigin(this.request))
      throw refusals.wrongOrigin()
    return caller
  }

  /** Ends the connection of somebody who has signed out or whose session has ended. */
  private async recheck(): Promise<void> {
    const caller = await this.caller().catch(() => null)
    if (caller?.kind === 'nobody') this.signedOut()
  }

  private signedOut(): void {
    this.socket.close(4401, 'signed out')
  }

  private fail(name: string, error: unknown): void {
    if (error instanceof Refusal) {
      this.unsubscribe(name)
      this.send({ stream: name, refused: error })
      return
    }
    // The database is away or we were wrong: the client is asked to come back and resume.
    this.parts.onError(error)
    this.socket.close(1013, 'try again')
  }

  private send(
    what:
      | { refused: Refusal; stream?: string }
      | { stream: string; signal: string }
      | { pong: number },
  ) {
    if (!('refused' in what)) {
      this.socket.send(JSON.stringify(what))
      return
    }
    const { refused, ...rest } = what
    const sentence = refused.sentence(languageOf(this.request))
    this.socket.send(JSON.stringify({ ...rest, refused: refused.code, sentence }))
  }
}

function overlaps(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const topic of b) if (a.has(topic)) return true
  return false
}

function split(name: string): [string, string] {
  const at = name.indexOf(':')
  // Ids are written small: in capitals the same one would have topics that nobody wakes.
  return at < 0 ? [name, ''] : [name.slice(0, at), name.slice(at + 1).toLowerCase()]
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
