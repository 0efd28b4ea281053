import type { Sound } from '../shared/tones.ts'

/** A soft bell for an offer: two sine tones a fifth apart. */
export const ring: Sound = {
  name: 'ring',
  type: 'sine',
  tones: [
    { hertz: 587.33, at: 0 },
    { hertz: 880, at: 0.16 },
  ],
  loudness: 0.16,
  fadeSeconds: 0.5,
}
