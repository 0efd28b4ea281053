import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Trouble } from '../../kit/trouble.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { explain } from './explain.ts'
import { commonFolder } from './open-folder.ts'
import { databaseUser, type OsUser, succeedsAs } from './os-user.ts'
import { secret } from './secrets.ts'

const majorVersion = '18'

/** The files of one PostgreSQL server, and as whom and with which programs it runs. */
export interface Cluster {
  folder: string
  user: OsUser
  binaries: Binaries
}

/**
 * The cluster of a data folder, made when there is none: DATA_DIR/postgres, which is a link into
 * /var/lib/onthaal when root starts from a folder that the database's user cannot enter.
 * Throws Trouble when the data folder is damaged, or made by another version or user.
 */
export async function openCluster(dataDir: string): Promise<Cluster> {
  const path = join(dataDir, 'postgres')
  const folder = existing(path)
  const user = databaseUser(folder)
  const binaries = findBinaries(user, () => (user ? commonFolder() : dataDir))
  if (folder) {
    checkWhole(folder, dataDir)
    return { folder, user, binaries }
  }
  const made = await makeCluster(dataDir, user, binaries)
  if (made !== path) symlinkSync(made, path)
  return { folder: realpathSync(made), user, binaries }
}

function existing(path: string): string | null {
  if (!lstatSync(path, { throwIfNoEntry: false })) return null
  try {
    return realpathSync(path)
  } catch (cause) {
    throw new Trouble(`The data folder is damaged: ${path} points to a folder that is gone.`, {
      cause,
    })
  }
}

function checkWhole(folder: string, dataDir: string): void {
  const damaged = (what: string) =>
    new Trouble(
      `The data folder ${dataDir} is damaged (${what}): restore it from a backup, or remove it to begin anew.`,
    )
  const files = readdirSync(folder)
  for (const needed of ['PG_VERSION', 'global', 'base', 'pg_wal'])
    if (!files.includes(needed)) throw damaged(`postgres/${needed} is missing`)
  if (!existsSync(join(folder, 'global', 'pg_control')))
    throw damaged('postgres/global/pg_control is missing')
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (!/^\d+$/.test(version)) throw damaged('postgres/PG_VERSION is unreadable')
  if (version !== majorVersion)
    throw new Trouble(
      `The data folder ${dataDir} was made by PostgreSQL ${version}; this version of Onthaal brings ${majorVersion}.`,
    )
  if (!existsSync(join(dataDir, 'secrets', 'postgres')))
    throw damaged('secrets/postgres is missing')
}

/** Makes the cluster aside and moves it into place whole, so that half a cluster never counts. */
async function makeCluster(dataDir: string, user: OsUser, binaries: Binaries): Promise<string> {
  const home = user && !succeedsAs(user, 'test', ['-x', dataDir]) ? commonFolder() : dataDir
  const half = mkdtempSync(join(home, 'cluster-'))
  const passwordFile = join(mkdtempSync(join(tmpdir(), 'onthaal-')), 'password')
  try {
    writeFileSync(passwordFile, secret(dataDir, 'postgres'), { mode: 0o600 })
    if (user) for (const path of [half, passwordFile, join(passwordFile, '..')]) giveTo(user, path)
    const output = await initdb(binaries.initdb, half, passwordFile, user)
    if (output !== null) throw explain(output, dataDir)
    if (home !== dataDir) return half
    const path = join(dataDir, 'postgres')
    renameSync(half, path)
    return path
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    throw error
  } finally {
    rmSync(join(passwordFile, '..'), { recursive: true, force: true })
  }
}

function giveTo(user: NonNullable<OsUser>, path: string): void {
  chmodSync(path, path.endsWith('password') ? 0o600 : 0o700)
  chownSync(path, user.uid, user.gid)
}

/** Gives what it said when it failed, else null. */
async function initdb(
  program: string,
  folder: string,
  pwfile: string,
  user: OsUser,
): Promise<string | null> {
  const args = ['-D', folder, '-U', 'postgres', `--pwfile=${pwfile}`, '-A', 'scram-sha-256']
  const locale = '-E UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8'.split(' ')
  const child = spawn(program, [...args, ...locale], { ...user, cwd: '/' })
  let output = ''
  child.stdout.on('data', (text) => (output += text))
  child.stderr.on('data', (text) => (output += text))
  const code = await new Promise((resolve, reject) =>
    child.on('close', resolve).on('error', reject),
  )
  return code === 0 ? null : output
}
