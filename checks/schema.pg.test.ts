import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../server/kit/testing.ts'
import { listed } from './schema.ts'

const database = await testDatabase()
const client = new Client({ connectionString: database.superUrl })
await client.connect()
afterAll(async () => {
  await client.end()
  await database.drop()
})

const committed = (file: string) =>
  readFileSync(join(import.meta.dirname, '..', 'server', 'migrations', file), 'utf8')

test.each(Object.entries(listed))(
  '%s is what the migrations make (npm run schema)',
  async (file, list) => {
    expect(await list(client)).toBe(committed(file))
  },
)
