/**
 * Three short, even tones, unlike the bell of an offer; made here and not loaded. A browser lets a
 * page sound only after the person has touched it, so it is woken by the first touch.
 */
const hertz = 740
const starts = [0, 0.22, 0.44]
const toneSeconds = 0.14
const loudness = 0.18

let context: AudioContext | null = null

function wake(): void {
  context ??= new AudioContext()
  void context.resume()
}

for (const touch of ['pointerdown', 'keydown']) {
  addEventListener(touch, wake, { once: true, capture: true })
}

/** Sounds once; silent as long as the person has not touched the page. */
export function alarm(): void {
  if (context?.state !== 'running') return
  for (const start of starts) {
    const from = context.currentTime + start
    const tone = new OscillatorNode(context, { frequency: hertz, type: 'triangle' })
    const volume = new GainNode(context, { gain: 0 })
    volume.gain.setValueAtTime(0, from)
    volume.gain.linearRampToValueAtTime(loudness, from + 0.02)
    volume.gain.linearRampToValueAtTime(0, from + toneSeconds)
    tone.connect(volume).connect(context.destination)
    tone.start(from)
    tone.stop(from + toneSeconds)
  }
}

const storageKey = 'onthaal.alarm'

export const alarmIsOn = () => localStorage.getItem(storageKey) !== 'off'

export function setAlarm(on: boolean): void {
  localStorage.setItem(storageKey, on ? 'on' : 'off')
}
