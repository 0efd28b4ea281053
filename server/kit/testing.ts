import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'

/** A migrated, empty database for one test file. */
export interface TestDatabase {
  /** As `onthaal`, the role the server connects as. */
  url: string
  /** As `onthaal_owner`. */
  ownerUrl: string
  /** As the superuser of the test server; for tests that end connections or look around. */
  superUrl: string
  /** Removes the database and ends the connections to it. */
  drop(): Promise<void>
}

/** Clones the migrated template under a name of its own; for `.pg.test.ts` and journeys. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('postgres')
  const name = `test_${randomBytes(6).toString('hex')}`
  const asSuperuser = async (query: string) => {
    const client = new Client({ connectionString: server.superUrl })
    await client.connect()
    await client.query(query).finally(() => client.end())
  }
  const at = (url: string) => {
    const address = new URL(url)
    address.pathname = `/${name}`
    return address.href
  }
  await asSuperuser(`create database ${name} template ${server.template} owner onthaal_owner`)
  return {
    url: at(server.url),
    ownerUrl: at(server.ownerUrl),
    superUrl: at(server.superUrl),
    drop: () => asSuperuser(`drop database if exists ${name} with (force)`),
  }
}
