import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Database } from '../../migrations/tables.ts'

export type SettingRow = Selectable<Database['setting']>

const newestFirst = sql`valid_from desc, made_at desc, id desc`

/** The version of each subject that is in force at an instant, or of one subject only. */
export async function rowsInForce(
  tx: Tx,
  kind: string,
  at: number,
  subject: string | null = null,
): Promise<SettingRow[]> {
  const { rows } = await sql<SettingRow>`
    select distinct on (subject) * from setting
    where kind = ${kind} and valid_from <= ${new Date(at)}
      and (${subject}::uuid is null or subject = ${subject})
    order by subject, ${newestFirst}`.execute(tx.q)
  return rows
}

/** All versions of one setting, the newest first; those that still have to begin included. */
export async function rowsOf(tx: Tx, kind: string, subject: string): Promise<SettingRow[]> {
  const { rows } = await sql<SettingRow>`
    select * from setting where kind = ${kind} and subject = ${subject}
    order by ${newestFirst}`.execute(tx.q)
  return rows
}

/** Of every setting the version in force and those that still have to begin, newest first. */
export async function rowsFrom(tx: Tx, at: number): Promise<SettingRow[]> {
  const { rows } = await sql<SettingRow>`
    select * from setting where valid_from > ${new Date(at)} or id in (
      select distinct on (kind, subject) id from setting where valid_from <= ${new Date(at)}
      order by kind, subject, ${newestFirst})
    order by ${newestFirst}`.execute(tx.q)
  return rows
}

export async function insertSetting(tx: Tx, row: SettingRow): Promise<void> {
  await tx.q
    .insertInto('setting')
    .values({ ...row, value: JSON.stringify(row.value) })
    .execute()
}

/** The line of a queue; null when there is no such queue. */
export async function lineOfQueue(tx: Tx, queue: string): Promise<string | null> {
  const row = await tx.q
    .selectFrom('queue')
    .select('line_id')
    .where('id', '=', queue)
    .executeTakeFirst()
  return row?.line_id ?? null
}

export interface LineIdentity {
  id: string
  code: string
  department: string | null
}

const lineColumns = ['id', 'code', 'department_id as department'] as const

export async function lineById(tx: Tx, id: string): Promise<LineIdentity | null> {
  const found = tx.q.selectFrom('line').select(lineColumns).where('id', '=', id)
  return (await found.executeTakeFirst()) ?? null
}

/** A line's own department comes first in the order of codes; null gives the general lines. */
export async function linesOfDepartment(
  tx: Tx,
  department: string | null,
): Promise<LineIdentity[]> {
  return tx.q
    .selectFrom('line')
    .select(lineColumns)
    .where('department_id', 'is not distinct from', department)
    .orderBy('code')
    .execute()
}

export interface ThemeIdentity {
  id: string
  code: string
  department: string
}

export async function findTheme(tx: Tx, id: string): Promise<ThemeIdentity | null> {
  const row = await tx.q
    .selectFrom('theme')
    .select(['id', 'code', 'department_id as department'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** The operator whose agents answer a line at an instant; null when nobody does. */
export async function operatorOfLine(tx: Tx, line: string, at: number): Promise<string | null> {
  const row = await tx.q
    .selectFrom('line_operator')
    .select('operator_id')
    .where('line_id', '=', line)
    .where('valid_from', '<=', new Date(at))
    .where((term) =>
      term.or([term('valid_until', 'is', null), term('valid_until', '>', new Date(at))]),
    )
    .orderBy('valid_from', 'desc')
    .executeTakeFirst()
  return row?.operator_id ?? null
}

/** The lines that the person of this transaction oversees, so may close; by id. */
export async function overseen(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from line where (select has_role('administrator'))
      or id = any ((select lines_as('supervisor', 'contactCentreExpert'))::uuid[])`.execute(tx.q)
  return rows.map(({ id }) => id)
}

/** Makes the other changes to a line wait for this transaction: two closures never cross. */
export async function lockLine(tx: Tx, line: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`line ${line}`}, 0))`.execute(tx.q)
}

/** Which organisations, lines, themes and queues there are, and how they hang together. */
export async function readIdentities(tx: Tx) {
  return {
    operators: await tx.q.selectFrom('operator').selectAll().execute(),
    departments: await tx.q.selectFrom('department').selectAll().execute(),
    lines: await tx.q.selectFrom('line').selectAll().orderBy('code').execute(),
    themes: await tx.q.selectFrom('theme').selectAll().orderBy('code').execute(),
    queues: await tx.q.selectFrom('queue').selectAll().orderBy('code').execute(),
    lineThemes: await tx.q.selectFrom('line_theme').selectAll().orderBy('position').execute(),
    lineOperators: await tx.q
      .selectFrom('line_operator')
      .selectAll()
      .orderBy('valid_from', 'desc')
      .execute(),
  }
}
export type Identities = Awaited<ReturnType<typeof readIdentities>>
