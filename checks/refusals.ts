import { isTest, type Tree } from './source-tree.ts'

/** Refusals that nobody throws, that no test expects, or that an operation names wrongly. */
export function refusals(tree: Tree): string[] {
  const offences: string[] = []
  const declared = [...tree].flatMap(([path, text]) => declaredIn(path, text))
  const tests = [...tree]
    .filter(([path]) => isTest(path))
    .map(([, text]) => text)
    .join('\n')
  const sources = [...tree].filter(([path]) => /^server\//.test(path) && !isTest(path))
  for (const { module, code, path } of declared) {
    const thrown = sources.some(
      ([from, text]) =>
        text.includes(`refusals.${code}(`) ||
        text.includes(`kit.${code}(`) ||
        saysNo(from, text, code),
    )
    if (!thrown) offences.push(`${path}: nobody throws ${module}.${code}`)
    if (!tests.includes(`${module}.${code}`))
      offences.push(`${path}: no test expects ${module}.${code}`)
  }
  const codes = new Set(declared.map(({ code }) => code))
  for (const [path, text] of tree) {
    if (!/\/contract\.ts$/.test(path)) continue
    for (const [, list] of text.matchAll(/refusals: \[([^\]]*)\]/g)) {
      for (const [, code] of (list ?? '').matchAll(/'(\w+)'/g)) {
        if (!codes.has(code ?? '')) offences.push(`${path}: ${code} is declared nowhere`)
      }
    }
  }
  return offences
}

function declaredIn(path: string, text: string) {
  const [, module, body] = /defineRefusals\('(\w+)', \{([\s\S]*?)\n\}\)/.exec(text) ?? []
  if (!module || !body || isTest(path)) return []
  return [...body.matchAll(/^ {2}(\w+): \{/gm)].map(([, code]) => ({
    module,
    code: code ?? '',
    path,
  }))
}

/** The tables of the life of a contact refuse by name: `no('offerGone')`. */
function saysNo(path: string, text: string, code: string): boolean {
  return path.endsWith('/life.ts') && text.includes(`no('${code}')`)
}
