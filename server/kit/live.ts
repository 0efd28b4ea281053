import type { FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import type { Who } from './contract.ts'
import type { Db, Tx } from './db.ts'
import type { Caller } from './http.ts'
import { Connection } from './live-connection.ts'
import type { Presence } from './presence.ts'
import type { Wakes } from './wake.ts'

/**
 * One kind of thing to watch. A client subscribes to `<kind>:<id>` with the last number it has;
 * it gets what it missed or a snapshot, and then every change, in order. Any node can serve it:
 * all of it is read from the database, in the watcher's own name, each time it is woken.
 */
export interface Stream {
  kind: string
  who: readonly Who[]
  /** Topics whose wake means: look again. */
  topics(id: string, caller: Caller): string[]
  /** What a watcher at `after` (null: has nothing) must get; `number` is where that brings it. */
  read(tx: Tx, caller: Caller, id: string, after: number | null): Promise<Reading>
  /** Called in the transaction of the first reading, when somebody begins to watch. */
  watched?(tx: Tx, caller: Caller, id: string): Promise<void>
  /** Who is present by watching this, for {@link Presence}. */
  subject?(id: string, caller: Caller): string | null
  /** A passing signal (someone is typing): who of the others gets it. Never stored. */
  signal?(id: string, caller: Caller): { from: string }
}

export interface Reading {
  number: number
  /** How it stands now; sent whole whenever it differs from what was last sent. */
  body: unknown
  /** What came after the watcher's number, in order; each is sent once. */
  news?: readonly unknown[]
}

const pingMs = 5_000

/** For the WebSocket plugin. What a client does wrong ends its connection and is no news for the log. */
export const sockets = {
  options: { maxPayload: 16 * 1024 },
  errorHandler: (_error: Error, socket: WebSocket) => socket.terminate(),
}

export interface LiveParts {
  db: Db
  wakes: Wakes
  presence: Presence
  streams: readonly Stream[]
  /** Who asks: by the cookie of the request, or by the token of a `hello`. */
  authenticate(request: FastifyRequest, token: string | null): Promise<Caller>
  sameOrigin(request: FastifyRequest): boolean
  onError(error: unknown): void
}

/** The live side of the server: all open WebSockets of this node. */
export class Live {
  private readonly connections = new Set<Connection>()
  private readonly parts: LiveParts
  private readonly timer: NodeJS.Timeout
  private readonly unlisten: () => void

  constructor(parts: LiveParts) {
    this.parts = parts
    this.timer = setInterval(() => this.beat(), pingMs)
    this.unlisten = parts.wakes.listen((topics) => {
      for (const connection of this.connections) connection.wake(topics)
    })
  }

  /** Takes over a socket that was just opened. */
  accept(socket: WebSocket, request: FastifyRequest): void {
    const connection = new Connection(this.parts, socket, request)
    this.connections.add(connection)
    socket.on('close', () => {
      this.connections.delete(connection)
      connection.end()
    })
  }

  close(): void {
    clearInterval(this.timer)
    this.unlisten()
    for (const connection of this.connections) connection.goAway()
  }

  private beat(): void {
    for (const connection of this.connections) connection.beat()
  }
}
