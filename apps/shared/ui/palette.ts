/** Reads the colours of tokens.css and measures how well they can be told apart. */

export type Theme = 'light' | 'dark'
export type Palette = ReadonlyMap<string, Record<Theme, string>>

const colourToken = /--([a-z-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g

/** The opaque colour tokens in a style sheet, by name without the dashes. */
export function readPalette(css: string): Palette {
  const palette = new Map<string, Record<Theme, string>>()
  for (const [, name = '', light = '', dark = ''] of css.matchAll(colourToken)) {
    palette.set(name, { light, dark })
  }
  return palette
}

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2, definition of relative luminance). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, definition of contrast ratio). */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}
