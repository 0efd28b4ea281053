/**
 * A short sound, made here and not loaded: tones that fade out. A browser lets a page sound only
 * after the person has touched it, so it is woken by the first touch. Each sound is switched on and
 * off by itself, and stays so.
 */
export interface Sound {
  /** Under which name the choice is kept. */
  name: string
  type: OscillatorType
  /** Pitch in hertz and start in seconds. */
  tones: readonly { hertz: number; at: number }[]
  /** 0 to 1. */
  loudness: number
  fadeSeconds: number
}

let context: AudioContext | null = null

function wake(): void {
  context ??= new AudioContext()
  void context.resume()
}

for (const touch of ['pointerdown', 'keydown']) {
  addEventListener(touch, wake, { once: true, capture: true })
}

/** Sounds once; silent as long as the person has not touched the page. */
export function play({ type, tones, loudness, fadeSeconds }: Sound): void {
  if (context?.state !== 'running') return
  for (const { hertz, at } of tones) {
    const from = context.currentTime + at
    const tone = new OscillatorNode(context, { frequency: hertz, type })
    const volume = new GainNode(context, { gain: 0 })
    volume.gain.setValueAtTime(0, from)
    volume.gain.linearRampToValueAtTime(loudness, from + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.001, from + fadeSeconds)
    tone.connect(volume).connect(context.destination)
    tone.start(from)
    tone.stop(from + fadeSeconds)
  }
}

const keyOf = ({ name }: Sound) => `onthaal.${name}`

export const isSwitchedOn = (sound: Sound): boolean => localStorage.getItem(keyOf(sound)) !== 'off'

export function switchTo(sound: Sound, on: boolean): void {
  localStorage.setItem(keyOf(sound), on ? 'on' : 'off')
}
