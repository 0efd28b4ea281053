import { type Clock, SharedClock } from '../../kit/clock.ts'
import { Db } from '../../kit/db.ts'
import { Presence } from '../../kit/presence.ts'
import { Wakes } from '../../kit/wake.ts'
import { SettingsCache } from '../clients/index.ts'
import { deskPresence } from './desk-presence.ts'
import { Engine } from './engine.ts'

/** The shared clock, which a test may set forward. */
export class ForwardClock implements Clock {
  private ahead = 0
  private readonly clock: SharedClock

  constructor(clock: SharedClock) {
    this.clock = clock
  }

  now(): number {
    return this.clock.now() + this.ahead
  }

  forward(ms: number): void {
    this.ahead += ms
  }

  stop(): void {
    this.clock.stop()
  }
}

/** One server process without its web side: what routing needs to run, on a database of the town. */
export interface Node {
  db: Db
  clock: ForwardClock
  wakes: Wakes
  cache: SettingsCache
  presence: Presence
  engine: Engine
  /** What went wrong in the background; empty at the end of a good test. */
  errors: unknown[]
  close(): Promise<void>
}

/** Starts a node on a database; its engine runs only once it is started. */
export async function startNode(url: string, name: string): Promise<Node> {
  const errors: unknown[] = []
  const onError = (error: unknown) => void errors.push(error)
  const db = new Db(url)
  const clock = new ForwardClock(await SharedClock.start(db.pool))
  const wakes = new Wakes(db, url)
  await wakes.start()
  const cache = new SettingsCache(db, clock, wakes, onError)
  await cache.start()
  const presence = new Presence(db, clock, onError)
  presence.add(deskPresence(clock))
  await presence.start(name)
  const parts = { db, clock, wakes, cache, node: presence.node, sweeps: [], onError }
  const engine = new Engine(parts)
  async function close(): Promise<void> {
    await engine.stop()
    await presence.stop()
    cache.stop()
    await wakes.close()
    clock.stop()
    await db.close()
  }
  return { db, clock, wakes, cache, presence, engine, errors, close }
}

/** Run as a program: a node that routes until it is killed, and says when it owns routing. */
if (process.argv[1] === import.meta.filename) {
  const [, , url = '', name = ''] = process.argv
  const node = await startNode(url, name)
  node.engine.start()
  let told: number | null = null
  setInterval(() => {
    if (node.engine.epoch === told) return
    told = node.engine.epoch
    console.log(JSON.stringify({ epoch: told, errors: node.errors.map(String) }))
  }, 20)
}
