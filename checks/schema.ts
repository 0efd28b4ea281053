import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { inDatabase, startTestServer } from '../server/edges/postgres/test-server.ts'
import { listSchema } from './schema-listing.ts'
import { listTypes } from './schema-types.ts'

const migrations = join(import.meta.dirname, '..', 'server', 'migrations')

/** The two files that are written from the catalog and committed. */
export const listed = {
  'schema.sql': listSchema,
  'tables.ts': listTypes,
}

/** Writes both anew, from a database with every migration applied: `npm run schema`. */
async function rewrite(): Promise<void> {
  const server = await startTestServer()
  const client = new Client({ connectionString: inDatabase(server.superUrl, server.template) })
  try {
    await client.connect()
    for (const [file, list] of Object.entries(listed))
      writeFileSync(join(migrations, file), await list(client))
  } finally {
    await client.end()
    await server.stop()
  }
}

if (process.argv[1] === import.meta.filename) await rewrite()
