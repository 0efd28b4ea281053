import fc from 'fast-check'
import { expect, test } from 'vitest'
import { returnPath } from './return-path.ts'

const home = 'https://onthaal.example'

test('ACCESS-3: a path of this site stays as it is', () => {
  for (const path of ['/', '/desk/', '/desk/c/1?tab=notes#last', '/regie/?line=1700%20a'])
    expect(returnPath(path)).toBe(path)
})

test('ACCESS-3: what could lead elsewhere becomes the front page', () => {
  const bad = [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '/%2fevil.example',
    '/%5Cevil.example',
    '%2F%2Fevil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'javascript:alert(1)',
    'desk/',
    '',
    `/${'a'.repeat(600)}`,
    ['/desk/'],
    undefined,
  ]
  for (const path of bad) expect(returnPath(path), String(path)).toBe('/')
})

test('ACCESS-3: no text whatever leads to another site', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '%2f',
    '%5c',
    '@',
    ':',
    '?',
    '#',
    '\t',
    'evil',
  )
  const text = fc.oneof(
    fc.string(),
    fc.array(piece).map((parts) => `/${parts.join('')}`),
  )
  fc.assert(
    fc.property(text, (wanted) => {
      const path = returnPath(wanted)
      expect(new URL(path, home).origin).toBe(home)
      expect(path).toMatch(/^\/(?![/\\])/)
      expect(returnPath(decodeURI(encodeURI(path)))).toBe(path)
    }),
    { numRuns: 2_000 },
  )
})
