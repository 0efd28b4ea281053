import { expect, test } from 'vitest'
import { installed, npmTrouble } from './packages.mjs'

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/only-mac': { version: '1.0.0', optional: true },
  },
}

test('what is installed is compared with the lock, package by package', () => {
  expect(installed(wanted, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true)
  expect(installed(wanted, { packages: { 'node_modules/a': { version: '1.1.0' } } })).toBe(false)
  expect(installed(wanted, { packages: {} })).toBe(false)
  expect(installed(wanted, null)).toBe(false)
})

test('another version of an optional package is not the wanted one', () => {
  const packages = { ...wanted.packages, 'node_modules/only-mac': { version: '0.9.0' } }
  expect(installed(wanted, { packages })).toBe(false)
})

test.each([
  [
    'npm error code ENOTFOUND\nnpm error network request failed',
    /cannot reach the package registry/,
  ],
  ['npm error code ENOSPC', /disk is full/],
  ['npm error code EACCES', /may not write in/],
  ['npm error code E1\nnpm error The lock is odd', /The lock is odd/],
  ['', /it left no message/],
])('a failed npm is one sentence: %s', (output, sentence) => {
  expect(npmTrouble(output)).toMatch(sentence)
  expect(npmTrouble(output)).not.toContain('\n')
})
