import { useEffect } from 'react'
import type { Conversation } from './conversation.ts'

/** A message counts as seen after so long on screen, in ms: what came a moment ago was not read. */
const readingMs = 500

/** Marks the last message as seen once it has been on a screen that somebody looks at. */
export function useSeen(conversation: Conversation, last: number, isAtEnd: boolean): void {
  useEffect(() => {
    if (!isAtEnd) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      if (document.visibilityState !== 'visible') return
      timer = setTimeout(() => conversation.markSeen(last), readingMs)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [conversation, last, isAtEnd])
}
