import { importsOf, isSource, isTest, type Tree } from './source-tree.ts'

/** The order of the modules: each may look only at those before it. */
export const order = [
  'access',
  'clients',
  'directory',
  'knowledge',
  'contacts',
  'routing',
  'telephony',
  'chat',
  'mail',
  'social',
  'forwarding',
  'workforce',
  'quality',
  'billing',
  'onboarding',
  'figures',
]

/** Node's own modules and what only a server has: never in a contract or in a page. */
const serverOnly =
  /from '(node:|pg|kysely|fastify|@fastify|openid-client|oidc-provider|date-holidays|file-type)/

const moduleOf = (path: string) => /^server\/modules\/([^/]+)\//.exec(path)?.[1]
const isDoor = (path: string) => /\/(index|contract)\.ts$/.test(path)

/** Every import that goes against the direction of the house, in words. */
export function architecture(tree: Tree): string[] {
  const offences: string[] = []
  for (const [path, text] of tree) {
    if (!isSource(path) || isTest(path)) continue
    for (const { to } of importsOf(path, text)) {
      const why = forbidden(path, to)
      if (why) offences.push(`${path} imports ${to}: ${why}`)
    }
  }
  return [...offences, ...sql(tree), ...browserSafe(tree)]
}

function forbidden(from: string, to: string): string | null {
  const [mine, theirs] = [moduleOf(from), moduleOf(to)]
  if (from.startsWith('apps/') && to.startsWith('server/')) {
    const open = /\/contract\.ts$|^server\/kit\/(refusal|must)\.ts$/.test(to)
    return open ? null : 'apps import contracts only'
  }
  if (from.startsWith('server/kit/')) {
    if (theirs || to.startsWith('server/edges/')) return 'the kit knows no module and no edge'
  }
  if (mine && to.startsWith('server/edges/')) return 'modules never import edges'
  if (to.startsWith('apps/') && !from.startsWith('apps/')) return 'the server knows no pages'
  if (mine && theirs && mine !== theirs) {
    if (order.indexOf(theirs) > order.indexOf(mine)) return `${mine} stands before ${theirs}`
    if (!isDoor(to)) return 'another module is entered by its door'
  }
  if (!mine && theirs && from.startsWith('server/') && !isDoor(to)) {
    return 'another module is entered by its door'
  }
  return null
}

/** SQL is written in a module's own store files, in the kit, in edges and in migrations. */
function sql(tree: Tree): string[] {
  return [...tree]
    .filter(([path]) => moduleOf(path) && !isTest(path) && !/\/store\.ts$|-store\.ts$/.test(path))
    .filter(([, text]) =>
      /\bsql`|\.q\s*\.\s*(selectFrom|insertInto|updateTable|deleteFrom)/.test(text),
    )
    .map(([path]) => `${path} holds SQL: it belongs in the module's store.ts`)
}

/** Contracts are shown to browsers: neither they nor what they import may need a server. */
function browserSafe(tree: Tree): string[] {
  const seen = new Set<string>()
  const offences: string[] = []
  const visit = (path: string, from: string) => {
    const text = tree.get(path)
    if (text === undefined || seen.has(path)) return
    seen.add(path)
    if (serverOnly.test(text))
      offences.push(`${path} needs a server, and ${from} shows it to browsers`)
    for (const { to, typeOnly } of importsOf(path, text)) if (!typeOnly) visit(to, from)
  }
  for (const path of tree.keys())
    if (/^server\/modules\/.*\/contract\.ts$/.test(path)) visit(path, path)
  return offences
}
