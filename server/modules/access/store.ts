import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { AuditEntry, Grant } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import type { Identity } from './identity.ts'
import type { KnownCodes } from './role-claims.ts'
import { idleMs } from './session.ts'

const date = (instant: number): Date => new Date(instant)

export interface Session {
  staff: string
  seenAt: number
  expiresAt: number
  grants: Grant[]
}

/** A sign-in that is under way. */
export interface StoredAttempt {
  nonce: string
  verifier: string
  returnTo: string
}

/** Notes a sign-in that begins, and forgets what is long over. */
export async function insertAttempt(
  tx: Tx,
  hash: Buffer,
  attempt: StoredAttempt & { now: number; expiresAt: number },
): Promise<void> {
  const now = date(attempt.now)
  await tx.q.deleteFrom('sign_in').where('expires_at', '<=', now).execute()
  await tx.q.deleteFrom('session').where('expires_at', '<=', now).execute()
  await tx.q
    .insertInto('sign_in')
    .values({
      state_hash: hash,
      nonce: attempt.nonce,
      verifier: attempt.verifier,
      return_to: attempt.returnTo,
      expires_at: date(attempt.expiresAt),
    })
    .execute()
}

/** Takes a sign-in out of the table: it can be finished once. Null when unknown or too late. */
export async function takeAttempt(
  tx: Tx,
  hash: Buffer,
  now: number,
): Promise<StoredAttempt | null> {
  const row = await tx.q
    .deleteFrom('sign_in')
    .where('state_hash', '=', hash)
    .returningAll()
    .executeTakeFirst()
  if (!row || row.expires_at.getTime() <= now) return null
  return { nonce: row.nonce, verifier: row.verifier, returnTo: row.return_to }
}

