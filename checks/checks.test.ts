import { expect, test } from 'vitest'
import { architecture } from './architecture.ts'
import { cycles } from './cycles.ts'
import { map } from './map.ts'
import { refusals } from './refusals.ts'
import { rules } from './rules.ts'
import { sizes } from './sizes.ts'

const tree = (files: Record<string, string>) => new Map(Object.entries(files))
const imports = (from: string, to: string) =>
  architecture(tree({ [from]: `import { x } from '${to}'\n` }))

test.each([
  [
    'a page that reaches behind a contract',
    'apps/desk/main.tsx',
    '../../server/modules/chat/store.ts',
  ],
  ['the kit that knows a module', 'server/kit/db.ts', '../modules/chat/index.ts'],
  [
    'a module that imports an edge',
    'server/modules/chat/say.ts',
    '../../edges/postgres/embedded.ts',
  ],
  ['a module that looks down', 'server/modules/contacts/record.ts', '../routing/index.ts'],
  ['a module entered by the window', 'server/modules/chat/say.ts', '../contacts/store.ts'],
  ['an edge that enters by the window', 'server/edges/smtp/send.ts', '../../modules/chat/store.ts'],
  ['a server that knows pages', 'server/modules/chat/say.ts', '../../../apps/shared/client.ts'],
])('architecture sees %s', (_, from, to) => {
  expect(imports(from, to)).toHaveLength(1)
})

test('architecture lets a module look up, by the door', () => {
  expect(imports('server/modules/chat/say.ts', '../contacts/index.ts')).toEqual([])
  expect(imports('apps/desk/main.tsx', '../../server/modules/chat/contract.ts')).toEqual([])
})

test('architecture sees SQL outside a store', () => {
  const offences = architecture(tree({ 'server/modules/chat/say.ts': 'await sql`select 1`' }))
  expect(offences).toEqual([expect.stringContaining('holds SQL')])
})

test('architecture sees a contract that browsers could not load', () => {
  const offences = architecture(
    tree({
      'server/modules/chat/contract.ts': "import { y } from './deep.ts'\n",
      'server/modules/chat/deep.ts': "import { readFileSync } from 'node:fs'\n",
    }),
  )
  expect(offences).toEqual([expect.stringContaining('needs a server')])
})

test('cycles sees a ring of values, and lets types go round', () => {
  const ring = (word: string) =>
    cycles(
      tree({
        'server/a.ts': "import { b } from './b.ts'\n",
        'server/b.ts': `${word} { a } from './a.ts'\n`,
      }),
    )
  expect(ring('import')).toHaveLength(1)
  expect(ring('import type')).toEqual([])
})

test('sizes sees a file over its ceiling, a door too wide and a name that says nothing', () => {
  const long = (lines: number) => 'x\n'.repeat(lines)
  expect(sizes(tree({ 'server/a.ts': long(401) }))).toContainEqual(
    expect.stringContaining('over 400'),
  )
  expect(sizes(tree({ 'server/modules/chat/index.ts': long(41) }))).toHaveLength(1)
  expect(sizes(tree({ 'server/utils.ts': 'x' }))).toHaveLength(1)
})

test('map sees a folder it does not know and one that is gone', () => {
  const offences = map(tree({ 'MAP.md': '| `server/old/` | gone |\n', 'server/new/a.ts': '' }))
  expect(offences).toHaveLength(2)
})

test('rules sees a rule without a test, a test without a rule, and a rule that is there twice', () => {
  const offences = rules(
    tree({
      'server/modules/chat/SPEC.md': '## CHAT-1 First\n\n## CHAT-2 Second\n\n- **CHAT-1** Again\n',
      'server/modules/chat/say.test.ts': "test('CHAT-1, CHAT-9: says so', () => {})",
    }),
  )
  expect(offences).toHaveLength(3)
})

test('refusals sees one that nobody throws, no test expects, or that is declared nowhere', () => {
  const contract = `export const refusals = defineRefusals('chat', {
  stale: {
    status: 409,
  },
})
const say = operation({ refusals: ['stale', 'unheardOf'] })`
  expect(refusals(tree({ 'server/modules/chat/contract.ts': contract }))).toHaveLength(3)
  const whole = {
    'server/modules/chat/contract.ts': contract.replace(", 'unheardOf'", ''),
    'server/modules/chat/say.ts': 'throw refusals.stale()',
    'server/modules/chat/say.test.ts': "toThrow('chat.stale')",
  }
  expect(refusals(tree(whole))).toEqual([])
})
