import { importsOf, isSource, type Tree } from './source-tree.ts'

/** Rings of files that need each other's values to start; types may go round. */
export function cycles(tree: Tree): string[] {
  const state = new Map<string, 'open' | 'done'>()
  const found: string[] = []
  const visit = (path: string, trail: string[]) => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      found.push(`a ring of imports: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}`)
      return
    }
    state.set(path, 'open')
    for (const { to, typeOnly } of importsOf(path, tree.get(path) ?? '')) {
      if (!typeOnly && tree.has(to)) visit(to, [...trail, path])
    }
    state.set(path, 'done')
  }
  for (const path of tree.keys()) if (isSource(path)) visit(path, [])
  return found
}
