import { useEffect, useMemo, useState } from 'react'
import * as chat from '../../server/modules/chat/contract.ts'
import type { DeskView } from '../../server/modules/routing/contract.ts'
import { ask } from '../shared/client.ts'
import { live, useStream } from '../shared/live-page.ts'
import { EmptyState } from '../shared/ui/empty-state.tsx'
import { Loading } from '../shared/ui/loading.tsx'
import { serverNow, setClockOffset } from '../shared/ui/ticker.ts'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import { DeskContext, type Me } from './desk-context.ts'
import { DeskFrame } from './desk-frame.tsx'
import { DeskKeys } from './desk-keys.tsx'
import { useKnown } from './known.ts'
import { NothingChosen } from './nothing-chosen.tsx'
import { OfferAlarm } from './offer-alarm.tsx'
import { goTo, usePlace } from './place.ts'
import { SessionDialog } from './session-dialog.tsx'
import { Shelf } from './shelf.ts'
import { useWide } from './use-wide.ts'
import { isOffer, worksOf } from './work.ts'
import { WorkList } from './work-list.tsx'
import { WorkPane } from './work-pane.tsx'

/** The one page of an agent: what is offered, what is in hand, and the work on screen. */
export function Desk({ me }: { me: Me }) {
  const words = useWords(deskWords)
  const { body: view, refused } = useStream<DeskView>('desk:')
  const [shelf] = useState(() => newShelf(me.id))
  const known = useKnown()
  const place = usePlace()
  const isWide = useWide()
  const works = useMemo(() => (view ? worksOf(view, me.id) : []), [view, me.id])
  const inHand = works.filter((work) => !isOffer(work))
  const named = inHand.find(({ engagement }) => engagement.id === place) ?? null
  const chosen = named ?? (isWide ? (inHand[0] ?? null) : null)
  const shown = chosen ? 'work' : works.length > 0 ? 'list' : 'nothing'

  useEffect(() => {
    if (!view) return
    setClockOffset(view.now - Date.now())
    const contacts = worksOf(view, me.id).filter((work) => !isOffer(work))
    shelf.keep([...new Set(contacts.map(({ contact }) => contact.id))])
  }, [view, me.id, shelf])

  if (!view) {
    return (
      <DeskFrame me={me} view={null} shelf={shelf}>
        {refused ? <EmptyState title={refused} icon="info" /> : <Loading lines={6} />}
        <SessionDialog me={me} shelf={shelf} />
      </DeskFrame>
    )
  }
  return (
    <DeskContext value={{ me, view, works, shelf, known, chosen, choose: goTo }}>
      <DeskFrame me={me} view={view} shelf={shelf}>
        <div className="desk" data-shows={shown}>
          <h1 className="ui-hidden">{words('app')}</h1>
          <WorkList />
          {chosen ? (
            <WorkPane
              key={chosen.engagement.id}
              work={chosen}
              kept={shelf.of(chosen.contact.id)}
              isMeant={named !== null}
            />
          ) : (
            <NothingChosen />
          )}
        </div>
        <DeskKeys />
        <OfferAlarm />
        <SessionDialog me={me} shelf={shelf} />
      </DeskFrame>
    </DeskContext>
  )
}

function newShelf(staff: string): Shelf {
  return new Shelf(
    {
      watch: (stream, watcher) => live.watch(stream, watcher),
      drafts: {
        storage: localStorage,
        load: (contact) => ask(chat.draft, { contact }),
        save: (contact, body) => ask(chat.saveDraft, { contact, body }),
        now: serverNow,
      },
    },
    staff,
  )
}
