import { Client, DatabaseError } from 'pg'
import type { Config } from '../server/config.ts'
import { startEmbedded } from '../server/edges/postgres/embedded.ts'
import { assertHarmlessRole } from '../server/edges/postgres/harmless-role.ts'
import { Trouble } from '../server/kit/trouble.ts'

/** The database of this installation, embedded or given, and how to let go of it. */
export interface OpenDatabase {
  url: string
  ownerUrl: string
  about: string
  stop(): Promise<void>
  /** Comes only when an embedded PostgreSQL ends without having been asked to. */
  died: Promise<Error>
}

const oldestVersion = 18

/** Opens the database that the settings name, else the embedded one. Throws Trouble. */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  const { databaseUrl: url, databaseOwnerUrl: ownerUrl } = config
  if (!url || !ownerUrl) {
    const embedded = await startEmbedded({ dataDir: config.dataDir })
    const port = new URL(embedded.url).port
    return { ...embedded, about: `PostgreSQL ${oldestVersion} on 127.0.0.1:${port}` }
  }
  const version = await check('DATABASE_URL', url, assertHarmlessRole)
  await check('DATABASE_OWNER_URL', ownerUrl)
  const died = new Promise<Error>(() => {})
  return {
    url,
    ownerUrl,
    about: `PostgreSQL ${version} at ${new URL(url).host}`,
    stop: async () => {},
    died,
  }
}

/** Connects once. Returns the version. Throws Trouble that names the setting and what is wrong. */
async function check(
  setting: string,
  url: string,
  further: (client: Client) => Promise<void> = async () => {},
): Promise<number> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    const { rows } = await client.query('show server_version_num')
    const version = Math.floor(Number(rows[0].server_version_num) / 10_000)
    if (version < oldestVersion)
      throw new Trouble(
        `${setting} is a PostgreSQL ${version}: ${oldestVersion} or newer is needed.`,
      )
    await further(client)
    return version
  } catch (error) {
    throw error instanceof Trouble
      ? error
      : new Trouble(`${setting}: ${why(error, url)}.`, { cause: error })
  } finally {
    await client.end().catch(() => undefined)
  }
}

function why(error: unknown, url: string): string {
  const { host, username, pathname } = new URL(url)
  if (!(error instanceof DatabaseError)) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `there is no machine called ${host}`
    return `no PostgreSQL answers at ${host}`
  }
  if (error.code === '28P01') return `${host} refuses the password of ${username}`
  if (error.code === '28000') return `${host} does not let ${username} in`
  if (error.code === '3D000') return `${host} has no database ${pathname.slice(1)}`
  return error.message
}
