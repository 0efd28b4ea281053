import { expectedWaitSeconds } from './decision/expected-wait.ts'
import type { RoutingIndex } from './decision/index-of.ts'
import { countAhead } from './decision/position.ts'
import type { Feed } from './feed.ts'
import { asOwner, type OwnerParts, system } from './owner.ts'
import { readPaces, type StandingRow, sweepStandings, writeStandings } from './pace-store.ts'

const everyMs = 1_000

/** Tells each who waits where they stand, whenever that has changed. */
export class Standings {
  private readonly owner: OwnerParts
  private told = new Map<string, string>()
  private toldAt = 0

  constructor(owner: OwnerParts) {
    this.owner = owner
  }

  /** Writes what differs from what was told before; at most once a second. */
  async tell(epoch: number, feed: Feed): Promise<void> {
    const now = this.owner.clock.now()
    if (now - this.toldAt < everyMs) return
    this.toldAt = now
    const standings = await this.reckon(feed, now)
    const changed = standings.filter((row) => this.told.get(row.contact) !== textOf(row))
    const left = [...this.told.keys()].some((contact) => !feed.waiting.has(contact))
    if (changed.length === 0 && !left) return
    await asOwner(this.owner, epoch, async (tx) => {
      await writeStandings(tx, changed, now)
      if (left) await sweepStandings(tx)
      for (const { contact } of changed) tx.wake(`standing:${contact}`)
    })
    this.told = new Map(standings.map((row) => [row.contact, textOf(row)]))
  }

  private async reckon(feed: Feed, now: number): Promise<StandingRow[]> {
    const queues = [...new Set([...feed.waiting.values()].map(({ queue }) => queue))]
    if (queues.length === 0) return []
    const paces = await this.owner.db.as(system, (tx) => readPaces(tx, queues, now))
    return [...feed.waiting.keys()].flatMap((contact) => {
      const ahead = countAhead(feed.index, contact)
      const waiting = feed.waiting.get(contact)
      if (ahead === null || !waiting) return []
      const { handlingMs = null, intervalsMs = [], lastAt = 0 } = paces.get(waiting.queue) ?? {}
      const sinceLastMs = now - Math.max(lastAt, waiting.waitingSince)
      const serving = servingOf(feed.index, contact)
      const seconds = expectedWaitSeconds(ahead, { handlingMs, intervalsMs, sinceLastMs, serving })
      return [{ contact, position: ahead + 1, expectedWaitMs: rounded(seconds) }]
    })
  }
}

/** How many such contacts could be in hand at once, with the agents who are at work now. */
function servingOf(index: RoutingIndex, contact: string): number {
  const pool = index.laneOf(contact)?.steps[0]?.pool
  if (!pool) return 0
  const atWork = pool.seats.filter((row) => index.seats.at(row).agent.reasons.size === 0)
  return atWork.length * pool.limit
}

/** Up to whole steps of ten seconds, or of a minute from two minutes on, so that it stands still. */
function rounded(seconds: number | null): number | null {
  if (seconds === null) return null
  const step = seconds < 120 ? 10 : 60
  return Math.ceil(seconds / step) * step * 1000
}

function textOf({ position, expectedWaitMs }: StandingRow): string {
  return `${position} ${expectedWaitMs}`
}
