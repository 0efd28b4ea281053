import { useRef, useState } from 'react'
import { BugError, RefusalError } from '../shared/client-error.ts'
import { useWords, type Words } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'

export interface Act {
  /** Does it, unless it is being done already; true when it was done. */
  run(work: () => Promise<unknown>): Promise<boolean>
  isPending: boolean
  /** Why it was not done, in a sentence, until it is tried again. */
  trouble: string | null
  clear(): void
}

/** One thing that is asked of the server at a time, and what came of it. */
export function useAct(): Act {
  const words = useWords(deskWords)
  const [isPending, setPending] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const isBusy = useRef(false)
  return {
    isPending,
    trouble,
    clear: () => setTrouble(null),
    run: async (work) => {
      if (isBusy.current) return false
      isBusy.current = true
      setPending(true)
      setTrouble(null)
      try {
        await work()
        return true
      } catch (error) {
        setTrouble(sentenceOf(error, words))
        return false
      } finally {
        isBusy.current = false
        setPending(false)
      }
    },
  }
}

/** What went wrong, for the person. */
export function sentenceOf(error: unknown, words: Words<typeof deskWords.nl>): string {
  if (error instanceof RefusalError) return error.sentence
  if (error instanceof BugError) return error.sentence ?? words('trouble.bug')
  return words('trouble.unreachable')
}
