import { useSyncExternalStore } from 'react'

/** From here on the list stands beside the conversation; the same width is in desk.css. */
const wide = matchMedia('(width >= 48rem)')

function subscribe(listener: () => void): () => void {
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}

/** Whether the list and a conversation fit beside each other. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches)
