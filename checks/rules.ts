import { isTest, type Tree } from './source-tree.ts'

const ruleId = /\b[A-Z]{3,}-\d+\b/g

/** Rules without a test, and tests that name a rule which is in no SPEC.md. */
export function rules(tree: Tree): string[] {
  const declared = new Map<string, string>()
  const twice: string[] = []
  const tested = new Map<string, string>()
  for (const [path, text] of tree) {
    if (path.endsWith('SPEC.md')) {
      for (const [, id] of text.matchAll(/^(?:## |- \*\*)([A-Z]{3,}-\d+)\b/gm)) {
        if (declared.has(id ?? '')) twice.push(`${path}: ${id} is there twice`)
        declared.set(id ?? '', path)
      }
    }
    if (!isTest(path)) continue
    const prefixes = titles(text)
    for (const id of prefixes) tested.set(id, path)
  }
  const known = new Set([...declared.keys()].map((id) => id.split('-')[0]))
  return [
    ...twice,
    ...[...declared]
      .filter(([id]) => !tested.has(id))
      .map(([id, path]) => `${path}: no test carries ${id}`),
    ...[...tested]
      .filter(([id]) => known.has(id.split('-')[0]) && !declared.has(id))
      .map(([id, path]) => `${path} tests ${id}, which no SPEC.md has`),
  ]
}

/** The rule ids at the beginning of the titles of tests. */
function titles(text: string): string[] {
  const found = text.matchAll(
    /\b(?:test|it|describe)(?:\.\w+)*(?:\([^'"`]*\))?\(\s*['"`]([^'"`]+)/g,
  )
  return [...found].flatMap(([, title]) => (title ?? '').split(': ')[0]?.match(ruleId) ?? [])
}
