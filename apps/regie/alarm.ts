import type { Sound } from '../shared/tones.ts'

/** Three short, even tones for an emergency, unlike the bell of an offer. */
export const alarm: Sound = {
  name: 'alarm',
  type: 'triangle',
  tones: [0, 0.22, 0.44].map((at) => ({ hertz: 740, at })),
  loudness: 0.18,
  fadeSeconds: 0.14,
}
