import { sql } from 'kysely'
import type { Db, Tx } from './db.ts'

/** Where a reader of a log stands: everything up to and including (xid, seq) has been read. */
export interface Place {
  xid: string
  seq: number
}

export const start: Place = { xid: '0', seq: 0 }

/** A log table: append-only, with `seq` (identity) and `xid` (default pg_current_xact_id()). */
export type Log = 'contact_event' | 'agent_event'

/**
 * The next rows of a log in commit order, at most `limit`. Sequence order is not commit order: a
 * row with a lower number can appear after one with a higher number. So rows are ordered by the
 * transaction that wrote them, and only transactions older than every running one are read;
 * nothing can still appear before the place that is returned.
 */
export async function next<Row>(
  tx: Tx,
  log: Log,
  after: Place,
  limit = 500,
): Promise<{ rows: (Row & Place)[]; place: Place }> {
  const { rows } = await sql<Row & Place>`
    select e.*, e.xid::text as xid from ${sql.table(log)} e
    where (e.xid, e.seq) > (${after.xid}::xid8, ${after.seq}::bigint)
      and e.xid < pg_snapshot_xmin(pg_current_snapshot())
    order by e.xid, e.seq limit ${limit}`.execute(tx.q)
  const last = rows.at(-1)
  return { rows, place: last ? { xid: last.xid, seq: last.seq } : after }
}

/** Where a log ends now: a reader that starts here sees only what commits from now on. */
export async function endOf(tx: Tx): Promise<Place> {
  const { rows } = await sql<{ xid: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as xid`.execute(tx.q)
  return { xid: String(BigInt(rows[0]?.xid ?? '1') - 1n), seq: Number.MAX_SAFE_INTEGER }
}

export interface Reader<Row> {
  name: string
  log: Log
  handle(tx: Tx, rows: (Row & Place)[]): Promise<void>
  onError(error: unknown): void
  everyMs?: number
}

/**
 * Runs a named reader over a log: each batch is handled in the same transaction that moves its
 * place, so a batch counts once, also after a crash. One node at a time holds the place's row.
 */
export class Follower<Row> {
  private readonly db: Db
  private readonly reader: Reader<Row>
  private running = false
  private again = false
  private stopped = false
  private readonly timer: NodeJS.Timeout

  constructor(db: Db, reader: Reader<Row>) {
    this.db = db
    this.reader = reader
    this.timer = setInterval(() => this.look(), reader.everyMs ?? 500)
  }

  /** Looks for new rows now; call it when woken. */
  look(): void {
    if (this.running) this.again = true
    else void this.run()
  }

  stop(): void {
    this.stopped = true
    clearInterval(this.timer)
  }

  private async run(): Promise<void> {
    this.running = true
    try {
      do {
        this.again = false
        while (!this.stopped && (await this.batch()) > 0) {}
      } while (this.again && !this.stopped)
    } catch (error) {
      this.reader.onError(error)
    } finally {
      this.running = false
    }
  }

  /** Reads and handles one batch; returns how many rows it had (0 also when another node reads). */
  private batch(): Promise<number> {
    return this.db.as({ kind: 'system', name: this.reader.name }, async (tx) => {
      await sql`insert into follower (name, log) values (${this.reader.name}, ${this.reader.log})
        on conflict do nothing`.execute(tx.q)
      const { rows: held } = await sql<Place>`select xid::text as xid, seq from follower
        where name = ${this.reader.name} for update skip locked`.execute(tx.q)
      const at = held[0]
      if (!at) return 0
      const { rows, place } = await next<Row>(tx, this.reader.log, at)
      if (rows.length === 0) return 0
      await this.reader.handle(tx, rows)
      await sql`update follower set xid = ${place.xid}::xid8, seq = ${place.seq}
        where name = ${this.reader.name}`.execute(tx.q)
      return rows.length
    })
  }
}
