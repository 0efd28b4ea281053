import { Client } from 'pg'
import { cast, mailOf, type Staff } from './cast.ts'
import { departments } from './departments.ts'
import { townIds } from './ids.ts'
import { lines } from './lines.ts'
import { operators } from './operators.ts'
import { queues } from './queues.ts'
import { firstVersions } from './settings.ts'
import { themes } from './themes.ts'

/** When the town began: its lines, skills and settings hold from then on. */
const founded = '2020-01-01T00:00:00+01:00'

export interface SeedOptions {
  /** As the owner of the tables; the migrations have been applied. */
  ownerUrl: string
  /** The identity provider at which the cast signs in. */
  issuer: string
  /** When the rows are made; epoch milliseconds. */
  now: number
}

/**
 * Puts the town into a database, in one transaction. Doing it again adds what is new and leaves
 * everything else as people have made it; only the cast follows its identity provider.
 */
export async function seedTown({ ownerUrl, issuer, now }: SeedOptions): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    for (const [table, rows] of Object.entries(tables(issuer, new Date(now).toISOString())))
      await plant(client, table, rows)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

type Row = Record<string, unknown>

// NOTE `public.`: a geometric type of PostgreSQL is called `line` too.
async function plant(client: Client, table: string, rows: Row[]): Promise<void> {
  const again = table === 'staff' ? '(id) do update set issuer = excluded.issuer' : 'do nothing'
  await client.query(
    `insert into ${table} select * from jsonb_populate_recordset(null::public.${table}, $1)
     on conflict ${again}`,
    [JSON.stringify(rows)],
  )
}

/** The rows per table, in an order in which what is referred to comes first. */
function tables(issuer: string, now: string): Record<string, Row[]> {
  return {
    operator: operators.map(({ code }) => ({ id: townIds.operator(code), code })),
    department: departments.map(({ code }) => ({ id: townIds.department(code), code })),
    theme: themes.map(({ code, department }) => ({
      id: townIds.theme(code),
      code,
      department_id: townIds.department(department),
    })),
    ...lineTables(),
    queue: queues.map(({ code, line }) => ({
      id: townIds.queue(code),
      code,
      line_id: townIds.line(line),
    })),
    ...staffTables(issuer, now),
    setting: firstVersions().map(({ line, department, public: seen, ...version }) => ({
      ...version,
      id: townIds.setting(version.kind, version.subject),
      public: seen,
      line_id: line,
      department_id: department,
      valid_from: founded,
      made_at: now,
      reason: 'First version',
    })),
  }
}

function lineTables(): Record<string, Row[]> {
  return {
    line: lines.map(({ code, department }) => ({
      id: townIds.line(code),
      code,
      department_id: department === null ? null : townIds.department(department),
    })),
    line_operator: lines.map(({ code, operator }) => ({
      line_id: townIds.line(code),
      operator_id: townIds.operator(operator),
      valid_from: founded,
    })),
    line_theme: lines.flatMap((line) =>
      line.themes.map((theme, position) => ({
        line_id: townIds.line(line.code),
        theme_id: townIds.theme(theme),
        position,
      })),
    ),
  }
}

function staffTables(issuer: string, now: string): Record<string, Row[]> {
  return {
    staff: cast.map((staff) => ({
      id: townIds.staff(staff.subject),
      issuer,
      subject: staff.subject,
      given_name: staff.givenName,
      family_name: staff.familyName,
      alias: staff.alias ?? null,
      email: mailOf(staff),
      created_at: now,
    })),
    staff_grant: cast.flatMap((staff) => grantsOf(staff, now)),
    staff_skill: cast.flatMap(({ subject, skills }) =>
      Object.entries(skills).map(([skill, level]) => ({
        staff_id: townIds.staff(subject),
        skill,
        level,
        valid_from: founded,
      })),
    ),
  }
}

function grantsOf({ subject, grants }: Staff, now: string): Row[] {
  return grants.map(({ role, scope }) => ({
    staff_id: townIds.staff(subject),
    role,
    scope_kind: scope.kind,
    scope_code: scope.kind === 'all' ? '' : scope.code,
    since: now,
  }))
}
