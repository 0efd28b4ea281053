import type { ReactNode } from 'react'
import type { BoardView } from '../../server/modules/routing/contract.ts'
import { Duration } from '../shared/ui/duration.tsx'
import { useWords } from '../shared/words/book.ts'
import { useFormats } from '../shared/words/format.ts'
import { regieWords } from '../shared/words/regie.ts'
import { countStates, longestSince, sum } from './figures.ts'
import { LevelText } from './level.tsx'

/** The five figures that say whether all is well. */
export function Strip({ board, isNamed }: { board: BoardView; isNamed: boolean }) {
  const words = useWords(regieWords)
  const formats = useFormats()
  const since = longestSince(board.queues)
  const states = countStates(board.agents)
  return (
    <section aria-label={words('board.summary')} className="strip">
      <dl>
        <Figure title={words('board.waiting')}>
          {formats.number(sum(board.queues, ({ waiting }) => waiting))}
        </Figure>
        <Figure title={words('board.longest')}>
          {since === null ? (
            <span className="quiet">{words('board.nobodyWaits')}</span>
          ) : (
            <Duration label={words('board.longest')} since={since} />
          )}
        </Figure>
        <Figure title={`${words('board.serviceLevel')}, ${words('board.today')}`}>
          <LevelText queues={board.queues} />
        </Figure>
        <Figure title={words('board.talking')}>
          {formats.number(sum(board.queues, ({ talking }) => talking))}
        </Figure>
        {isNamed && <Figure title={words('board.free')}>{formats.number(states.free)}</Figure>}
      </dl>
    </section>
  )
}

function Figure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="figure">
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}
