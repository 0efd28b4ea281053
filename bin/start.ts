import { createServer } from 'node:net'
import { type Config, readConfig } from '../server/config.ts'
import { secret } from '../server/edges/postgres/secrets.ts'
import { isLoopback } from '../server/kit/loopback.ts'
import { admitLogin, migrate } from '../server/kit/migrate.ts'
import { Trouble } from '../server/kit/trouble.ts'
import { buildWeb } from './build-web.ts'
import { claimInstallation, type Kind } from './claim-installation.ts'
import { guide } from './guide.ts'
import { type OpenDatabase, openDatabase } from './open-database.ts'
import { complain, step } from './progress.mjs'
import { troubleOf } from './trouble-of.ts'

/** What has been started, to be closed in the opposite order. */
class Running {
  private readonly closers: (() => Promise<void>)[] = []
  private stopping = false

  add(close: () => Promise<void>): void {
    this.closers.push(close)
  }

  /** Closes everything and ends the process; asked a second time, it no longer waits. */
  async end(exitCode: number, why?: unknown): Promise<void> {
    if (this.stopping) return
    this.stopping = true
    if (why !== undefined) complain(why)
    for (const close of this.closers.reverse()) await close().catch(complain)
    process.exit(exitCode)
  }

  /** Ctrl-C and its relatives end the process cleanly. */
  listen(): void {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        if (this.stopping) process.exit(130)
        console.log('\n  stopping …')
        void this.end(0)
      })
  }
}

/** What `npm start` does once the packages are there: database, town, pages, server, guide. */
export async function start(args: string[]): Promise<void> {
  const kind = kindOf(args)
  const config = readConfig()
  checkSettings(config, kind)
  await checkPort(config)
  const running = new Running()
  running.listen()
  try {
    const database = await step(
      'database',
      'starting PostgreSQL',
      () => openDatabase(config),
      ({ about }) => about,
    )
    running.add(database.stop)
    void database.died.then((error) => running.end(1, error))
    await prepare(database, config, kind)
    await step('pages', 'building', buildWeb)
    const url = await step('server', 'starting', () => serveOn(database, config, kind, running))
    console.log(guide(url, kind))
  } catch (error) {
    await running.end(1, troubleOf(error, config.dataDir))
  }
}

function kindOf(args: string[]): Kind {
  const unknown = args.find((arg) => arg !== '--empty')
  if (unknown) throw new Trouble(`npm start does not know ${unknown}: see npm start -- --help.`)
  return args.includes('--empty') ? 'empty' : 'town'
}

function checkSettings(config: Config, kind: Kind): void {
  if (kind === 'town') {
    const abroad = [config.host, new URL(config.publicUrl).hostname].find(
      (name) => !isLoopback(name),
    )
    if (abroad)
      throw new Trouble(
        `The town and its sign-in are for this machine only: start with --empty to be reached on ${abroad}.`,
      )
    if (config.oidcIssuer)
      throw new Trouble(
        'The town has a sign-in of its own: leave OIDC_ISSUER out, or start with --empty.',
      )
    return
  }
  const needed = {
    OIDC_ISSUER: config.oidcIssuer,
    OIDC_CLIENT_ID: config.oidcClientId,
    ADMIN_EMAIL: config.adminEmail,
  }
  const missing = Object.keys(needed).filter((name) => !needed[name as keyof typeof needed])
  if (missing.length > 0)
    throw new Trouble(
      `An empty installation needs ${new Intl.ListFormat('en').format(missing)}: see .env.example.`,
    )
}

/** Throws Trouble when the port cannot be had: before anything is started, and in words. */
async function checkPort({ host, port }: Config): Promise<void> {
  const server = createServer()
  const code = await new Promise<string | undefined>((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })
  if (code === undefined) return
  if (code === 'EADDRINUSE')
    throw new Trouble(
      `Port ${port} is in use, perhaps by Onthaal itself: stop that program, or choose another port, such as PORT=${port + 1} npm start.`,
    )
  if (code === 'EACCES')
    throw new Trouble(`This user may not use port ${port}: choose one above 1023.`)
  throw new Trouble(`HOST ${host} is not an address of this machine (${code}).`)
}

async function prepare({ url, ownerUrl }: OpenDatabase, config: Config, kind: Kind): Promise<void> {
  await step('migrations', 'applying', async () => {
    const applied = await migrate(ownerUrl)
    await admitLogin(ownerUrl, decodeURIComponent(new URL(url).username))
    await claimInstallation(ownerUrl, kind)
    return applied.length > 0 ? `${applied.length} applied` : 'up to date'
  })
  if (kind === 'empty') return
  await step('town', 'settling in', async () => {
    const { seedTown } = await import('../town/seed.ts')
    await seedTown({ ownerUrl, issuer: `${config.publicUrl}/oidc`, now: Date.now() })
    return 'at home'
  })
}

async function serveOn(database: OpenDatabase, config: Config, kind: Kind, running: Running) {
  const dataKey =
    config.dataKey ?? Buffer.from(secret(config.dataDir, 'data-key', 'base64'), 'base64')
  const { serve } = await import('../server/main.ts')
  const server = await serve({
    config: { ...config, dataKey },
    databaseUrl: database.url,
    town: kind === 'town',
  })
  running.add(() => server.close())
  return server.url
}
