import { useEffect, useState } from 'react'
import type { BoardView } from '../../server/modules/routing/contract.ts'
import { type StreamView, useConnection } from '../shared/live-page.ts'
import { Banner } from '../shared/ui/banner.tsx'
import { EmptyState } from '../shared/ui/empty-state.tsx'
import { Loading } from '../shared/ui/loading.tsx'
import { setClockOffset } from '../shared/ui/ticker.ts'
import { useWords } from '../shared/words/book.ts'
import { useFormats } from '../shared/words/format.ts'
import { regieWords } from '../shared/words/regie.ts'
import { AgentsPanel } from './agents-panel.tsx'
import { useKnown } from './known.ts'
import { LineDialog } from './line-dialog.tsx'
import { LineTable } from './line-table.tsx'
import { type Me, seesNames } from './me.ts'
import { Strip } from './strip.tsx'
import { Titled } from './titled.tsx'
import { WaitingTable } from './waiting-table.tsx'

/** Everything a supervisor must see at a glance, live. */
export function BoardPage({ me, body: board, refused }: { me: Me } & StreamView<BoardView>) {
  const words = useWords(regieWords)
  const known = useKnown()
  const [line, setLine] = useState<string | null>(null)
  useEffect(() => {
    if (board) setClockOffset(board.now - Date.now())
  }, [board])

  if (board === null)
    return (
      <Titled title={words('board.title')}>
        {refused === null ? (
          <Loading lines={9} />
        ) : (
          <EmptyState icon="shield" title={words('board.refused')}>
            {refused}
          </EmptyState>
        )}
      </Titled>
    )
  const chosen = known.lines.find(({ id }) => id === line)
  return (
    <div className="board">
      <h1 className="ui-hidden">{words('board.title')}</h1>
      {board.owner === null && (
        <Banner tone="danger" title={words('board.noOwner')} live="assertive">
          {words('board.noOwnerText')}
        </Banner>
      )}
      <Strip board={board} isNamed={seesNames(me)} />
      <div className="board-columns">
        <div className="board-main">
          <LineTable queues={board.queues} known={known} onOpen={setLine} />
          {seesNames(me) ? (
            <AgentsPanel agents={board.agents} known={known} />
          ) : (
            <p className="soft">{words('agents.numbers')}</p>
          )}
        </div>
        <WaitingTable rows={board.waiting} known={known} />
      </div>
      <BoardFooter board={board} />
      {chosen && <LineDialog line={chosen} onClose={() => setLine(null)} />}
    </div>
  )
}

/** How the figures are made, how fresh they are, and which server routes. */
function BoardFooter({ board }: { board: BoardView }) {
  const words = useWords(regieWords)
  const formats = useFormats()
  const isLost = useConnection() === 'lost'
  const time = formats.exactTime(board.now)
  return (
    <footer className="board-footer">
      <p>{words('board.formula')}</p>
      <p>
        {words(isLost ? 'board.stale' : 'board.asOf', { time })}
        {board.owner && ` · ${words('board.owner', board.owner)}`}
      </p>
    </footer>
  )
}
