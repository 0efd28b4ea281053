import { isSource, isTest, type Tree } from './source-tree.ts'

const ceiling = 400
const longestDoor = 40
const longestMain = 150
const largestMedian = 80
const largestP90 = 220

/** Files that may be longer, with why; this list may only shrink. */
export const exempt: Record<string, string> = {
  'server/migrations/tables.ts': 'generated from the database',
}

const badNames = /\/(utils?|helpers?|misc)\.tsx?$/

/** Files that have outgrown their size or name, in words. */
export function sizes(tree: Tree): string[] {
  const sources = [...tree].filter(([path]) => isSource(path) && !isTest(path) && !(path in exempt))
  const lines = sources.map(([path, text]) => ({ path, lines: text.trimEnd().split('\n').length }))
  const offences = lines
    .filter((file) => file.lines > limitOf(file.path))
    .map(
      (file) =>
        `${file.path} has ${file.lines} lines, over ${limitOf(file.path)}: split it by subject`,
    )
  const sorted = lines.map((file) => file.lines).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0
  if (at(0.5) > largestMedian)
    offences.push(`the median file has ${at(0.5)} lines, over ${largestMedian}`)
  if (at(0.9) > largestP90)
    offences.push(`one file in ten has over ${at(0.9)} lines; ${largestP90} is the limit`)
  const named = sources.filter(([path]) => badNames.test(path))
  return [...offences, ...named.map(([path]) => `${path}: name it after what it holds`)]
}

function limitOf(path: string): number {
  if (path === 'server/main.ts') return longestMain
  return /^server\/modules\/[^/]+\/index\.ts$/.test(path) ? longestDoor : ceiling
}
