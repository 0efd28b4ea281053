import { useSyncExternalStore } from 'react'

/**
 * Which work is on screen stands in the address (`#<engagement>`), so that a reload comes back to it
 * and the browser's Back goes to the list on a small screen.
 */
const current = () => location.hash.slice(1) || null

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

export const usePlace = (): string | null => useSyncExternalStore(subscribe, current)

export function goTo(engagement: string | null): void {
  if (engagement === current()) return
  location.hash = engagement ?? ''
}
