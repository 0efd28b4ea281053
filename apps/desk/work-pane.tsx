import { useState } from 'react'
import { Button } from '../shared/ui/button.tsx'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import { ContactPanel } from './contact-panel.tsx'
import { useDesk } from './desk-context.ts'
import type { Kept } from './shelf.ts'
import { Talk } from './talk.tsx'
import { isWrappingUp, type Work } from './work.ts'

export type WorkPaneProps = {
  work: Work
  kept: Kept
  /** The agent turned to it, so that the cursor may go there. */
  isMeant: boolean
}

/**
 * The work on screen: the conversation and what is known of the contact. It is made anew for every
 * engagement (its key), so that nothing of one contact is ever shown beside another.
 */
export function WorkPane({ work, kept, isMeant }: WorkPaneProps) {
  const words = useWords(deskWords)
  const { choose } = useDesk()
  const [side, setSide] = useState<'talk' | 'panel'>(isWrappingUp(work) ? 'panel' : 'talk')
  const isOver = isWrappingUp(work)
  const [wasOver, setWasOver] = useState(isOver)
  if (isOver !== wasOver) {
    setWasOver(isOver)
    if (isOver) setSide('panel')
  }
  const label = words('talk.label', { reference: work.contact.reference })
  return (
    <div className="desk-work" data-side={side}>
      <div className="desk-sides">
        <span className="desk-back">
          <Button kind="quiet" icon="back" onPress={() => choose(null)}>
            {words('talk.back')}
          </Button>
        </span>
        <span className="desk-side-choice">
          <Button kind="quiet" aria-pressed={side === 'talk'} onPress={() => setSide('talk')}>
            {words('talk.conversation')}
          </Button>
          <Button kind="quiet" aria-pressed={side === 'panel'} onPress={() => setSide('panel')}>
            {words('talk.contact')}
          </Button>
        </span>
      </div>
      <Talk work={work} kept={kept} isMeant={isMeant} label={label} />
      <ContactPanel work={work} />
    </div>
  )
}
