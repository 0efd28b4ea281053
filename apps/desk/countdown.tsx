import { useNow } from '../shared/ui/ticker.ts'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'

/** The time that is left to accept, as a line that grows shorter and in seconds. Instants in epoch ms. */
export function Countdown({ from, until }: { from: number; until: number }) {
  const words = useWords(deskWords)
  const left = Math.max(0, until - useNow())
  const seconds = Math.ceil(left / 1000)
  return (
    <div className="desk-countdown" role="timer" aria-label={words('offer.leftLabel')}>
      <span className="desk-countdown-line" aria-hidden="true">
        <span style={{ inlineSize: `${(100 * left) / Math.max(1, until - from)}%` }} />
      </span>
      <span className="ui-figures">{words('offer.left', { seconds })}</span>
    </div>
  )
}
