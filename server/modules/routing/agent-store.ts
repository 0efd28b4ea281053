import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Held, Readiness, Status } from './free.ts'

/** A row of `agent`: what somebody chose, since when, and whether their desk is connected. */
export interface AgentRow {
  staff: string
  operator: string
  status: Status
  statusSince: number
  lostAt: number | null
  version: number
}

/** All that routing knows of an agent; the rows that `contacts` and `access` keep are only read. */
export interface AgentState extends AgentRow, Readiness {
  skills: ReadonlyMap<string, number>
  hand: readonly Held[]
  /** When they last finished something under the present status; null when they did not. */
  doneAt: number | null
  /** Where they are an agent, as the sign-in said. */
  grants: readonly { kind: 'operator' | 'line' | 'all'; code: string }[]
}

export type AgentFact =
  | { type: 'statusChosen'; data: { status: Status } }
  | { type: 'deskLost' | 'deskBack'; data: Record<never, never> }

const ms = (instant: Date | null): number | null => instant?.getTime() ?? null

/**
 * Makes all who change an agent or offer them something wait for this transaction, also while there
 * is no row yet. Whoever also locks contacts takes this lock first.
 */
export async function lockAgent(tx: Tx, staff: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`agent ${staff}`}, 0))`.execute(tx.q)
}

/** The row of somebody who has ever chosen a status; null for anyone else. */
export async function readAgentRow(tx: Tx, staff: string): Promise<AgentRow | null> {
  const row = await tx.q
    .selectFrom('agent')
    .selectAll()
    .where('staff_id', '=', staff)
    .executeTakeFirst()
  if (!row) return null
  return {
    staff: row.staff_id,
    operator: row.operator_id,
    status: row.status as Status,
    statusSince: row.status_since.getTime(),
    lostAt: ms(row.lost_at),
    version: row.version,
  }
}

/** Writes an agent as a fact leaves them, and the fact; both under the lock of `lockAgent`. */
export async function saveAgent(
  tx: Tx,
  agent: AgentRow,
  fact: AgentFact,
  at: { happenedAt: number; recordedAt: number },
): Promise<void> {
  const { staff, version } = agent
  const row = {
    operator_id: agent.operator,
    status: agent.status,
    status_since: new Date(agent.statusSince),
    lost_at: agent.lostAt === null ? null : new Date(agent.lostAt),
    version,
  }
  await tx.q
    .insertInto('agent')
    .values({ staff_id: staff, ...row })
    .onConflict((conflict) => conflict.column('staff_id').doUpdateSet(row))
    .execute()
  const { actor } = tx
  await tx.q
    .insertInto('agent_event')
    .values({
      staff_id: staff,
      version,
      type: fact.type,
      data: JSON.stringify(fact.data),
      actor_kind: actor.kind,
      actor_id: actor.kind === 'staff' ? actor.id : actor.kind,
      happened_at: new Date(at.happenedAt),
      recorded_at: new Date(at.recordedAt),
    })
    .execute()
  tx.wake(`staff:${staff}`)
  tx.wake('agents')
}

export async function operatorByCode(tx: Tx, code: string): Promise<string | null> {
  const found = tx.q.selectFrom('operator').select('id').where('code', '=', code)
  return (await found.executeTakeFirst())?.id ?? null
}

/** Whether a desk of this person is connected to any node; only the system may ask. */
export async function isConnected(tx: Tx, staff: string): Promise<boolean> {
  const { rows } = await sql`select 1 from presence where subject = ${`staff:${staff}`}
    limit 1`.execute(tx.q)
  return rows.length > 0
}

interface Row {
  staff: string
  operator: string
  status: Status
  since: Date
  lost: Date | null
  version: number
  skills: Record<string, number> | null
  hand: Held[] | null
  done: Date | null
  missed: boolean
  emergency: boolean
  grants: AgentState['grants'] | null
}

/**
 * Agents with all that decides what they can take, in the order of their ids. Without `ids`:
 * everyone who is not signed out. `now` is epoch ms.
 */
export async function readAgents(
  tx: Tx,
  now: number,
  ids: readonly string[] | null = null,
): Promise<AgentState[]> {
  const { rows } = await sql<Row>`
    select a.staff_id as staff, a.operator_id as operator, a.status, a.status_since as since,
      a.lost_at as lost, a.version, skills, hand, done, coalesce(missed, false) as missed, grants,
      exists (select from contact_event v left join engagement e on e.id = v.engagement_id
        where v.type = 'emergencyRaised' and v.actor_id = a.staff_id::text
          and (e.ended_at is null or e.ended_at >= a.status_since)) as emergency
    from agent a,
      lateral (select jsonb_object_agg(s.skill, s.level order by s.valid_from) as skills
        from staff_skill s where s.staff_id = a.staff_id and s.valid_from <= ${new Date(now)}
          and (s.valid_until is null or s.valid_until > ${new Date(now)})) skilled,
      lateral (select jsonb_agg(jsonb_build_object('contact', c.id, 'line', c.line_id,
          'channel', c.channel, 'state', e.state) order by e.offered_at, e.id) as hand
        from engagement e join contact c on c.id = e.contact_id
        where e.staff_id = a.staff_id and e.state <> 'ended') holding,
      lateral (select max(e.ended_at) filter (where e.accepted_at is not null) as done,
          bool_or(e.ended_as = 'lapsed') as missed
        from engagement e where e.staff_id = a.staff_id and e.ended_at >= a.status_since
          and e.offered_at >= a.status_since - interval '1 day') past,
      lateral (select jsonb_agg(jsonb_build_object('kind', g.scope_kind, 'code', g.scope_code)) as grants
        from staff_grant g where g.staff_id = a.staff_id and g.role = 'agent') granted
    where ${ids === null ? sql`a.status <> 'signedOut'` : sql`a.staff_id = any (${ids}::uuid[])`}
    order by a.staff_id`.execute(tx.q)
  return rows.map(asState)
}

function asState(row: Row): AgentState {
  return {
    staff: row.staff,
    operator: row.operator,
    status: row.status,
    statusSince: row.since.getTime(),
    lostAt: ms(row.lost),
    version: row.version,
    skills: new Map(Object.entries(row.skills ?? {})),
    hand: row.hand ?? [],
    doneAt: ms(row.done),
    missedOffer: row.missed,
    emergency: row.emergency,
    grants: row.grants ?? [],
  }
}
