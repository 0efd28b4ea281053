import { useRef, useState } from 'react'
import { troubleOf } from './trouble.ts'
import { useWords } from './words/book.ts'
import { commonWords } from './words/common.ts'

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
  const words = useWords(commonWords)
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
        setTrouble(troubleOf(error, words))
        return false
      } finally {
        isBusy.current = false
        setPending(false)
      }
    },
  }
}
