import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, expect, test } from 'vitest'
import { type Embedded, startEmbedded } from './embedded.ts'
import { assertHarmlessRole } from './harmless-role.ts'

const folders: string[] = []
const servers: Embedded[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onthaal-'))
  folders.push(folder)
  return join(folder, 'data')
}

async function start(dataDir: string): Promise<Embedded> {
  const server = await startEmbedded({ dataDir, settings: { shared_buffers: '16MB' } })
  servers.push(server)
  return server
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return work(client).finally(() => client.end().catch(() => undefined))
}

test('what was committed outlives kill -9, and the next start takes the folder over', async () => {
  const dataDir = newFolder()
  const first = await start(dataDir)
  await withClient(first.ownerUrl, (client) => client.query('create table kept (id integer)'))
  await withClient(first.ownerUrl, (client) => client.query('insert into kept values (1), (2)'))
  const pid = Number(
    readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
  )
  process.kill(pid, 'SIGKILL')
  expect((await first.died).message).toMatch(/PostgreSQL stopped/)
  await first.stop()
  servers.length = 0

  const second = await start(dataDir)
  const { rows } = await withClient(second.ownerUrl, (client) =>
    client.query('select id from kept'),
  )
  expect(rows).toEqual([{ id: 1 }, { id: 2 }])
})

test('a folder has one holder at a time', async () => {
  const dataDir = newFolder()
  await start(dataDir)
  await expect(startEmbedded({ dataDir })).rejects.toThrow(
    /already runs on the data folder .* \(process \d+\)/,
  )
})

test('only the role of the server is let in as the server', async () => {
  const { url, ownerUrl, superUrl } = await start(newFolder())
  await expect(withClient(url, assertHarmlessRole)).resolves.toBeUndefined()
  await expect(withClient(ownerUrl, assertHarmlessRole)).rejects.toThrow(/owns the database/)
  await expect(withClient(superUrl, assertHarmlessRole)).rejects.toThrow(/is a superuser/)
  await withClient(superUrl, (client) => client.query('alter role onthaal bypassrls'))
  await expect(withClient(url, assertHarmlessRole)).rejects.toThrow(/bypasses row-level security/)
})

test('a member of the owner is as bad as the owner', async () => {
  const { url, superUrl } = await start(newFolder())
  await withClient(superUrl, (client) => client.query('grant onthaal_owner to onthaal'))
  await expect(withClient(url, assertHarmlessRole)).rejects.toThrow(/owns the database/)
})

test('secrets are for their owner alone', async () => {
  const dataDir = newFolder()
  await start(dataDir)
  for (const role of ['postgres', 'onthaal', 'onthaal_owner'])
    expect(statSync(join(dataDir, 'secrets', role)).mode & 0o777).toBe(0o600)
  expect(statSync(join(dataDir, 'secrets')).mode & 0o777).toBe(0o700)
})

test('a damaged data folder is one sentence', async () => {
  const dataDir = newFolder()
  await (await start(dataDir)).stop()
  servers.length = 0
  rmSync(join(dataDir, 'postgres', 'global', 'pg_control'))
  await expect(startEmbedded({ dataDir })).rejects.toThrow(
    `The data folder ${dataDir} is damaged (postgres/global/pg_control is missing): restore it from a backup, or remove it to begin anew.`,
  )
})
