import { useEffect, useRef, useState } from 'react'
import { Badge } from '../shared/ui/badge.tsx'
import { Button } from '../shared/ui/button.tsx'
import { Duration } from '../shared/ui/duration.tsx'
import { useShortcuts } from '../shared/ui/shortcuts.ts'
import { StatePill } from '../shared/ui/state-pill.tsx'
import { useAct } from '../shared/use-act.ts'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import { acts } from './acts.ts'
import { Countdown } from './countdown.tsx'
import { DeclineDialog } from './decline-dialog.tsx'
import { useDesk } from './desk-context.ts'
import type { Work } from './work.ts'

type OfferCardProps = {
  work: Work
  /** The first offer has the keys. */
  isFirst: boolean
}

/** Somebody waits for us. Accepting leads to the conversation and puts the cursor in the answer. */
export function OfferCard({ work, isFirst }: OfferCardProps) {
  const words = useWords(deskWords)
  const { choose } = useDesk()
  const [isDeclining, setDeclining] = useState(false)
  const act = useAct()
  const button = useRef<HTMLButtonElement>(null)
  const { contact, engagement } = work

  async function accept(): Promise<void> {
    if (await act.run(() => acts.accept(work))) choose(engagement.id)
  }

  // Enter accepts when nobody is doing anything else.
  useEffect(() => {
    if (isFirst && document.activeElement === document.body) button.current?.focus()
  }, [isFirst])
  useOfferKeys(
    isFirst,
    () => void accept(),
    () => setDeclining(true),
  )

  return (
    <article className="desk-offer" aria-label={`${words('offer.title')} ${contact.reference}`}>
      <OfferFacts work={work} />
      <div className="desk-offer-acts">
        <Button
          kind="primary"
          ref={button}
          {...(isFirst ? { keys: 'a' } : {})}
          isPending={act.isPending}
          onPress={() => void accept()}
        >
          {words('offer.accept')}
        </Button>
        <Button {...(isFirst ? { keys: 'd' } : {})} onPress={() => setDeclining(true)}>
          {words('offer.decline')}
        </Button>
      </div>
      {act.trouble && (
        <p className="desk-trouble" role="alert">
          {act.trouble}
        </p>
      )}
      <DeclineDialog work={work} isOpen={isDeclining} onClose={() => setDeclining(false)} />
    </article>
  )
}

function OfferFacts({ work: { contact, engagement } }: { work: Work }) {
  const words = useWords(deskWords)
  const { known } = useDesk()
  const theme = known.themeName(contact.questions.at(-1)?.theme ?? null) ?? words('row.noTheme')
  return (
    <>
      <p className="desk-offer-title">
        <strong>{theme}</strong>
        {contact.urgent && <Badge tone="danger">{words('offer.urgent')}</Badge>}
      </p>
      <p className="desk-soft">
        {known.lineName(contact.line)} · {contact.language.toUpperCase()}
      </p>
      <p>
        <StatePill state="waiting" label={words('offer.waited')}>
          <Duration label={words('offer.waited')} since={contact.waitingSince} />
        </StatePill>
      </p>
      {engagement.offerUntil !== null && (
        <Countdown from={engagement.offeredAt} until={engagement.offerUntil} />
      )}
    </>
  )
}

/** The first offer is accepted with A, and with Alt+A while typing; declined with D. */
function useOfferKeys(isFirst: boolean, accept: () => void, decline: () => void): void {
  const words = useWords(deskWords)
  const group = words('lists.offers')
  const accepting = { title: words('act.accept'), group, run: accept }
  useShortcuts(
    isFirst
      ? [
          { id: 'accept', keys: 'a', ...accepting },
          { id: 'accept-typing', keys: 'alt+a', ...accepting },
          { id: 'decline', title: words('act.decline'), group, keys: 'd', run: decline },
        ]
      : [],
  )
}
