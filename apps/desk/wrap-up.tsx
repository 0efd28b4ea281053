import { useState } from 'react'
import { Button } from '../shared/ui/button.tsx'
import { useShortcuts } from '../shared/ui/shortcuts.ts'
import { TextArea } from '../shared/ui/text-area.tsx'
import { toast } from '../shared/ui/toast.tsx'
import { useAct } from '../shared/use-act.ts'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import { acts } from './acts.ts'
import { useDesk } from './desk-context.ts'
import type { Outcomes } from './use-outcomes.ts'
import { isOffer, isWrappingUp, needsOutcomes, type Work } from './work.ts'

/** The end of the work: a note, and on to the next. What lacks is said at its field. */
export function WrapUp({ work, outcomes }: { work: Work; outcomes: Outcomes }) {
  const words = useWords(deskWords)
  const { works, choose } = useDesk()
  const [note, setNote] = useState('')
  const act = useAct()
  const { contact, engagement } = work
  const isNow = isWrappingUp(work)

  async function finish(): Promise<void> {
    if (needsOutcomes(work) && !(await outcomes.finish())) return
    if (!(await act.run(() => acts.wrapUp(work, note.trim())))) return
    toast({ text: words('panel.doneAll', { reference: contact.reference }) })
    const next = works.find((one) => !isOffer(one) && one.engagement.id !== engagement.id)
    choose(next?.engagement.id ?? null)
  }

  useShortcuts([
    {
      id: 'wrap-up',
      title: words('panel.done'),
      group: words('act.group'),
      keys: 'mod+enter',
      isDisabled: !isNow,
      run: () => void finish(),
    },
  ])

  const trouble = act.trouble ?? outcomes.act.trouble
  return (
    <section className="desk-wrap-up" data-now={isNow || undefined} aria-labelledby="wrap-up">
      <h2 id="wrap-up">{words('panel.wrapUp')}</h2>
      <TextArea
        label={words('panel.note')}
        help={words('panel.noteHelp')}
        isOptional
        value={note}
        onChange={setNote}
        onKeyDown={(event) => event.continuePropagation()}
        maxLength={2_000}
      />
      {isNow ? (
        <Button
          kind="primary"
          keys="mod+enter"
          isPending={act.isPending}
          onPress={() => void finish()}
        >
          {words('panel.done')}
        </Button>
      ) : (
        <p className="desk-soft">{words('panel.wrapUpLater')}</p>
      )}
      {trouble && (
        <p className="desk-trouble" role="alert">
          {trouble}
        </p>
      )}
    </section>
  )
}
