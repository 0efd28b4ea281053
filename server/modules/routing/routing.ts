import type { Clock } from '../../kit/clock.ts'
import type { Db } from '../../kit/db.ts'
import type { Route } from '../../kit/http.ts'
import type { Stream } from '../../kit/live.ts'
import type { Presence, PresenceRules } from '../../kit/presence.ts'
import type { Wakes } from '../../kit/wake.ts'
import type { SettingsCache } from '../clients/index.ts'
import { Board } from './board.ts'
import { deskStream } from './desk.ts'
import { deskPresence } from './desk-presence.ts'
import { Engine } from './engine.ts'
import { routes } from './http.ts'

export interface RoutingParts {
  db: Db
  clock: Clock
  wakes: Wakes
  cache: SettingsCache
  presence: Presence
  /** What else exactly one node does, each second. */
  sweeps: readonly (() => Promise<void>)[]
  onError(error: unknown): void
}

export interface Routing {
  routes: Route[]
  streams: Stream[]
  /** What follows when a desk connects or loses its connection. */
  presence: PresenceRules
  start(): Promise<void>
  stop(): Promise<void>
}

/** Routing on this node; of all nodes that run, one decides. */
export function createRouting(parts: RoutingParts): Routing {
  const { clock, presence } = parts
  const engine = new Engine({ ...parts, node: presence.node })
  const board = new Board(parts)
  return {
    routes: routes(parts),
    streams: [deskStream(clock, parts.cache), board.stream],
    presence: deskPresence(clock),
    async start() {
      engine.start()
      board.start()
    },
    async stop() {
      board.stop()
      await engine.stop()
    },
  }
}
