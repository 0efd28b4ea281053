import { describe, expect, test } from 'vitest'
import { clockText } from './clock-text.ts'

describe('DESIGN-2: a duration on screen counts what has passed', () => {
  test.each([
    [0, '0:00'],
    [999, '0:00'],
    [1000, '0:01'],
    [59_999, '0:59'],
    [60_000, '1:00'],
    [754_000, '12:34'],
    [3_599_999, '59:59'],
    [3_723_000, '1:02:03'],
    [90_000_000, '25:00:00'],
    [-5000, '0:00'],
  ])('%i ms is %s on a clock', (ms, text) => {
    expect(clockText(ms)).toBe(text)
  })
})
