import { sql } from 'kysely'
import type { Clock } from './clock.ts'
import type { Db, Tx } from './db.ts'

/** A holder that has not renewed for this long is taken for dead; replaced well within 2 s. */
const lastsMs = 1_200

/** A frozen holder keeps no lock: PostgreSQL ends its transaction when it says nothing for 1 s. */
const letGo = sql`set_config('idle_in_transaction_session_timeout', '1000', true)`

/**
 * One holder of a task among all nodes. The holder renews; when it stops doing so for 1.2 s,
 * another node takes over with a higher epoch. What the holder does carries its epoch and is
 * checked in the same transaction (`holds`): a frozen holder that wakes up can do nothing.
 */
export class Lease {
  /** The epoch while we hold it, else null. */
  epoch: number | null = null
  private timer: NodeJS.Timeout | undefined
  private busy = false

  private readonly db: Db
  private readonly clock: Clock
  private readonly name: string
  private readonly node: string
  private readonly changed: (epoch: number | null) => void

  constructor(
    db: Db,
    clock: Clock,
    name: string,
    node: string,
    changed: (epoch: number | null) => void,
  ) {
    this.db = db
    this.clock = clock
    this.name = name
    this.node = node
    this.changed = changed
  }

  start(): void {
    this.timer = setInterval(() => void this.renew(), lastsMs / 4)
    void this.renew()
  }

  /** Gives it up at once, so that another node need not wait. */
  async stop(): Promise<void> {
    clearInterval(this.timer)
    if (this.epoch === null) return
    const epoch = this.epoch
    this.set(null)
    await this.db
      .as({ kind: 'system', name: this.name }, async (tx) => {
        await sql`update lease set until = '-infinity' where name = ${this.name} and epoch = ${epoch}`.execute(
          tx.q,
        )
      })
      .catch(() => {})
  }

  private async renew(): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      this.set(await this.db.as({ kind: 'system', name: this.name }, (tx) => this.take(tx)))
    } catch {
      // NOTE the database is away: whoever holds the lease by its row still does; no one can act.
    } finally {
      this.busy = false
    }
  }

  private async take(tx: Tx): Promise<number | null> {
    const now = new Date(this.clock.now())
    const until = new Date(this.clock.now() + lastsMs)
    const { rows } = await sql<{ epoch: number }>`
      insert into lease as l (name, holder, epoch, until) values (${this.name}, ${this.node}, 1, ${until})
      on conflict (name) do update set holder = excluded.holder, until = excluded.until,
        epoch = case when l.holder = excluded.holder and l.epoch = ${this.epoch ?? -1}
          then l.epoch else l.epoch + 1 end
      where l.until < ${now} or (l.holder = excluded.holder and l.epoch = ${this.epoch ?? -1})
      returning epoch, ${letGo}`.execute(tx.q)
    return rows[0]?.epoch ?? null
  }

  private set(epoch: number | null): void {
    if (epoch === this.epoch) return
    this.epoch = epoch
    this.changed(epoch)
  }
}

/** True while `epoch` is the current one of the lease; locks its row until the commit. */
export async function holds(tx: Tx, name: string, epoch: number): Promise<boolean> {
  const { rows } = await sql`select ${letGo} from lease where name = ${name} and epoch = ${epoch}
    for share`.execute(tx.q)
  return rows.length > 0
}
