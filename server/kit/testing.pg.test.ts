import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { listMigrations } from './migrate.ts'
import { testDatabase } from './testing.ts'

const [one, other] = [await testDatabase(), await testDatabase()]
afterAll(() => Promise.all([one.drop(), other.drop()]))

async function ask(url: string, query: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(query).finally(() => client.end())
  return rows
}

test('a test database has every migration applied', async () => {
  const rows = await ask(one.ownerUrl, 'select name from migration order by number')
  expect(rows).toEqual(listMigrations().map(({ name }) => ({ name })))
})

test('a test database is nobody else’s', async () => {
  await ask(one.ownerUrl, 'create table mine (id integer)')
  const rows = await ask(other.ownerUrl, `select from pg_class where relname = 'mine'`)
  expect(rows).toEqual([])
})

test('the two logins are who they say', async () => {
  expect(await ask(one.url, 'select current_user as me')).toEqual([{ me: 'onthaal' }])
  expect(await ask(one.ownerUrl, 'select current_user as me')).toEqual([{ me: 'onthaal_owner' }])
})

test('the server’s login takes on a role, and has no rights without it', async () => {
  expect(await ask(one.url, `select set_config('role', 'onthaal_app', false) as role`)).toEqual([
    { role: 'onthaal_app' },
  ])
  await expect(ask(one.url, 'select from contact')).rejects.toThrow('does not exist')
})
