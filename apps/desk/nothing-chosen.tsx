import { setStatus } from '../../server/modules/routing/contract.ts'
import { ask } from '../shared/client.ts'
import { Button } from '../shared/ui/button.tsx'
import { EmptyState } from '../shared/ui/empty-state.tsx'
import { useAct } from '../shared/use-act.ts'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import { useDesk } from './desk-context.ts'
import { waitsForStatus } from './status-control.tsx'

/** No work on screen: what will happen next, and what one can do about it. */
export function NothingChosen() {
  const words = useWords(deskWords)
  const { view, works } = useDesk()
  const act = useAct()
  const isOffered = works.length > 0
  const held = waitsForStatus(view)
  const isAvailable = view.status === 'available' && !held
  const open = isAvailable ? 'empty.available' : 'empty.away'
  return (
    <section className="desk-nothing" aria-label={words('talk.conversation')}>
      {isOffered ? (
        <EmptyState icon="bell" title={words('empty.offer')}>
          {words('empty.offerText')}
        </EmptyState>
      ) : (
        <EmptyState icon={isAvailable ? 'chat' : 'away'} title={words('empty.title')}>
          <p>{words(held ? `state.${held}` : open)}</p>
          {!isAvailable && (
            <Button
              kind="primary"
              isPending={act.isPending}
              onPress={() => void act.run(() => ask(setStatus, { status: 'available' }))}
            >
              {words('empty.goAvailable')}
            </Button>
          )}
          {act.trouble && <p role="alert">{act.trouble}</p>}
        </EmptyState>
      )}
    </section>
  )
}
