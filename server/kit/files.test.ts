import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { SealedFiles } from './files.ts'

const files = new SealedFiles(randomBytes(32))
const bytes = Buffer.from('%PDF-1.7 een brief')
const sealed = files.seal('a', bytes)

test('a sealed file opens to the same bytes, and shows none of them', () => {
  expect(files.open('a', sealed)).toEqual(bytes)
  expect(sealed.includes('brief')).toBe(false)
  expect(files.seal('a', bytes)).not.toEqual(sealed)
})

test('it does not open under another id or key, nor when any byte was changed', () => {
  expect(() => files.open('b', sealed)).toThrow()
  expect(() => new SealedFiles(randomBytes(32)).open('a', sealed)).toThrow()
  for (let i = 0; i < sealed.length; i++) {
    const changed = Buffer.from(sealed)
    changed[i] = (changed[i] ?? 0) ^ 1
    expect(() => files.open('a', changed)).toThrow()
  }
})
