import { useEffect, useState } from 'react'
import { useWords } from '../words/book.ts'
import { commonWords } from '../words/common.ts'

/** Below this nobody needs to be told that they wait, in milliseconds. */
const patience = 200

/** The shape of what is coming: so many lines. Shown only when it takes longer than a blink. */
export function Loading({ lines = 3 }: { lines?: number }) {
  const words = useWords(commonWords)
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="ui-loading" role="status">
      {isLate && (
        <>
          <span className="ui-hidden">{words('loading')}</span>
          {Array.from({ length: lines }, (_, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity
            <span key={line} className="ui-loading-line" />
          ))}
        </>
      )}
    </div>
  )
}
