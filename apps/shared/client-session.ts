import { useSyncExternalStore } from 'react'

/**
 * Whether the server still knows who we are. When it no longer does, the page stays as it is and
 * asks to sign in again in a window of its own; that window tells us here when it is done.
 */
type Standing = 'here' | 'ended'

let standing: Standing = 'here'
const listeners = new Set<() => void>()
const channelName = 'onthaal.session'

function become(next: Standing): void {
  if (standing === next) return
  standing = next
  for (const listener of listeners) listener()
}

export const sessionEnded = () => become('ended')
export const sessionRenewed = () => become('here')
export const sessionStanding = () => standing

/** Calls back at every change; gives the way to stop. */
export function onSession(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useSession = () => useSyncExternalStore(onSession, sessionStanding)

/** Tells the other windows of this browser that somebody signed in. */
export function announceSignIn(): void {
  const channel = new BroadcastChannel(channelName)
  channel.postMessage('signed in')
  channel.close()
}

/** Calls back when another window says that somebody signed in; gives the way to stop. */
export function onSignIn(listener: () => void): () => void {
  const channel = new BroadcastChannel(channelName)
  channel.onmessage = listener
  return () => channel.close()
}
