import { useSyncExternalStore } from 'react'

/**
 * What is on screen stands in the address, so that a reload comes back to it and the browser's Back
 * goes where one came from: `#` the board, `#contact/<id>`, `#trail`.
 */
export type Place = { page: 'board' } | { page: 'contact'; contact: string } | { page: 'trail' }

/** The place that an address names; one that names none is the board. */
export function placeOf(hash: string): Place {
  const [page, id] = hash.replace(/^#/, '').split('/')
  if (page === 'contact' && id) return { page, contact: id }
  return page === 'trail' ? { page } : { page: 'board' }
}

/** The address of a place, for a link. */
export function addressOf(place: Place): string {
  if (place.page === 'contact') return `#contact/${place.contact}`
  return place.page === 'trail' ? '#trail' : '#'
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

export const usePlace = (): Place =>
  placeOf(useSyncExternalStore(subscribe, () => globalThis.location.hash))

export function goTo(place: Place): void {
  globalThis.location.hash = addressOf(place)
}
