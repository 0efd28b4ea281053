import type { Client } from 'pg'
import { Trouble } from '../server/kit/trouble.ts'

interface Column {
  table: string
  name: string
  type: string
  dimensions: number
  nullable: boolean
  always: boolean
  defaulted: boolean
  /** The codes that a check on this column alone allows, or an enum's labels. */
  codes: string[] | null
}

/** How the values of a PostgreSQL type arrive in JavaScript, given the parsers of kit/db. */
const typeOf: Record<string, string> = {
  bool: 'boolean',
  bytea: 'Buffer',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  jsonb: 'Json',
  numeric: 'string',
  text: 'string',
  timestamptz: 'Date',
  tsvector: 'string',
  uuid: 'string',
  xid8: 'string',
}

const head = `// Written from the catalog by \`npm run schema\`; the sources are the migrations beside it.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** Read as anything, to be parsed; written as an object, or as JSON text (arrays only so). */
export type Json = ColumnType<unknown, JsonInput, JsonInput>
export type GeneratedJson = ColumnType<unknown, JsonInput | undefined, JsonInput>
export type JsonInput = string | (object & { length?: never })
`

/** The tables as Kysely's \`Database\` interface. Throws Trouble for a type without a mapping. */
export async function listTypes(client: Client): Promise<string> {
  const { rows } = await client.query<Column>(columnsQuery)
  const lines = rows.flatMap((column, i) => [
    ...(column.table === rows[i - 1]?.table ? [] : [`  ${column.table}: {`]),
    `    ${column.name}: ${columnType(column)}`,
    ...(column.table === rows[i + 1]?.table ? [] : ['  }']),
  ])
  const used = (name: string) => lines.some((line) => line.includes(`${name}<`))
  const unused = ['Generated', 'GeneratedAlways'].filter((name) => !used(name))
  const imports = unused.reduce((text, name) => text.replace(new RegExp(`, ${name}\\b`), ''), head)
  return `${imports}\nexport interface Database {\n${lines.join('\n')}\n}\n`
}

function columnType(column: Column): string {
  const known = column.codes?.map((code) => `'${code}'`).join(' | ') ?? typeOf[column.type]
  if (!known)
    throw new Trouble(
      `${column.table}.${column.name}: no TypeScript type is known for ${column.type}.`,
    )
  const item = column.dimensions > 0 ? (known.includes('|') ? `(${known})[]` : `${known}[]`) : known
  const type = column.nullable ? `${item} | null` : item
  if (column.always) return `GeneratedAlways<${type}>`
  if (column.defaulted && item === 'Json') return 'GeneratedJson'
  return column.defaulted ? `Generated<${type}>` : type
}

const columnsQuery = `
  select t.relname as table, a.attname as name, a.attndims as dimensions,
    coalesce(item.typname, y.typname) as type,
    not a.attnotnull as nullable,
    a.attidentity = 'a' or a.attgenerated <> '' as always,
    d.adbin is not null or a.attidentity = 'd' as defaulted,
    coalesce(
      (select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum e where e.enumtypid = coalesce(item.oid, y.oid)),
      (select array(select m[1] from regexp_matches(pg_get_constraintdef(c.oid), '''([A-Za-z0-9_:-]+)''::text', 'g') m)
       from pg_constraint c
       where c.conrelid = t.oid and c.contype = 'c' and c.conkey = array[a.attnum]
         and pg_get_constraintdef(c.oid) ~ '^CHECK \\(\\([a-z_]+ = ANY \\(ARRAY\\[[^\\]]*\\]\\)\\)\\)$'
       limit 1)
    ) as codes
  from pg_attribute a
  join pg_class t on t.oid = a.attrelid
  join pg_type y on y.oid = a.atttypid
  left join pg_type item on item.oid = y.typelem and y.typcategory = 'A'
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where t.relkind in ('r', 'p', 'v') and t.relnamespace = 'public'::regnamespace
    and a.attnum > 0 and not a.attisdropped and t.relname <> 'migration'
  order by t.relname collate "C", a.attnum`
