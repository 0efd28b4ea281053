import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, DatabaseError, escapeIdentifier } from 'pg'
import { Trouble } from './trouble.ts'

/** One file `NNNN-name.sql`. */
export interface Migration {
  number: number
  name: string
  sql: string
  checksum: string
}

const folder = join(import.meta.dirname, '..', 'migrations')

// Any number will do, as long as every starter of this product takes the same one.
const lock = 170_017_001

/** The migrations of a folder in order. Throws Trouble when a number is used twice. */
export function listMigrations(from = folder): Migration[] {
  const found = readdirSync(from)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(from, name), 'utf8').replaceAll('\r\n', '\n')
      const checksum = createHash('sha256').update(sql).digest('hex')
      return { number: Number(name.slice(0, 4)), name, sql, checksum }
    })
  for (const [i, migration] of found.entries()) {
    if (found[i - 1]?.number === migration.number)
      throw new Trouble(
        `Two migrations have the same number: ${found[i - 1]?.name}, ${migration.name}.`,
      )
  }
  return found
}

/** One short name for a whole series of migrations: equal series, equal name. */
export function fingerprint(migrations: Migration[]): string {
  const hash = createHash('sha256')
  for (const { name, checksum } of migrations) hash.update(`${name} ${checksum}\n`)
  return hash.digest('hex').slice(0, 12)
}

/**
 * Brings the database up to the newest migration, forward only, each file in a transaction of its
 * own. Several starters at once take turns. Returns the names of the files that were applied.
 * Throws Trouble when an applied file has changed, when the database is newer than this version,
 * or when a file fails (the sentence gives its name and line).
 */
export async function migrate(ownerUrl: string, migrations = listMigrations()): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await client.query(
      `create table if not exists migration (
         number integer primary key,
         name text not null,
         checksum text not null,
         applied_at timestamptz not null
       )`,
    )
    const waiting = await notYetApplied(client, migrations)
    for (const migration of waiting) await apply(client, migration)
    return waiting.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/**
 * Lets the login that the server uses take on the two roles that transactions run in; it inherits
 * nothing from them. Does nothing when that is already so. Throws Trouble when the owner may not.
 */
export async function admitLogin(ownerUrl: string, login: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ role: string }>(
      `select role from unnest(array['onthaal_app', 'onthaal_system']) role
       where not pg_has_role($1, role, 'set')`,
      [login],
    )
    for (const { role } of rows)
      await client.query(`grant ${role} to ${escapeIdentifier(login)} with inherit false, set true`)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    throw new Trouble(
      `The owner cannot let ${login} take on onthaal_app and onthaal_system (${error.message}): grant both to it by hand.`,
      { cause: error },
    )
  } finally {
    await client.end()
  }
}

async function notYetApplied(client: Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows: applied } = await client.query<Omit<Migration, 'sql'>>(
    'select number, name, checksum from migration order by number',
  )
  for (const row of applied) {
    const file = migrations.find(({ number }) => number === row.number)
    if (!file)
      throw new Trouble(
        `The database has migration ${row.name}, which this version does not know: start a newer version, or restore a backup.`,
      )
    if (file.checksum !== row.checksum)
      throw new Trouble(
        `Migration ${file.name} was changed after this database had applied it: put the old text back and write a new migration.`,
      )
  }
  const last = applied.at(-1)?.number ?? 0
  const waiting = migrations.slice(applied.length)
  const late = waiting.find(({ number }) => number <= last)
  if (late)
    throw new Trouble(
      `Migration ${late.name} comes before one that is already applied: renumber it.`,
    )
  return waiting
}

async function apply(client: Client, { number, name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query(
      'insert into migration (number, name, checksum, applied_at) values ($1, $2, $3, $4)',
      [number, name, checksum, new Date()],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    if (!(error instanceof DatabaseError)) throw error
    const line = error.position ? `:${lineAt(sql, Number(error.position))}` : ''
    throw new Trouble(`Migration ${name}${line} failed: ${error.message}.`, { cause: error })
  }
}

/** The line, from 1, on which the character at `position` (from 1, as PostgreSQL counts) stands. */
function lineAt(sql: string, position: number): number {
  return sql.slice(0, position - 1).split('\n').length
}
