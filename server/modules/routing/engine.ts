import type { Db } from '../../kit/db.ts'
import { Lease } from '../../kit/lease.ts'
import { Refusal } from '../../kit/refusal.ts'
import type { Wakes } from '../../kit/wake.ts'
import { readOverdue } from './contact-store.ts'
import { decide } from './decision/decide.ts'
import { type Duty, dutiesOf } from './duties.ts'
import { Feed } from './feed.ts'
import { desertedMs } from './limits.ts'
import { asOwner, leaseName, NotOwner, type OwnerParts, system } from './owner.ts'
import { Standings } from './standings.ts'
import { writeOffer } from './write-offer.ts'

/** A round follows a wake at once, and otherwise comes this often. */
const roundMs = 250
const sweepMs = 1_000
/** The index is read anew now and then: skills begin and end without an event. */
const reloadMs = 30_000
/** One contact that cannot be offered for a reason we do not know never stops the others. */
const asideMs = 5_000

export interface EngineParts extends OwnerParts {
  db: Db
  wakes: Wakes
  node: string
  /** What else exactly one node does, each second. */
  sweeps: readonly (() => Promise<void>)[]
  onError(error: unknown): void
}

/**
 * The routing owner. Every node has an engine; the one that holds the lease routes. A round brings
 * the index up to date, does what time asks for, decides, and writes the offers; each write checks
 * in its own transaction that this epoch still routes. Nothing here is lost with the process: the
 * next owner starts from the rows.
 */
export class Engine {
  private readonly parts: EngineParts
  private readonly lease: Lease
  private readonly standings: Standings
  private feed: Feed | undefined
  /** Settings changed, or wakes were missed: the feed is to be read anew. */
  private stale = true
  /** Contacts with which something went wrong, and until when they are left out. */
  private readonly setAside = new Map<string, number>()
  private running: Promise<void> | undefined
  private again = false
  private sweeping = false
  private timers: NodeJS.Timeout[] = []
  private unlisten = () => {}

  constructor(parts: EngineParts) {
    const { db, clock, node } = parts
    this.parts = parts
    this.standings = new Standings(parts)
    this.lease = new Lease(db, clock, leaseName, node, () => this.changeOwner())
  }

  /** Since which takeover this node routes; null when it does not. */
  get epoch(): number | null {
    return this.lease.epoch
  }

  start(): void {
    this.unlisten = this.parts.wakes.listen((topics) => this.wake(topics))
    this.timers = [
      setInterval(() => this.look(), roundMs),
      setInterval(() => void this.sweep(), sweepMs),
    ]
    this.lease.start()
  }

  /** Lets the round that runs end, and hands over to another node. */
  async stop(): Promise<void> {
    this.unlisten()
    for (const timer of this.timers) clearInterval(timer)
    await this.running
    await this.lease.stop()
  }

  private changeOwner(): void {
    this.stale = true
    this.parts.wakes.send(new Set(['agents']))
    this.look()
  }

  private wake(topics: ReadonlySet<string>): void {
    if (this.epoch === null) return
    let concerned = false
    for (const topic of topics) {
      const [kind, id] = topic.split(':')
      if (kind === 'settings' || kind === '*') this.stale = true
      else if (kind === 'contact' && id) this.feed?.touch({ contact: id })
      else if (kind === 'staff' && id) this.feed?.touch({ agent: id })
      else continue
      concerned = true
    }
    if (concerned) this.look()
  }

  private look(): void {
    if (this.epoch === null) return
    if (this.running) {
      this.again = true
      return
    }
    this.running = this.run().finally(() => {
      this.running = undefined
    })
  }

  private async run(): Promise<void> {
    try {
      do {
        this.again = false
        if (this.epoch !== null) await this.round(this.epoch)
      } while (this.again)
    } catch (error) {
      // Whatever went wrong, the next round starts from the rows.
      this.stale = true
      if (!(error instanceof NotOwner)) this.parts.onError(error)
    }
  }

  private async round(epoch: number): Promise<void> {
    const { clock } = this.parts
    const feed = await this.upToDate()
    for (const { contact, act } of await this.duties(feed))
      await this.attempt(feed, contact, () => asOwner(this.parts, epoch, act))
    for (const offer of decide(feed.index, clock.now())) {
      const { contact, agent } = offer
      const written = await this.attempt(feed, contact, () =>
        writeOffer(this.parts, epoch, feed, offer),
      )
      // The index was wrong about one of them: both are read again, and decided anew.
      if (!written) feed.touch({ contact, agent })
    }
    await this.standings.tell(epoch, feed)
  }

  /** The feed with all that was committed before now. */
  private async upToDate(): Promise<Feed> {
    const { db, cache, clock } = this.parts
    const now = clock.now()
    if (this.stale || !this.feed || now - this.feed.loadedAt > reloadMs) {
      this.stale = false
      await cache.refresh()
      this.feed = await db.as(system, (tx) => Feed.load(tx, cache, now))
    }
    const { feed } = this
    for (const [contact, until] of this.setAside) {
      if (until <= now) this.setAside.delete(contact)
      feed.hide(contact, until > now)
    }
    await db.as(system, (tx) => feed.catchUp(tx, now))
    return feed
  }

  private async duties(feed: Feed): Promise<Duty[]> {
    const { db, clock } = this.parts
    const now = clock.now()
    const overdue = await db.as(system, (tx) => readOverdue(tx, now, desertedMs))
    const duties = dutiesOf(this.parts, feed, overdue, now)
    return duties.filter(({ contact }) => !this.setAside.has(contact))
  }

  /** Does one thing for one contact; null when it is no longer possible, or went wrong. */
  private async attempt<T>(feed: Feed, contact: string, act: () => Promise<T>): Promise<T | null> {
    try {
      return await act()
    } catch (error) {
      if (error instanceof NotOwner) throw error
      if (error instanceof Refusal) return null
      this.parts.onError(error)
      this.setAside.set(contact, this.parts.clock.now() + asideMs)
      feed.hide(contact, true)
      return null
    }
  }

  private async sweep(): Promise<void> {
    if (this.epoch === null || this.sweeping) return
    this.sweeping = true
    for (const sweep of this.parts.sweeps) await sweep().catch(this.parts.onError)
    this.sweeping = false
  }
}
