import { useEffect, useState, useSyncExternalStore } from 'react'
import { onSession, sessionEnded, sessionStanding } from './client-session.ts'
import { type Connection, Live } from './live.ts'

/** The live connection of this page. */
export const live = new Live({
  open: () => new WebSocket(`${location.origin.replace(/^http/, 'ws')}/live`),
  now: () => Date.now(),
  random: Math.random,
  onSessionEnded: sessionEnded,
})

/** Keeps an eye on the connection: wakes it when the network or the person is back. */
export function keepLive(): void {
  setInterval(() => live.beat(), 1_000)
  addEventListener('online', () => live.resume())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') live.resume()
  })
  onSession(() => {
    if (sessionStanding() === 'here') live.resume()
  })
}

/** The state of the connection, following changes. */
export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => live.onConnection(listener),
    () => live.connection,
  )
}

export type StreamView<T> = { body: T | null; refused: string | null }

/** How a stream stands, for a screen that needs no more than that. `T` is the view of its contract. */
export function useStream<T>(stream: string): StreamView<T> {
  const [view, setView] = useState<StreamView<T>>({ body: null, refused: null })
  useEffect(
    () =>
      live.watch(stream, {
        take: (body) => setView({ body: body as T, refused: null }),
        refused: (_code, sentence) => setView({ body: null, refused: sentence }),
      }),
    [stream],
  )
  return view
}
