import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { pairs } from './pairs.ts'
import { contrast, readPalette, type Theme } from './palette.ts'

const palette = readPalette(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8'))
const themes: Theme[] = ['light', 'dark']

test('DESIGN-1: contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrast('#123456', '#123456')).toBe(1)
})

describe('DESIGN-1: colours used together can be told apart', () => {
  for (const theme of themes) {
    test.each(pairs)(`${theme}: $front on $back ($use)`, ({ front, back, use }) => {
      const [one, other] = [palette.get(front)?.[theme], palette.get(back)?.[theme]]
      expect(one, `--${front} is a token`).toBeDefined()
      expect(other, `--${back} is a token`).toBeDefined()
      expect(contrast(one ?? '', other ?? '')).toBeGreaterThanOrEqual(use === 'text' ? 4.5 : 3)
    })
  }
})
