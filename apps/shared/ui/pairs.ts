/** The colours that are used together: text needs a contrast of 4.5, borders and icons 3. */

export type Pair = { front: string; back: string; use: 'text' | 'shape' }

const backs = ['paper', 'surface', 'sunken', 'hover']
const inks = ['ink', 'ink-soft', 'ink-faint', 'accent', 'danger']
const tones = ['ok', 'info', 'warn', 'danger']

/** The states of a contact or an agent that have a colour of their own. */
export const stateTones = [
  'free',
  'waiting',
  'offered',
  'active',
  'hold',
  'wrap-up',
  'away',
] as const

const text = (front: string, back: string): Pair => ({ front, back, use: 'text' })
const shape = (front: string, back: string): Pair => ({ front, back, use: 'shape' })

export const pairs: readonly Pair[] = [
  ...inks.flatMap((ink) => backs.map((back) => text(ink, back))),
  ...['accent-fill', 'accent-fill-hover'].map((back) => text('on-accent', back)),
  ...['danger-fill', 'danger-fill-hover'].map((back) => text('on-danger', back)),
  text('accent', 'accent-wash'),
  text('ink', 'accent-wash'),
  text('ink-soft', 'accent-wash'),
  ...tones.flatMap((tone) => [text(tone, `${tone}-wash`), text('ink', `${tone}-wash`)]),
  ...stateTones.flatMap((state) => [text(state, `${state}-wash`), text(state, 'surface')]),
  ...['line-strong', 'accent-fill', 'danger-fill'].flatMap((front) => [
    shape(front, 'paper'),
    shape(front, 'surface'),
  ]),
  ...backs.map((back) => shape('focus', back)),
]
