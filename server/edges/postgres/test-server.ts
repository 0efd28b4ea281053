import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { admitLogin, fingerprint, listMigrations, migrate } from '../../kit/migrate.ts'
import { Trouble } from '../../kit/trouble.ts'
import { type Embedded, FolderHeld, startEmbedded } from './embedded.ts'

/** What a test worker needs in order to make databases of its own. */
export interface TestServer {
  superUrl: string
  ownerUrl: string
  url: string
  template: string
}

const root = join(import.meta.dirname, '..', '..', '..', 'var', 'test-postgres')

// Tests wait for no disk; everything else is as in production.
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
}

/**
 * The setup of a test run: one PostgreSQL for the whole run, with a migrated template that each
 * test file clones. Every run takes the first folder that no other run holds, so that any number of
 * runs go side by side, and the clusters and templates are kept for the next run.
 */
export async function startTestServer(): Promise<TestServer & { stop(): Promise<void> }> {
  const server = await firstFree()
  try {
    const template = `template_${fingerprint(listMigrations())}`
    await prepareTemplate(server, template)
    const { superUrl, ownerUrl, url, stop } = server
    return { superUrl, ownerUrl, url, template, stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Vitest's global setup: starts the server, hands its addresses to the workers, stops it after. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...server } = await startTestServer()
  project.provide('postgres', server)
  return stop
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestServer
  }
}

async function firstFree(): Promise<Embedded> {
  for (let slot = 0; slot < 50; slot++) {
    try {
      return await startEmbedded({ dataDir: join(root, String(slot)), settings })
    } catch (error) {
      if (!(error instanceof FolderHeld)) throw error
    }
  }
  throw new Trouble('Fifty test runs hold a database at the moment: wait for one to end.')
}

/** Drops what earlier runs left behind and makes the template when it is not there yet. */
async function prepareTemplate({ superUrl, ownerUrl }: Embedded, template: string): Promise<void> {
  const client = new Client({ connectionString: superUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ datname: string }>(
      `select datname from pg_database where datname ~ '^(test|template|half)_'`,
    )
    const left = rows.map(({ datname }) => datname)
    for (const name of left)
      if (name !== template) await client.query(`drop database "${name}" with (force)`)
    if (!left.includes(template)) {
      await client.query('create database half_template owner onthaal_owner')
      await migrate(inDatabase(ownerUrl, 'half_template'))
      await client.query(`alter database half_template rename to "${template}"`)
    }
    await admitLogin(inDatabase(ownerUrl, template), 'onthaal')
  } finally {
    await client.end()
  }
}

/** The same address, another database. */
export function inDatabase(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}
