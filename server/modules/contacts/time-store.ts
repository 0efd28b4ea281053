import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Segment } from './contact.ts'

const date = (instant: number): Date => new Date(instant)

/** Each agent who worked on a contact, and since when. */
export async function staffSpans(
  tx: Tx,
  contact: string,
): Promise<{ staff: string; from: number }[]> {
  const { rows } = await sql<{ staff: string; from: Date }>`
    select staff_id as staff, min(accepted_at) as from from engagement
    where contact_id = ${contact} and accepted_at is not null group by staff_id`.execute(tx.q)
  return rows.map((row) => ({ staff: row.staff, from: row.from.getTime() }))
}

/**
 * All stretches of one agent that overlap [from, now), finished or running. Reads through
 * `agent_segments`, which sees the agent's other contacts too but tells only when, not what.
 */
export async function segmentsOverlapping(
  tx: Tx,
  staff: string,
  from: number,
  now: number,
): Promise<(Segment & { contact: string })[]> {
  const { rows } = await sql<{
    engagement: string
    contact: string
    question: string
    phase: Segment['phase']
    from: Date
    until: Date
  }>`select * from agent_segments(${staff}, ${date(from)}, ${date(now)})`.execute(tx.q)
  return rows.map((row) => ({
    ...row,
    staff,
    from: row.from.getTime(),
    until: row.until.getTime(),
  }))
}
