import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'

const recentMs = 30 * 60_000
const most = 20

/** How fast a queue moved lately; see `Pace`. */
export interface RecentPace {
  intervalsMs: number[]
  /** When the last one was taken, epoch ms. */
  lastAt: number
  handlingMs: number | null
}

/** The last half hour of each queue; queues from which nobody was taken are left out. */
export async function readPaces(
  tx: Tx,
  queues: readonly string[],
  now: number,
): Promise<Map<string, RecentPace>> {
  const { rows } = await sql<{ queue: string; taken: Date; came: Date; ended: Date | null }>`
    select e.queue_id as queue, e.accepted_at as taken, c.opened_at as came, e.ended_at as ended
    from engagement e join contact c on c.id = e.contact_id and c.answered_at = e.accepted_at
    where e.queue_id = any (${queues}::uuid[]) and e.accepted_at > ${new Date(now - recentMs)}
    order by e.accepted_at`.execute(tx.q)
  const paces = new Map<string, RecentPace>()
  for (const queue of queues) {
    const taken = rows.filter((row) => row.queue === queue)
    if (taken.length === 0) continue
    const handled = taken.flatMap((row) =>
      row.ended ? [row.ended.getTime() - row.taken.getTime()] : [],
    )
    const sum = handled.reduce((all, each) => all + each, 0)
    paces.set(queue, {
      intervalsMs: intervalsOf(taken).slice(-most),
      lastAt: taken.at(-1)?.taken.getTime() ?? 0,
      handlingMs: handled.length > 0 ? sum / handled.length : null,
    })
  }
  return paces
}

/** Only where the one who was taken had already waited when the one before was: see `Pace`. */
function intervalsOf(taken: readonly { taken: Date; came: Date }[]): number[] {
  return taken.flatMap((row, at) => {
    const before = taken[at - 1]
    if (!before || row.came > before.taken) return []
    return [row.taken.getTime() - before.taken.getTime()]
  })
}

export interface StandingRow {
  contact: string
  /** 1 is next. */
  position: number
  expectedWaitMs: number | null
}

export async function writeStandings(
  tx: Tx,
  rows: readonly StandingRow[],
  now: number,
): Promise<void> {
  await sql`
    insert into standing (contact_id, position, expected_wait_ms, at)
    select contact, position, "expectedWaitMs", ${new Date(now)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (contact uuid, position int, "expectedWaitMs" bigint)
    on conflict (contact_id) do update set position = excluded.position,
      expected_wait_ms = excluded.expected_wait_ms, at = excluded.at`.execute(tx.q)
}

/** Forgets where those stood who wait no longer. */
export async function sweepStandings(tx: Tx): Promise<void> {
  await sql`delete from standing s using contact c
    where c.id = s.contact_id and c.state not in ('waiting', 'offered')`.execute(tx.q)
}
