import { useWords } from '../shared/words/book.ts'
import { useFormats } from '../shared/words/format.ts'
import { regieWords } from '../shared/words/regie.ts'
import { type QueueRow, serviceLevel, targets } from './figures.ts'

type LevelProps = { queues: readonly QueueRow[] }

/** The service level of these queues together, with its t; or that there is none yet. */
export function LevelText({ queues }: LevelProps) {
  const words = useWords(regieWords)
  const formats = useFormats()
  const level = serviceLevel(queues)
  if (level === null) return <span className="quiet">{words('board.noFigure')}</span>
  const { from, to } = targets(queues)
  const within =
    from === to
      ? words('board.within', { seconds: formats.number(from / 1000) })
      : words('board.withinRange', {
          from: formats.number(from / 1000),
          to: formats.number(to / 1000),
        })
  return (
    <span title={words('board.formula')}>
      {formats.percent(level)} <small>{within}</small>
    </span>
  )
}

/** The same, with a bar that lets queues be compared at a glance. */
export function Level({ queues }: LevelProps) {
  const level = serviceLevel(queues)
  return (
    <span className="level">
      {level !== null && (
        <svg
          className="level-bar"
          viewBox="0 0 100 6"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <rect width="100" height="6" className="level-ground" />
          <rect width={level * 100} height="6" className="level-share" />
        </svg>
      )}
      <LevelText queues={queues} />
    </span>
  )
}
