import { useEffect, useState } from 'react'
import { useConnection } from '../shared/live-page.ts'
import { Banner } from '../shared/ui/banner.tsx'
import { useWords } from '../shared/words/book.ts'
import { commonWords } from '../shared/words/common.ts'

/** A break shorter than this is mended before it matters, in ms. */
const patience = 1_500

/** Says that the connection is gone, and that nothing is lost by it. */
export function ConnectionBanner() {
  const words = useWords(commonWords)
  const isLost = useConnection() === 'lost'
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!isLost) return
    const timer = setTimeout(() => setLong(true), patience)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [isLost])
  return isLost && isLong ? (
    <Banner tone="warn" live="assertive">
      {words('connection.lost')}
    </Banner>
  ) : null
}
