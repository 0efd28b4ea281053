import { join, resolve } from 'node:path'
import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { Trouble } from '../../kit/trouble.ts'
import { openCluster } from './cluster.ts'
import { holdFolder } from './hold-folder.ts'
import { makeOpenFolder } from './open-folder.ts'
import { startPostmaster } from './postmaster.ts'
import { secret } from './secrets.ts'

/** A PostgreSQL of our own, beside the server, and the addresses it is reached at. */
export interface Embedded {
  /** As `onthaal`: what the server may do. */
  url: string
  /** As `onthaal_owner`: owns the database, applies migrations. */
  ownerUrl: string
  /** As `postgres`, the superuser, in the database of that name: backups and tests only. */
  superUrl: string
  stop(): Promise<void>
  /** Comes only when PostgreSQL ends without having been asked to: why, in a sentence. */
  died: Promise<Error>
}

export interface EmbeddedOptions {
  dataDir: string
  /** Settings of PostgreSQL beside, or instead of, our own. */
  settings?: Record<string, string>
}

/** Another process has the data folder. */
export class FolderHeld extends Trouble {}

// Passwords over 127.0.0.1 only: a socket file would add a path limit of 107 bytes to DATA_DIR.
const ourSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  max_connections: '100',
  synchronous_commit: 'on',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
}

/**
 * Starts the embedded PostgreSQL on a data folder and makes what is missing: the cluster, the
 * roles, the database, their passwords. Throws Trouble when it cannot, FolderHeld when another
 * process has the folder.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = makeOpenFolder(resolve(options.dataDir))
  const hold = await holdFolder(dataDir)
  if ('heldBy' in hold)
    throw new FolderHeld(
      `Onthaal already runs on the data folder ${dataDir} (process ${hold.heldBy}): stop it, or choose another DATA_DIR.`,
    )
  try {
    const cluster = await openCluster(dataDir)
    const settings = { ...ourSettings, ...options.settings }
    const server = await startPostmaster(cluster, join(dataDir, 'postgres.log'), settings)
    const stop = () => server.stop().finally(hold.release)
    const url = (role: string, database: string) =>
      `postgres://${role}:${secret(dataDir, role)}@127.0.0.1:${server.port}/${database}`
    const superUrl = url('postgres', 'postgres')
    try {
      await prepare(superUrl, dataDir)
    } catch (error) {
      await stop()
      throw error
    }
    const [app, owner] = [url('onthaal', 'onthaal'), url('onthaal_owner', 'onthaal')]
    return { url: app, ownerUrl: owner, superUrl, stop, died: server.died }
  } catch (error) {
    hold.release()
    throw error
  }
}

async function prepare(superUrl: string, dataDir: string): Promise<void> {
  const client = new Client({ connectionString: superUrl })
  await client.connect()
  try {
    const has = async (query: string) => (await client.query(query)).rowCount !== 0
    const roles = { onthaal_owner: 'login createrole createdb', onthaal: 'login noinherit' }
    for (const [role, attributes] of Object.entries(roles)) {
      const known = await has(`select from pg_roles where rolname = ${escapeLiteral(role)}`)
      const password = escapeLiteral(secret(dataDir, role))
      const name = escapeIdentifier(role)
      await client.query(
        `${known ? 'alter' : 'create'} role ${name} with ${attributes} password ${password}`,
      )
    }
    if (await has(`select from pg_database where datname = 'onthaal'`)) return
    await client.query('create database onthaal owner onthaal_owner')
    await client.query('revoke connect, temporary on database onthaal from public')
    await client.query('grant connect on database onthaal to onthaal')
  } finally {
    await client.end()
  }
}
