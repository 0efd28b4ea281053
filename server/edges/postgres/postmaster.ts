import { type ChildProcess, spawn } from 'node:child_process'
import {
  closeSync,
  fchownSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { explain } from './explain.ts'
import { succeedsAs } from './os-user.ts'
import { birthOf, commandOf, goneWithin } from './process.ts'

/** A running PostgreSQL server. */
export interface Postmaster {
  port: number
  /** Ends it cleanly: running transactions roll back, everything committed is on disk. */
  stop(): Promise<void>
  /** Comes only when it ends without having been asked to: why, in a sentence. */
  died: Promise<Error>
}

const logLimit = 10_000_000

/**
 * Starts PostgreSQL on a free port of 127.0.0.1. It lives in a process group of its own, so that
 * Ctrl-C reaches the server first; where the system can, it gets SIGINT when this process is killed.
 */
export async function startPostmaster(
  cluster: Cluster,
  log: string,
  settings: Record<string, string>,
): Promise<Postmaster> {
  await endOrphan(cluster.folder)
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > logLimit) renameSync(log, `${log}.1`)
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const from = statSync(log, { throwIfNoEntry: false })?.size ?? 0
    const child = launch(cluster, log, { ...settings, port: String(port) })
    const said = () => readFileSync(log).subarray(from).toString()
    if (await ready(cluster.folder, child))
      return postmaster(child, port, () => explain(said(), cluster.folder))
    const passing = /Address already in use|shared memory block .* is still in use/.test(said())
    if (!passing || attempt === 20) throw explain(said(), cluster.folder)
    await sleep(250)
  }
}

function postmaster(child: ChildProcess, port: number, why: () => Error): Postmaster {
  let asked = false
  const died = new Promise<Error>((tell) => {
    child.on('exit', () => !asked && tell(why()))
  })
  const stop = async () => {
    asked = true
    if (child.pid !== undefined) await end(child.pid)
  }
  return { port, stop, died }
}

function launch(cluster: Cluster, log: string, settings: Record<string, string>): ChildProcess {
  const { user, folder, binaries } = cluster
  const output = openSync(log, 'a', 0o600)
  if (user) fchownSync(output, user.uid, user.gid)
  const args = ['-D', folder]
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`)
  const tied = ['--pdeathsig', 'INT', binaries.postgres]
  const canTie = succeedsAs(user, 'setpriv', [...tied, '--version'])
  const [program, before] = canTie ? ['setpriv', tied] : [binaries.postgres, []]
  const options = { ...user, cwd: '/', detached: true, stdio: ['ignore', output, output] as const }
  const child = spawn(program, [...before, ...args], {
    ...options,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  child.unref()
  return child
}

/** True once it takes connections, false when it ended before. Recovery may take its time. */
async function ready(folder: string, child: ChildProcess): Promise<boolean> {
  let failed = false
  child.on('error', () => (failed = true))
  while (!failed && child.exitCode === null && child.signalCode === null) {
    const lines = pidFile(folder)
    if (Number(lines[0]) === child.pid && lines[7]?.startsWith('ready')) return true
    await sleep(10)
  }
  return false
}

/**
 * Ends a server that outlived its starter. A pid file that stays behind may name a process that
 * nobody has buried yet, or somebody else's since a restart of the machine; PostgreSQL would take
 * either for a running server. Our own number it ignores, being its parent's, while it still checks
 * that the shared memory which the file names is no longer in use.
 */
async function endOrphan(folder: string): Promise<void> {
  const pid = Number(pidFile(folder)[0])
  if (!pid) return
  if (commandOf(pid)?.includes(folder)) await end(pid)
  const [left, ...rest] = pidFile(folder)
  if (left) writeFileSync(join(folder, 'postmaster.pid'), [process.pid, ...rest].join('\n'))
}

async function end(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (birthOf(pid) === null) return
    process.kill(pid, signal)
    if (await goneWithin(pid, signal === 'SIGINT' ? 30_000 : 5_000)) return
  }
}

function pidFile(folder: string): string[] {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
