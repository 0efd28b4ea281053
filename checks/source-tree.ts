import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The text of every file of the project, by its path from the root. */
export type Tree = ReadonlyMap<string, string>

export const root = join(import.meta.dirname, '..')

/** Reads what git knows of the project: tracked files and new ones that are not ignored. */
export function readTree(): Tree {
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root })
  const paths = String(list)
    .split('\n')
    .filter((path) => path && existsSync(join(root, path)))
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
}

export const isSource = (path: string) =>
  /^(server|apps|town|checks|bin)\/.*\.(ts|tsx|mjs|css)$/.test(path) && !path.endsWith('.d.ts')
export const isTest = (path: string) =>
  /(\.(test|journey|bench|arbitrary)\.tsx?|\/testing\.ts)$/.test(path)

/** The files that a file imports from the project itself, as paths from the root. */
export function importsOf(path: string, text: string): { to: string; typeOnly: boolean }[] {
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'(\.[^']+)'|import\('(\.[^']+)'\)/g,
  )
  return [...found].map(([, type, from, lazy]) => ({
    to: join(path, '..', from ?? lazy ?? ''),
    typeOnly: type !== undefined,
  }))
}
