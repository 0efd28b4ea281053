import { expect, test } from 'vitest'
import { ariaKeys, isSingle, keyCaps, matches, type Press } from './keys.ts'

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

test('DESIGN-3: a combination is matched exactly', () => {
  expect(matches('mod+k', press('k', { ctrlKey: true }), false)).toBe(true)
  expect(matches('mod+k', press('k', { metaKey: true }), true)).toBe(true)
  expect(matches('mod+k', press('k', { metaKey: true }), false)).toBe(false)
  expect(matches('mod+k', press('K', { ctrlKey: true, shiftKey: true }), false)).toBe(false)
  expect(matches('mod+shift+k', press('K', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
  expect(matches('a', press('a', { ctrlKey: true }), false)).toBe(false)
  expect(matches('alt+1', press('1', { altKey: true }), false)).toBe(true)
  expect(matches('escape', press('Escape'), false)).toBe(true)
})

test('DESIGN-3: a sign is the same key on every keyboard', () => {
  expect(matches('?', press('?', { shiftKey: true }), false)).toBe(true)
  expect(matches('?', press('?'), false)).toBe(true)
  expect(matches('1', press('1', { shiftKey: true }), false)).toBe(true)
})

test('DESIGN-3: a key that types a character is single', () => {
  expect(isSingle('a')).toBe(true)
  expect(isSingle('?')).toBe(true)
  expect(isSingle('mod+a')).toBe(false)
  expect(isSingle('escape')).toBe(false)
})

test('DESIGN-3: keys are shown as they are printed on the keyboard', () => {
  expect(keyCaps('mod+k', false)).toEqual(['Ctrl', 'K'])
  expect(keyCaps('mod+shift+enter', true)).toEqual(['⌘', '⇧', 'Enter'])
  expect(keyCaps('?', false)).toEqual(['?'])
  expect(ariaKeys('mod+k', false)).toBe('Control+K')
})
