import fc from 'fast-check'
import { expect, test } from 'vitest'
import { luhn, newReference } from '../../kit/ids.ts'
import { maskNumbers } from './mask-numbers.ts'

const two = (number: number) => String(number).padStart(2, '0')

/** National register numbers of both centuries, bis numbers and unknown birth dates among them. */
const registerNumber = fc
  .record({
    year: fc.integer({ min: 0, max: 99 }),
    month: fc.integer({ min: 0, max: 12 }),
    bis: fc.constantFrom(0, 20, 40),
    day: fc.integer({ min: 1, max: 31 }),
    serial: fc.integer({ min: 1, max: 998 }),
    recent: fc.boolean(),
  })
  .map(({ year, month, bis, day, serial, recent }) => {
    const nine = two(year) + two(month + bis) + two(day) + String(serial).padStart(3, '0')
    return nine + two(97 - (Number(recent ? `2${nine}` : nine) % 97))
  })

const cardNumber = fc
  .tuple(fc.constantFrom('2', '3', '4', '5', '6'), fc.integer({ min: 11, max: 17 }))
  .chain(([first, length]) =>
    fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
      .map((digits) => first + digits.join('')),
  )
  .map((digits) => digits + luhn(digits))

/** The digits in groups, with signs between them. */
function grouped(digits: string, sizes: number[], signs: string[]): string {
  const ends = sizes.map((_, i) => sizes.slice(0, i + 1).reduce((sum, size) => sum + size))
  const groups = ends.map((end, i) => digits.slice(ends[i - 1] ?? 0, end)).filter(Boolean)
  return groups.reduce((text, group, i) => text + (signs[i - 1] ?? '') + group)
}

const shapes = [
  ['', '', '', ''],
  ['.', '.', '-', '.'],
  ['.', '.', ' ', '.'],
  [' ', ' ', ' ', ' '],
  ['/', '/', ' - ', '-'],
  ['', '', '-', '.'],
  ['', '', ' ', ' '],
]

test('CHAT-12: a national register number is masked, however it is written', () => {
  fc.assert(
    fc.property(registerNumber, fc.constantFrom(...shapes), (number, signs) => {
      const written = grouped(number, [2, 2, 2, 3, 2], signs)
      const masked = maskNumbers(`mijn nummer is ${written}, dank u`)
      expect(masked).toBe(`mijn nummer is ${written.replace(/\d/g, '•')}, dank u`)
    }),
  )
})

test('CHAT-12: a payment card number is masked, in one piece or in groups', () => {
  fc.assert(
    fc.property(cardNumber, fc.constantFrom('', ' ', '-'), (number, sign) => {
      const signs = [sign, sign, sign, sign]
      const written = number.length < 14 ? number : grouped(number, [4, 4, 4, 4, 3], signs)
      expect(maskNumbers(`kaart ${written} 12/27`)).toBe(
        `kaart ${written.replace(/\d/g, '•')} 12/27`,
      )
    }),
  )
})

test.each([
  ['een Amex', '3782 822463 10005'],
  ['a number glued to a word', 'rrn85073003328'],
  ['a card before its date', '4111 1111 1111 1111 12/27 123'],
])('CHAT-12: %s is masked too', (_, text) => {
  expect(maskNumbers(text)).toContain('•')
})

test('CHAT-12: our own references are never masked', () => {
  for (let i = 0; i < 5_000; i++) {
    const text = `referentie ${newReference()}`
    expect(maskNumbers(text)).toBe(text)
  }
})

test('CHAT-12: a number without its check digits stays', () => {
  const wrong = registerNumber.map(
    (number) => number.slice(0, 9) + two((Number(number.slice(9)) % 97) + 1),
  )
  fc.assert(
    fc.property(wrong, (number) => {
      const other = 97 - (Number(`2${number.slice(0, 9)}`) % 97)
      const same = 97 - (Number(number.slice(0, 9)) % 97)
      fc.pre(![other, same].includes(Number(number.slice(9))))
      expect(maskNumbers(number)).toBe(number)
    }),
  )
})

test.each([
  '+32 470 12 34 56',
  '+32470123456',
  '0032470123456',
  '0470/12.34.56',
  '1700',
  '02 000 20 00',
  'BE68 5390 0754 7034',
  'DE89 3704 0044 0532 0130 00',
  'dossier 2026-0012345678',
  'ondernemingsnummer 0123.456.749',
  'op 24.11.2026 om 09.00 uur',
  '85.07.30-033.29',
])('CHAT-12: %s stays as it is', (text) => {
  expect(maskNumbers(text)).toBe(text)
})

test('CHAT-12: masking keeps the length and everything but digits', () => {
  const text = fc.array(
    fc.oneof(registerNumber, cardNumber, fc.string(), fc.constantFrom(' ', '.', '-', '/')),
  )
  fc.assert(
    fc.property(text, (parts) => {
      const whole = parts.join('')
      const masked = maskNumbers(whole)
      expect(masked).toHaveLength(whole.length)
      for (let i = 0; i < whole.length; i++)
        if (masked[i] !== whole[i])
          expect([masked[i], /\d/.test(whole[i] ?? '')]).toEqual(['•', true])
    }),
  )
})
