import { useSyncExternalStore } from 'react'

/**
 * The server's time on this screen, and one tick a second for all that show it.
 * Durations count from instants of the server, whose clock may differ from that of this computer.
 */
let offset = 0
let second = 0
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

/** Tells how far the server's clock is ahead of ours, in milliseconds. */
export function setClockOffset(ms: number): void {
  offset = ms
}

/** The server's time in epoch milliseconds, as far as we know. */
export const serverNow = () => Date.now() + offset

function tick(): void {
  second = Math.floor(serverNow() / 1000) * 1000
  for (const listener of listeners) listener()
  timer = setTimeout(tick, 1000 - (serverNow() % 1000))
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === undefined) tick()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearTimeout(timer)
    timer = undefined
  }
}

/** The server's time, renewed each second: epoch milliseconds. */
export function useNow(): number {
  useSyncExternalStore(subscribe, () => second)
  return serverNow()
}
