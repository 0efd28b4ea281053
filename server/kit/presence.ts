import { sql } from 'kysely'
import type { Clock } from './clock.ts'
import type { Db, Tx } from './db.ts'
import { newId } from './ids.ts'

const beatMs = 500
/** A node that has not beaten for this long is taken for dead. */
const deadAfterMs = 2_000
/** A connection that is back within this time (a reload) was never away. */
const graceMs = 1_500

/** What to do, in the same transaction, when somebody's last connection is gone, or one is back. */
export interface PresenceRules {
  prefix: string
  arrived(tx: Tx, id: string, at: number): Promise<void>
  /** `at` is when the connection broke: for a node that died, its last beat. */
  left(tx: Tx, id: string, at: number): Promise<void>
}

const system = { kind: 'system', name: 'presence' } as const

/**
 * Who is connected to any node. Each node writes its own connections and a beat; what a dead node
 * leaves behind is cleared by any other, as of its last beat. What could not be written while the
 * database was away is written at a later beat.
 */
export class Presence {
  readonly node = newId()
  private readonly db: Db
  private readonly clock: Clock
  private readonly rules: PresenceRules[] = []
  private readonly counts = new Map<string, number>()
  private readonly leaving = new Map<string, NodeJS.Timeout>()
  /** Whose last connection broke, and when, as long as it is not written. */
  private readonly departed = new Map<string, number>()
  /** About one subject, one thing is written after the other. */
  private readonly turns = new Map<string, Promise<void>>()
  private name = ''
  private beatAt = 0
  private unsure = false
  private timer: NodeJS.Timeout | undefined
  private stopped = false
  private readonly onError: (error: unknown) => void

  constructor(db: Db, clock: Clock, onError: (error: unknown) => void) {
    this.db = db
    this.clock = clock
    this.onError = onError
  }

  /** Says what arriving and leaving mean for the subjects of one prefix. */
  add(rules: PresenceRules): void {
    this.rules.push(rules)
  }

  /** Registers this node; an earlier process of the same name is dead from here on. */
  async start(name: string): Promise<void> {
    const now = new Date(this.clock.now())
    await this.db.as(system, async (tx) => {
      await sql`update node set beat_at = least(beat_at, ${now}), name = name || ' (ended)'
        where name = ${name}`.execute(tx.q)
    })
    this.name = name
    await this.sayAlive(now)
    this.beatAt = now.getTime()
    await this.buryDead()
    this.timer = setInterval(() => void this.beat().catch(this.onError), beatMs)
  }

  /** One more connection of `subject` at this node. */
  async arrive(subject: string): Promise<void> {
    clearTimeout(this.leaving.get(subject))
    this.leaving.delete(subject)
    this.departed.delete(subject)
    const count = this.counts.get(subject) ?? 0
    this.counts.set(subject, count + 1)
    if (count === 0) await this.write(subject)
  }

  /** One connection fewer; after the grace, if it was the last anywhere, `left` follows. */
  leave(subject: string): void {
    const count = (this.counts.get(subject) ?? 1) - 1
    this.counts.set(subject, count)
    if (count > 0 || this.stopped) return
    const at = this.clock.now()
    const settle = () => {
      this.leaving.delete(subject)
      if (this.isHere(subject)) return
      this.counts.delete(subject)
      this.departed.set(subject, at)
      this.clear(subject, at).catch(this.onError)
    }
    this.leaving.set(subject, setTimeout(settle, graceMs))
  }

  /** Everyone here is gone from now on; sockets that close later have been counted. */
  async stop(): Promise<void> {
    this.stopped = true
    clearInterval(this.timer)
    for (const timer of this.leaving.values()) clearTimeout(timer)
    const now = this.clock.now()
    for (const subject of this.counts.keys()) {
      await this.inTurn(subject, () => this.gone(subject, this.node, now)).catch(this.onError)
    }
  }

  private isHere(subject: string): boolean {
    return (this.counts.get(subject) ?? 0) > 0
  }

