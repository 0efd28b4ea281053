import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Database as Tables } from '../migrations/tables.ts'
import { isDatabaseAway } from './database-away.ts'
import { Fault } from './fault.ts'

/** In whose name a transaction runs; row-level security reads it. */
export type Actor =
  | { kind: 'staff'; id: string }
  | { kind: 'citizen'; contact: string }
  | { kind: 'nobody' }
  | { kind: 'system'; name: string }

/** One transaction: the queries, in whose name, and who to wake once it has committed. */
export interface Tx {
  readonly q: Transaction<Tables>
  readonly actor: Actor
  /** Tells all nodes, after the commit, that something about `topic` changed. */
  wake(topic: string): void
}

// bigint columns hold durations, prices and sequences; all of ours stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint out of range: ${text}`)
  return value
})

/**
 * How long we wait, in ms: for a connection, for a lock, for one statement. A node that is frozen
 * within a transaction lets go of what it locked, so that the others go on.
 */
const patience = {
  connectionTimeoutMillis: 5_000,
  lock_timeout: 10_000,
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 10_000,
}

/**
 * The door to PostgreSQL. The login role may do nothing by itself; every transaction takes on
 * `onthaal_app` (a person, under row-level security) or `onthaal_system` (router, followers).
 */
export class Db {
  readonly pool: pg.Pool
  private readonly kysely: Kysely<Tables>
  private wakeUp: (topics: ReadonlySet<string>) => void = () => {}

  constructor(url: string, options: { connections?: number } = {}) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: options.connections ?? 20,
      ...patience,
    })
    this.pool.on('error', () => {
      // NOTE an idle connection died; the pool makes another at the next query.
    })
    // NOTE one that dies between two queries of a transaction: the next query says so.
    this.pool.on('connect', (client) => client.on('error', () => {}))
    const pool = { connect: () => this.connect(), end: () => this.pool.end() }
    this.kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  }

  /** Registers who carries the wakes of committed transactions to their listeners. */
  onWake(listener: (topics: ReadonlySet<string>) => void): void {
    this.wakeUp = listener
  }

  /**
   * Runs `work` in one transaction in the name of `actor`; commits when it returns. Throws a Fault
   * when the database is away; then it may have committed or not, and the key of a write tells.
   */
  async as<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    const topics = new Set<string>()
    try {
      const result = await this.kysely.transaction().execute(async (q) => {
        await takeOn(actor).execute(q)
        return work({ q, actor, wake: (topic) => topics.add(topic) })
      })
      if (topics.size > 0) this.wakeUp(topics)
      return result
    } catch (error) {
      throw isDatabaseAway(error) ? new Fault('database', error) : error
    }
  }

  /** Whatever keeps us from a connection is a fault. */
  private async connect(): Promise<pg.PoolClient> {
    try {
      return await this.pool.connect()
    } catch (error) {
      throw new Fault('database', error)
    }
  }

  async close(): Promise<void> {
    await this.kysely.destroy()
  }
}

/**
 * Goes on in the same transaction in the name of another, and comes back: a person who becomes the
 * citizen of a new contact, a key that only the system may see. When `work` throws, the transaction
 * is lost and must not be used further.
 */
export async function inNameOf<T>(tx: Tx, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  await takeOn(actor).execute(tx.q)
  const result = await work({ ...tx, actor })
  await takeOn(tx.actor).execute(tx.q)
  return result
}

function takeOn(actor: Actor) {
  const role = actor.kind === 'system' ? 'onthaal_system' : 'onthaal_app'
  const staff = actor.kind === 'staff' ? actor.id : ''
  const contact = actor.kind === 'citizen' ? actor.contact : ''
  return sql`select set_config('role', ${role}, true),
    set_config('app.staff', ${staff}, true), set_config('app.contact', ${contact}, true)`
}
