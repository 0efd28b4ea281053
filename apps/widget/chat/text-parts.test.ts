import { expect, test } from 'vitest'
import { flawOf } from './files.ts'
import { isMasked, textParts } from './text-parts.ts'
import { newToken, newUuid } from './token.ts'
import { transcript } from './transcript.ts'

test('WIDGET-22: an address is a part of its own, without the sign that ends the sentence', () => {
  expect(textParts('Kijk op https://wonen.leemland.example/premie?a=1, of bel.')).toEqual([
    { text: 'Kijk op ', href: null },
    {
      text: 'https://wonen.leemland.example/premie?a=1',
      href: 'https://wonen.leemland.example/premie?a=1',
    },
    { text: ', of bel.', href: null },
  ])
})

test('WIDGET-22: other schemes and markup stay text', () => {
  const text = 'javascript:alert(1) <a href="x">y</a> ftp://x https://'
  expect(textParts(text)).toEqual([{ text, href: null }])
})

test('WIDGET-19: eleven dots or more in groups were a number; a list is not', () => {
  expect(isMasked('Mijn nummer is ••.••.••-•••.••')).toBe(true)
  expect(isMasked('•••• •••• •••• ••••')).toBe(true)
  expect(isMasked('• eerst dit\n• dan dat')).toBe(false)
})

test('WIDGET-18: what is too large or something else is told before it is sent', () => {
  expect(flawOf({ size: 10 * 1_048_576, type: 'image/png' })).toBeNull()
  expect(flawOf({ size: 10 * 1_048_576 + 1, type: 'image/png' })).toBe('tooLarge')
  expect(flawOf({ size: 10, type: 'text/html' })).toBe('type')
  expect(flawOf({ size: 10, type: '' })).toBeNull()
})

test('WIDGET-11: a key has 256 bits in base64url, an id is a UUID', () => {
  expect(newToken()).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(newUuid()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  expect(newToken()).not.toBe(newToken())
})

test('WIDGET-20: the copy has who said what and when, and files by name', () => {
  const at = Date.parse('2026-11-23T14:05:00+01:00')
  const common = { sentAt: at, name: null, file: null, body: null }
  const file = { id: 'f', name: 'brief.pdf', type: 'application/pdf', size: 1 }
  const text = transcript(
    { line: '1700', reference: '482-173-9466' },
    [
      { ...common, number: 1, id: 'a', author: 'citizen', body: 'Dag' },
      { ...common, number: 2, id: 'b', author: 'agent', name: 'Noor', body: 'Goedendag' },
      { ...common, number: 3, id: 'c', author: 'citizen', file },
      { ...common, number: 4, id: 'd', author: 'agent', name: 'Noor' },
    ],
    'nl',
  )
  expect(text.split('\r\n')).toEqual([
    'Gesprek met 1700',
    'Uw referentie: 482 173 9466',
    '23 november 2026',
    '',
    '[14:05] U: Dag',
    '[14:05] Noor: Goedendag',
    '[14:05] U: Bestand: brief.pdf',
    '[14:05] Noor: Dit bericht is gewist.',
    '',
  ])
})
