import { type DeskView, setStatus, statuses } from '../../server/modules/routing/contract.ts'
import { ask } from '../shared/client.ts'
import { useConnection } from '../shared/live-page.ts'
import { Button } from '../shared/ui/button.tsx'
import { Duration } from '../shared/ui/duration.tsx'
import { Menu } from '../shared/ui/menu.tsx'
import { useShortcuts } from '../shared/ui/shortcuts.ts'
import { StatePill } from '../shared/ui/state-pill.tsx'
import { useAct } from '../shared/use-act.ts'
import { useWords, type Words } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'

type Status = DeskView['status']

/** What the agent chose to do, and beside it what the system makes of that: two different facts. */
export function StatusControl({ view }: { view: DeskView }) {
  const words = useWords(deskWords)
  const act = useAct()
  const change = (status: Status) => void act.run(() => ask(setStatus, { status }))
  useShortcuts(
    statuses.map((status) => ({
      id: `status-${status}`,
      title: words('act.status', { status: words(`status.${status}`) }),
      group: words('act.statusGroup'),
      isDisabled: status === view.status && waitsForStatus(view) === null,
      run: () => change(status),
    })),
  )
  const isLost = useConnection() === 'lost'
  const isFree =
    !isLost && view.status === 'available' && view.heldBack.length === 0 && !view.handsFull
  const why = isLost ? words('state.deskLost') : stateWords(view, words)
  return (
    <div className="desk-status">
      <Menu
        label={words('status.choose')}
        trigger={
          <Button icon="expand" isPending={act.isPending}>
            <span className="ui-hidden">{words('status.label')}: </span>
            {words(`status.${view.status}`)}
          </Button>
        }
        sections={[
          {
            entries: statuses.map((status) => ({
              id: status,
              title: words(`status.${status}`),
              isChosen: status === view.status,
              run: () => change(status),
            })),
          },
        ]}
      />
      <span className="desk-status-since">
        <Duration label={words('status.since')} since={view.statusSince} />
      </span>
      <span className="desk-status-state" role="status">
        <StatePill state={isFree ? 'free' : 'away'} label={why} />
      </span>
      {waitsForStatus(view) && (
        <Button onPress={() => change(view.status)}>{words('empty.goAvailable')}</Button>
      )}
      {act.trouble && (
        <span className="desk-trouble" role="alert">
          {act.trouble}
        </span>
      )}
    </div>
  )
}

/** Why choosing a status again, the same one too, is what lets offers come: one is there, or rested. */
export const waitsForStatus = ({ heldBack }: DeskView) =>
  (['missedOffer', 'emergencyBreak'] as const).find((reason) => heldBack.includes(reason)) ?? null

/** Why no offer comes, the reason that outlasts the others first; or that one may come. */
function stateWords(
  { status, heldBack, handsFull }: DeskView,
  words: Words<typeof deskWords.nl>,
): string {
  const system = (['deskLost', 'missedOffer', 'emergencyBreak', 'wrapUp'] as const).find((reason) =>
    heldBack.includes(reason),
  )
  if (status === 'signedOut') return words('state.signedOut')
  if (status !== 'available') return words('state.chosen', { status: words(`status.${status}`) })
  if (system) return words(`state.${system}`)
  return words(handsFull ? 'state.handsFull' : 'state.free')
}
