import { expect, test } from 'vitest'
import { closureUntil, endsOffered } from './closure-end.ts'

const now = Date.UTC(2026, 10, 23, 14, 0)
const six = Date.UTC(2026, 10, 23, 18, 0)

test('REGIE-10: a closure ends by hand, after so many minutes, or with the hours of today', () => {
  expect(closureUntil('opened', now, six)).toBeNull()
  expect(closureUntil('30', now, six)).toBe(now + 30 * 60_000)
  expect(closureUntil('today', now, six)).toBe(six)
})

test('REGIE-10: the rest of today is offered only while there is some', () => {
  expect(endsOffered(now, six)).toContain('today')
  expect(endsOffered(six, six)).not.toContain('today')
  expect(endsOffered(now, null)).not.toContain('today')
})
