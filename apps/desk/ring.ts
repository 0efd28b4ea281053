/**
 * A soft two-tone bell, made here and not loaded: two sine tones a fifth apart, each fading out.
 * A browser lets a page sound only after the person has touched it, so it is woken by the first touch.
 */
const tones = [
  { hertz: 587.33, at: 0 },
  { hertz: 880, at: 0.16 },
]
const loudness = 0.16
const fadeSeconds = 0.5

let context: AudioContext | null = null

function wake(): void {
  context ??= new AudioContext()
  void context.resume()
}

for (const touch of ['pointerdown', 'keydown']) {
  addEventListener(touch, wake, { once: true, capture: true })
}

/** Rings once; silent as long as the person has not touched the page. */
export function ring(): void {
  if (context?.state !== 'running') return
  for (const { hertz, at } of tones) {
    const from = context.currentTime + at
    const tone = new OscillatorNode(context, { frequency: hertz })
    const volume = new GainNode(context, { gain: 0 })
    volume.gain.setValueAtTime(0, from)
    volume.gain.linearRampToValueAtTime(loudness, from + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.001, from + fadeSeconds)
    tone.connect(volume).connect(context.destination)
    tone.start(from)
    tone.stop(from + fadeSeconds)
  }
}

const storageKey = 'onthaal.ring'

export const ringIsOn = () => localStorage.getItem(storageKey) !== 'off'

export function setRing(on: boolean): void {
  localStorage.setItem(storageKey, on ? 'on' : 'off')
}