/** The id of the person the provider means, when we have met before. */
export async function findStaff(tx: Tx, { issuer, subject }: Identity): Promise<string | null> {
  const row = await tx.q
    .selectFrom('staff')
    .select('id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Writes down who signs in; locks the row, so that two sign-ins of one person take turns. */
export async function saveStaff(tx: Tx, identity: Identity, now: number): Promise<string> {
  const known = {
    given_name: identity.givenName,
    family_name: identity.familyName,
    email: identity.email,
    signed_in_at: date(now),
  }
  const { issuer, subject } = identity
  const row = await tx.q
    .insertInto('staff')
    .values({ id: newId(), issuer, subject, created_at: date(now), ...known })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doUpdateSet(known))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Which of these codes exist. NOTE the tables are of `clients`; codes are all we share with it. */
export async function knownCodes(tx: Tx, codes: string[]): Promise<KnownCodes> {
  const { rows } = await sql<{ kind: keyof KnownCodes; code: string }>`
    select 'operator' as kind, code from operator where code = any (${codes})
    union all select 'department', code from department where code = any (${codes})
    union all select 'line', code from line where code = any (${codes})`.execute(tx.q)
  const of = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map((r) => r.code))
  return { operator: of('operator'), department: of('department'), line: of('line') }
}

/** Makes exactly these the grants of a person; those that stay keep their date. */
export async function replaceGrants(
  tx: Tx,
  staff: string,
  grants: Grant[],
  now: number,
): Promise<void> {
  const wanted = JSON.stringify(grants)
  await sql`delete from staff_grant g where staff_id = ${staff} and not exists (
    select from jsonb_to_recordset(${wanted}::jsonb)
      as w(role text, "scopeKind" text, "scopeCode" text)
    where (w.role, w."scopeKind", w."scopeCode") = (g.role, g.scope_kind, g.scope_code))`.execute(
    tx.q,
  )
  if (grants.length === 0) return
  const rows = grants.map(({ role, scopeKind, scopeCode }) => ({
    staff_id: staff,
    role,
    scope_kind: scopeKind,
    scope_code: scopeCode,
    since: date(now),
  }))
  await tx.q
    .insertInto('staff_grant')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The person who was made the first administrator, if anyone was. */
export async function firstAdministrator(tx: Tx): Promise<string | null> {
  const row = await tx.q.selectFrom('first_administrator').select('staff_id').executeTakeFirst()
  return row?.staff_id ?? null
}

/** Makes this person the first administrator; false when somebody already is. */
export async function claimFirstAdministrator(
  tx: Tx,
  staff: string,
  now: number,
): Promise<boolean> {
  const row = await tx.q
    .insertInto('first_administrator')
    .values({ staff_id: staff, since: date(now) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('staff_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function insertSession(
  tx: Tx,
  hash: Buffer,
  session: { staff: string; now: number; expiresAt: number; idToken: string },
): Promise<void> {
  await tx.q
    .insertInto('session')
    .values({
      id_hash: hash,
      staff_id: session.staff,
      created_at: date(session.now),
      seen_at: date(session.now),
      expires_at: date(session.expiresAt),
      id_token: session.idToken,
    })
    .execute()
}

function grantsOf(column: 'session.staff_id' | 'staff.id') {
  return sql<Grant[]>`(select coalesce(jsonb_agg(jsonb_build_object('role', role,
    'scopeKind', scope_kind, 'scopeCode', scope_code) order by role, scope_kind, scope_code), '[]')
    from staff_grant g where g.staff_id = ${sql.ref(column)})`
}

/** The session, when it is still running, with what its person may do at this moment. */
export async function findSession(tx: Tx, hash: Buffer, now: number): Promise<Session | null> {
  const row = await tx.q
    .selectFrom('session')
    .select(['staff_id', 'seen_at', 'expires_at'])
    .select(grantsOf('session.staff_id').as('grants'))
    .where('id_hash', '=', hash)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', date(now))
    .where('seen_at', '>', date(now - idleMs))
    .executeTakeFirst()
  if (!row) return null
  return {
    staff: row.staff_id,
    seenAt: row.seen_at.getTime(),
    expiresAt: row.expires_at.getTime(),
    grants: row.grants,
  }
}

/** Notes that a session is in use. */
export async function touchSession(tx: Tx, hash: Buffer, now: number): Promise<void> {
  await tx.q
    .updateTable('session')
    .set({ seen_at: date(now) })
    .where('id_hash', '=', hash)
    .execute()
}

/** Ends one session; gives its person and the token for the provider, or null if it had ended. */
export async function endSession(
  tx: Tx,
  hash: Buffer,
  now: number,
): Promise<{ staff: string; idToken: string | null } | null> {
  const { rows } = await sql<{ staff: string; token: string | null }>`
    with running as (select * from session where id_hash = ${hash} and ended_at is null for update)
    update session s set ended_at = ${date(now)}, id_token = null from running
    where s.id_hash = running.id_hash
    returning running.staff_id as staff, running.id_token as token`.execute(tx.q)
  const row = rows[0]
  return row ? { staff: row.staff, idToken: row.token } : null
}

/** Ends every session of a person. */
export async function endSessionsOf(tx: Tx, staff: string, now: number): Promise<void> {
  await tx.q
    .updateTable('session')
    .set({ ended_at: date(now), id_token: null })
    .where('staff_id', '=', staff)
    .where('ended_at', 'is', null)
    .execute()
}

/** Adds to the trail; `detail` holds codes, never content. */
export async function insertAudit(tx: Tx, entry: AuditEntry, detail: object = {}): Promise<void> {
  await tx.q
    .insertInto('audit')
    .values({
      id: newId(),
      at: date(entry.at),
      staff_id: entry.staff,
      action: entry.action,
      kind: entry.kind,
      subject_kind: entry.about?.kind ?? null,
      subject_id: entry.about?.id ?? null,
      detail: JSON.stringify(detail),
    })
    .execute()
}

export interface AuditFilter {
  staff?: string | undefined
  about?: { kind: string; id: string } | undefined
  /** Only entries before the one with this id. */
  before?: string | undefined
  limit: number
}

/** Entries of the trail that the person of this transaction may see, latest first. */
export async function readAudit(tx: Tx, { staff, about, before, limit }: AuditFilter) {
  const fullName = sql<string | null>`trim(given_name || ' ' || family_name)`
  let query = tx.q
    .selectFrom('audit')
    .leftJoin('staff', 'staff.id', 'audit.staff_id')
    .select([
      'audit.id',
      'at',
      'staff_id',
      'action',
      'kind',
      'subject_kind',
      'subject_id',
      'detail',
    ])
    .select(fullName.as('name'))
    .orderBy('audit.id', 'desc')
    .limit(limit)
  if (staff) query = query.where('staff_id', '=', staff)
  if (about) query = query.where('subject_kind', '=', about.kind).where('subject_id', '=', about.id)
  if (before) query = query.where('audit.id', '<', before)
  return (await query.execute()).map((row) => ({
    id: row.id,
    at: row.at.getTime(),
    staff: row.staff_id,
    name: row.name,
    action: row.action,
    kind: row.kind,
    about: row.subject_kind === null ? null : { kind: row.subject_kind, id: row.subject_id ?? '' },
    detail: row.detail as Record<string, unknown>,
  }))
}

/** People that the person of this transaction may see, by family name; `only` limits to one id. */
export async function readPeople(
  tx: Tx,
  { only, search, limit }: { only?: string; search?: string | undefined; limit: number },
) {
  let query = tx.q
    .selectFrom('staff')
    .select(['id', 'given_name', 'family_name', 'alias', 'signed_in_at'])
    .select(grantsOf('staff.id').as('grants'))
    .orderBy('family_name')
    .orderBy('given_name')
    .orderBy('id')
    .limit(limit)
  if (only) query = query.where('id', '=', only)
  if (search) {
    const wanted = `%${search.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where(sql<string>`given_name || ' ' || family_name`, 'ilike', wanted)
  }
  return (await query.execute()).map((row) => ({
    id: row.id,
    givenName: row.given_name,
    familyName: row.family_name,
    alias: row.alias,
    signedInAt: row.signed_in_at?.getTime() ?? null,
    grants: row.grants,
  }))
}
