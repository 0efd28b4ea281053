import { createHash } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { fingerprint, type Migration, migrate } from './migrate.ts'
import { testDatabase } from './testing.ts'

const database = await testDatabase()
afterAll(() => database.drop())

async function query(text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  return (await client.query(text).finally(() => client.end())).rows
}

beforeEach(async () => {
  await query('drop table if exists migration, fruit')
})

function file(number: number, sql: string): Migration {
  const checksum = createHash('sha256').update(sql).digest('hex')
  return { number, name: `000${number}-test.sql`, sql, checksum }
}

const one = file(1, 'create table fruit (name text)')
const two = file(2, `insert into fruit values ('apple')`)

test('each migration is applied once, in order', async () => {
  expect(await migrate(database.ownerUrl, [one])).toEqual(['0001-test.sql'])
  expect(await migrate(database.ownerUrl, [one, two])).toEqual(['0002-test.sql'])
  expect(await migrate(database.ownerUrl, [one, two])).toEqual([])
  expect(await query('select name from fruit')).toEqual([{ name: 'apple' }])
})

test('starters at the same moment take turns', async () => {
  const starters = Array.from({ length: 5 }, () => migrate(database.ownerUrl, [one, two]))
  const applied = (await Promise.all(starters)).flat()
  expect(applied).toEqual(['0001-test.sql', '0002-test.sql'])
})

test('a failing migration leaves nothing behind and names its line', async () => {
  const bad = file(2, `insert into fruit values ('pear');\n\nselect nothing from nowhere`)
  await expect(migrate(database.ownerUrl, [one, bad])).rejects.toThrow(
    'Migration 0002-test.sql:3 failed: relation "nowhere" does not exist.',
  )
  expect(await query('select name from fruit')).toEqual([])
  expect(await query('select number from migration')).toEqual([{ number: 1 }])
})

test('an applied file that has changed is refused', async () => {
  await migrate(database.ownerUrl, [one])
  const changed = file(1, 'create table vegetable (name text)')
  await expect(migrate(database.ownerUrl, [changed])).rejects.toThrow(/0001-test.sql was changed/)
})

test('a database that is newer than the files is refused', async () => {
  await migrate(database.ownerUrl, [one, two])
  await expect(migrate(database.ownerUrl, [one])).rejects.toThrow(
    /does not know: start a newer version/,
  )
})

test('a file that comes before an applied one is refused', async () => {
  await migrate(
    database.ownerUrl,
    [two].map((migration) => ({ ...migration, sql: one.sql })),
  )
  await expect(migrate(database.ownerUrl, [one, two])).rejects.toThrow(/renumber it/)
})

test('a series of migrations has one name, and another series another', () => {
  expect(fingerprint([one, two])).toBe(fingerprint([one, two]))
  expect(fingerprint([one, two])).not.toBe(fingerprint([one]))
})
