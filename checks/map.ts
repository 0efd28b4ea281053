import { dirname } from 'node:path'
import type { Tree } from './source-tree.ts'

/** Folders that MAP.md misses, and folders that it names but are not there. */
export function map(tree: Tree): string[] {
  const text = tree.get('MAP.md') ?? ''
  const named = new Set([...text.matchAll(/^\| `([^`]+)\/` \|/gm)].map((match) => match[1] ?? ''))
  const there = new Set<string>()
  for (const path of tree.keys()) {
    if (/^(server|apps|town|checks|bin|docs|\.ci)/.test(path)) there.add(dirname(path))
  }
  return [
    ...[...there]
      .filter((folder) => !named.has(folder))
      .map((folder) => `MAP.md does not know ${folder}/`),
    ...[...named]
      .filter((folder) => ![...there].some((one) => one === folder || one.startsWith(`${folder}/`)))
      .map((folder) => `MAP.md names ${folder}/, which is not there`),
  ]
}
