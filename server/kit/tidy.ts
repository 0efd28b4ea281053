import { sql } from 'kysely'
import type { Clock } from './clock.ts'
import type { Db } from './db.ts'

const hour = 3_600_000
const day = 24 * hour
const system = { kind: 'system', name: 'tidy' } as const

/** Does `work` at most once an hour, however often it is asked; a failure is tried again next time. */
export function hourly(clock: Clock, work: () => Promise<void>): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY
  return async () => {
    if (clock.now() - last < hour) return
    await work()
    last = clock.now()
  }
}

/** Forgets the answers to keys that nobody can still be asking with, and nodes that are long gone. */
export async function tidyKit(db: Db, clock: Clock): Promise<void> {
  const before = (ms: number) => new Date(clock.now() - ms)
  await db.as(system, async (tx) => {
    await sql`delete from done_operation where at < ${before(2 * day)}`.execute(tx.q)
    await sql`delete from node n where beat_at < ${before(day)}
      and not exists (select from presence p where p.node = n.id)`.execute(tx.q)
  })
}