  private inTurn(subject: string, work: () => Promise<void>): Promise<void> {
    const turn = (this.turns.get(subject) ?? Promise.resolve()).catch(() => {}).then(work)
    this.turns.set(subject, turn)
    const done = () => {
      if (this.turns.get(subject) === turn) this.turns.delete(subject)
    }
    turn.then(done, done)
    return turn
  }

  private write(subject: string): Promise<void> {
    return this.inTurn(subject, async () => {
      if (!this.isHere(subject)) return
      const at = this.clock.now()
      try {
        await this.db.as(system, async (tx) => {
          await sql`insert into presence (subject, node, since)
            values (${subject}, ${this.node}, ${new Date(at)}) on conflict do nothing`.execute(tx.q)
          await this.rule(subject)?.arrived(tx, idOf(subject), at)
        })
      } catch (error) {
        this.unsure = true
        throw error
      }
    })
  }

  private clear(subject: string, at: number): Promise<void> {
    return this.inTurn(subject, async () => {
      if (!this.isHere(subject)) await this.gone(subject, this.node, at)
      this.departed.delete(subject)
    })
  }

  private async beat(): Promise<void> {
    const now = this.clock.now()
    await this.sayAlive(new Date(now))
    // After so long a silence another node may have cleared what is connected here.
    const silent = now - this.beatAt >= deadAfterMs
    this.beatAt = now
    if (silent || this.unsure) await this.writeAll()
    for (const [subject, at] of this.departed) await this.clear(subject, at)
    await this.buryDead()
  }

  private sayAlive(now: Date): Promise<void> {
    return this.db.as(system, async (tx) => {
      await sql`insert into node (id, name, started_at, beat_at)
        values (${this.node}, ${this.name}, ${now}, ${now})
        on conflict (id) do update set beat_at = excluded.beat_at`.execute(tx.q)
    })
  }

  private async writeAll(): Promise<void> {
    this.unsure = false
    for (const subject of this.counts.keys()) await this.write(subject)
  }

  /** Clears the connections of nodes that no longer beat. */
  private async buryDead(): Promise<void> {
    const before = new Date(this.clock.now() - deadAfterMs)
    const dead = await this.db.as(system, async (tx) => {
      const { rows } = await sql<{ subject: string; node: string; beat_at: Date }>`
        select p.subject, p.node, n.beat_at from presence p join node n on n.id = p.node
        where n.id <> ${this.node} and (n.beat_at < ${before} or n.name like '% (ended)')`.execute(
        tx.q,
      )
      return rows
    })
    for (const { subject, node, beat_at } of dead) await this.gone(subject, node, beat_at.getTime())
  }

  /** `at` is the last beat of a dead node: if it has beaten since, it is not dead. */
  private gone(subject: string, node: string, at: number): Promise<void> {
    return this.db.as(system, async (tx) => {
      const { rows } = await sql`delete from presence p using node n
        where p.subject = ${subject} and p.node = ${node} and n.id = p.node
          and (n.id = ${this.node} or n.beat_at <= ${new Date(at)})
        returning 1`.execute(tx.q)
      if (rows.length === 0) return
      const { rows: others } = await sql<{ since: Date }>`
        select since from presence where subject = ${subject}`.execute(tx.q)
      await this.rule(subject)?.left(tx, idOf(subject), at)
      const back = others[0]
      if (back)
        await this.rule(subject)?.arrived(tx, idOf(subject), Math.max(at, back.since.getTime()))
    })
  }

  private rule(subject: string): PresenceRules | undefined {
    return this.rules.find((rule) => subject.startsWith(rule.prefix))
  }
}

/** Those of the subjects that are connected to some node, as far as is known now. */
export async function presentAmong(tx: Tx, subjects: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ subject: string }>`
    select distinct subject from presence where subject = any (${subjects})`.execute(tx.q)
  return new Set(rows.map((row) => row.subject))
}

function idOf(subject: string): string {
  return subject.slice(subject.indexOf(':') + 1)
}
