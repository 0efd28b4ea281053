import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { BoardView } from './contract.ts'
import { targetMs } from './limits.ts'
import { leaseName } from './owner.ts'
import type { Scope } from './scope.ts'

// Everything here is read as the system: each query says itself whose rows it may see.

/** Who waits, or is being offered, in the scope; longest first. */
export async function boardWaiting(tx: Tx, scope: Scope): Promise<BoardView['waiting']> {
  const { rows } = await sql<
    Omit<BoardView['waiting'][number], 'since'> & { since: Date }
  >`select c.id as contact, c.reference, c.queue_id as queue, c.channel, c.urgent,
      c.opened_at as since, c.state
    from contact c where c.state in ('waiting', 'offered') and (
      c.line_id = any (${scope.lines}::uuid[])
      or exists (select from contact_access a where a.contact_id = c.id
        and a.scope_kind = 'operator' and a.scope_id = any (${scope.operators}::uuid[])))
    order by c.opened_at, c.id`.execute(tx.q)
  return rows.map((row) => ({ ...row, since: row.since.getTime() }))
}

export interface QueueDay {
  queue: string
  arrived: number
  answered: number
  answeredInTime: number
  abandoned: number
  shortAbandons: number
  refused: number
}

/** Per queue through which they entered: the contacts of the lines that were opened since `from`. */
export async function boardDay(tx: Tx, { lines }: Scope, from: number): Promise<QueueDay[]> {
  const { rows } = await sql<QueueDay>`
    select (v.data ->> 'queue')::uuid as queue, count(*) as arrived,
      count(c.answered_at) as answered,
      count(*) filter (where c.answered_at - c.opened_at <= ${targetMs} * interval '1 ms') as "answeredInTime",
      count(*) filter (where c.ended_as = 'abandoned') as abandoned,
      count(*) filter (where c.ended_as = 'shortAbandon') as "shortAbandons",
      count(*) filter (where c.ended_as = 'refused') as refused
    from contact c join contact_event v on v.contact_id = c.id and v.version = 1
    where c.line_id = any (${lines}::uuid[]) and c.opened_at >= ${new Date(from)}
    group by 1`.execute(tx.q)
  return rows
}

/** How many conversations go on now, per queue. */
export async function boardTalking(tx: Tx, { lines }: Scope): Promise<Map<string, number>> {
  const { rows } = await sql<{ queue: string; talking: number }>`
    select queue_id as queue, count(*) as talking from contact
    where state in ('talking', 'held') and line_id = any (${lines}::uuid[])
    group by 1`.execute(tx.q)
  return new Map(rows.map(({ queue, talking }) => [queue, talking]))
}

/** Emergencies of the scope's own agents that no supervisor has taken note of. */
export async function boardEmergencies(
  tx: Tx,
  { named }: Scope,
): Promise<BoardView['emergencies']> {
  const { rows } = await sql<{ contact: string; reference: string; staff: string; at: Date }>`
    select c.id as contact, c.reference, s.given_name || ' ' || s.family_name as staff,
      v.happened_at as at
    from contact_event v join contact c on c.id = v.contact_id
      join engagement e on e.id = v.engagement_id join staff s on s.id = e.staff_id
    where v.type = 'emergencyRaised' and e.operator_id = any (${named}::uuid[])
      and not exists (select from emergency_note n
        where n.contact_id = c.id and n.at >= v.recorded_at)
    order by v.happened_at`.execute(tx.q)
  return rows.map((row) => ({ ...row, at: row.at.getTime() }))
}

/** The whole names of staff, by id: for who oversees them. */
export async function fullNames(tx: Tx, staff: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, given_name || ' ' || family_name as name from staff
    where id = any (${staff}::uuid[])`.execute(tx.q)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The node that routes at `now` (epoch ms), or null. */
export async function currentOwner(tx: Tx, now: number): Promise<BoardView['owner']> {
  const { rows } = await sql<{ holder: string; epoch: number }>`
    select coalesce(n.name, l.holder) as holder, l.epoch
    from lease l left join node n on n.id::text = l.holder
    where l.name = ${leaseName} and l.until >= ${new Date(now)}`.execute(tx.q)
  return rows[0] ?? null
}

/** A supervisor has taken note of the emergencies of a contact. */
export async function noteEmergency(
  tx: Tx,
  contact: string,
  staff: string,
  now: number,
): Promise<void> {
  await tx.q
    .insertInto('emergency_note')
    .values({ contact_id: contact, staff_id: staff, at: new Date(now) })
    .execute()
}
