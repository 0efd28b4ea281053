import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Trouble } from '../server/kit/trouble.ts'
import { npm } from './packages.mjs'

const root = join(import.meta.dirname, '..')
const stamp = join(root, 'dist', '.built-from')

// Contracts and the pure tables they pass on are part of the pages.
const sources = ['apps', 'server/kit', 'server/modules', 'package.json', 'package-lock.json']

/** Builds the pages into dist, unless they were built from these very sources. Throws Trouble. */
export async function buildWeb(): Promise<string> {
  const from = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === from) return 'up to date'
  const { code, output } = await npm(['run', 'build', '--silent'])
  if (code !== 0) throw new Trouble(`The pages do not build:\n\n${output}`)
  writeFileSync(stamp, from)
  return 'built'
}

function fingerprint(): string {
  const builds = readdirSync(root).filter((name) => name.startsWith('vite.'))
  const hash = createHash('sha256')
  for (const source of [...sources, ...builds.sort()])
    for (const file of filesIn(join(root, source))) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

function filesIn(path: string): string[] {
  if (statSync(path).isFile()) return [path]
  const entries = readdirSync(path, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile())
  return files.map((entry) => join(entry.parentPath, entry.name)).sort()
}
