import { Backoff } from './live-backoff.ts'

/**
 * Everything that moves on a screen comes over one WebSocket. A page watches streams; each message
 * of a stream has a number, and after a broken connection the stream goes on from the last one.
 *
 *   connecting → open → lost → connecting …          signedOut: waits for {@link Live.resume}
 *
 * A browser does not see the server's pings, so after a silence we ask for a sign of life ourselves.
 */
export type Connection = 'connecting' | 'open' | 'lost' | 'signedOut'

export interface Watcher {
  /**
   * How the stream stands, what came since the number before, and its number. News comes once and in
   * order; only a stream watched anew, a moment after it was let go, may say something twice.
   */
  take(body: unknown, news: readonly unknown[], number: number): void
  /** A passing sign, such as somebody typing. */
  signal?(from: string): void
  /** The server will not show this stream. */
  refused?(code: string, sentence: string): void
}

/** The part of a WebSocket that is used. */
export interface Socket {
  send(text: string): void
  close(): void
  onopen: ((event: Event) => void) | null
  onmessage: ((event: MessageEvent) => void) | null
  onclose: ((event: CloseEvent) => void) | null
}

export interface LiveParts {
  open(): Socket
  now(): number
  random(): number
  onSessionEnded(): void
  /** The key of who has no cookie: said first on every connection. */
  hello?(): string
}

interface Watched {
  watcher: Watcher
  number: number | null
}

/** After so much silence we ask for a sign of life, and after so much more we give up; in ms. */
const silenceMs = 8_000
const patienceMs = 4_000
/** A connection that opens takes no longer than this; one that held this long was a good one. */
const settledMs = 10_000
const signedOut = 4401

interface Message {
  stream?: string
  number?: number
  body?: unknown
  news?: unknown[]
  signal?: string
  refused?: string
  sentence?: string
}

export class Live {
  private readonly parts: LiveParts
  private readonly streams = new Map<string, Watched>()
  private readonly listeners = new Set<() => void>()
  private readonly backoff: Backoff
  private socket: Socket | null = null
  private state: Connection = 'connecting'
  private heardAt = 0
  private since = 0
  private askedAt: number | null = null

  constructor(parts: LiveParts) {
    this.parts = parts
    this.backoff = new Backoff(parts.random, () => this.connect())
  }

  get connection(): Connection {
    return this.state
  }

  onConnection(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Follows a stream (`desk:`, `chat:<contact>`) until the function it gives is called. */
  watch(stream: string, watcher: Watcher): () => void {
    const watched: Watched = { watcher, number: null }
    this.streams.set(stream, watched)
    if (this.socket === null) this.connect()
    else this.subscribe(stream, watched)
    return () => {
      if (this.streams.get(stream) !== watched) return
      this.streams.delete(stream)
      this.send({ unsubscribe: stream })
    }
  }

  /** Tells the others who watch this stream that we are typing. Lost when there is no connection. */
  signal(stream: string): void {
    this.send({ signal: stream })
  }

  /** Connects at once: the network is back, the person is back, or has signed in again. */
  resume(): void {
    if (this.state === 'open') this.checkLife(0)
    else this.connect()
  }

  /** To be called every second or so: notices a connection that died without saying so. */
  beat(): void {
    const settled = this.parts.now() - this.since > settledMs
    if (this.state === 'open') {
      if (settled) this.backoff.reset()
      this.checkLife(silenceMs)
    } else if (settled && this.socket) this.lost(0)
  }

  close(): void {
    this.backoff.stop()
    this.drop()
    this.streams.clear()
  }

  private connect(): void {
    this.backoff.stop()
    this.drop()
    if (this.state !== 'lost') this.become('connecting')
    const socket = this.parts.open()
    this.socket = socket
    this.since = this.parts.now()
    socket.onopen = () => {
      this.heard()
      this.since = this.heardAt
      this.become('open')
      const hello = this.parts.hello?.()
      if (hello !== undefined) this.send({ hello })
      for (const [stream, watched] of this.streams) this.subscribe(stream, watched)
    }
    socket.onmessage = ({ data }) => this.take(JSON.parse(String(data)) as Message)
    socket.onclose = ({ code }) => this.lost(code)
  }

  private lost(code: number): void {
    this.drop()
    if (code === signedOut) {
      this.become('signedOut')
      this.parts.onSessionEnded()
      return
    }
    this.become('lost')
    this.backoff.start()
  }

  /** Lets go of the socket: what it still says is no longer heard. */
  private drop(): void {
    const socket = this.socket
    this.socket = null
    this.askedAt = null
    if (!socket) return
    socket.onopen = socket.onmessage = socket.onclose = null
    socket.close()
  }

  private take({ stream, number = 0, body, news = [], signal, refused, sentence }: Message): void {
    this.heard()
    const watched = stream === undefined ? undefined : this.streams.get(stream)
    if (!watched || stream === undefined) return
    if (refused !== undefined) this.refuse(stream, watched, refused, sentence ?? '')
    else if (signal !== undefined) watched.watcher.signal?.(signal)
    else if (watched.number === null || number >= watched.number) {
      watched.number = number
      watched.watcher.take(body, news, number)
    }
  }

  private refuse(stream: string, watched: Watched, code: string, sentence: string): void {
    if (code === 'kit.signInFirst') {
      this.lost(signedOut)
      return
    }
    this.streams.delete(stream)
    watched.watcher.refused?.(code, sentence)
  }

  private subscribe(stream: string, { number }: Watched): void {
    this.send({ subscribe: stream, after: number })
  }

  private send(message: object): void {
    if (this.state === 'open') this.socket?.send(JSON.stringify(message))
  }

  private heard(): void {
    this.heardAt = this.parts.now()
    this.askedAt = null
  }

  private checkLife(silence: number): void {
    const now = this.parts.now()
    if (this.askedAt !== null && now - this.askedAt > patienceMs) this.lost(0)
    else if (this.askedAt === null && now - this.heardAt >= silence) {
      this.askedAt = now
      this.send({ ping: now })
    }
  }

  private become(state: Connection): void {
    if (this.state === state) return
    this.state = state
    for (const listener of this.listeners) listener()
  }
}
