import { Button } from '../shared/ui/button.tsx'
import { Dialog } from '../shared/ui/dialog.tsx'
import { useShortcuts } from '../shared/ui/shortcuts.ts'
import { useAct } from '../shared/use-act.ts'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import { acts } from './acts.ts'
import type { Work } from './work.ts'

const reasons = ['busy', 'notMySubject', 'technical', 'other'] as const

type DeclineDialogProps = { work: Work; isOpen: boolean; onClose: () => void }

/** Leaves an offer to a colleague: one key for the reason, and it is done. */
export function DeclineDialog({ work, isOpen, onClose }: DeclineDialogProps) {
  const words = useWords(deskWords)
  return (
    <Dialog title={words('offer.declineTitle')} isOpen={isOpen} onClose={onClose} size="small">
      <Reasons work={work} onClose={onClose} />
    </Dialog>
  )
}

function Reasons({ work, onClose }: Omit<DeclineDialogProps, 'isOpen'>) {
  const words = useWords(deskWords)
  const act = useAct()
  async function decline(reason: (typeof reasons)[number]): Promise<void> {
    if (await act.run(() => acts.decline(work, reason))) onClose()
  }
  useShortcuts(
    reasons.map((reason, index) => ({
      id: `decline-${reason}`,
      title: words(`offer.reasons.${reason}`),
      group: words('offer.decline'),
      keys: String(index + 1),
      run: () => void decline(reason),
    })),
  )
  return (
    <div className="desk-choices">
      {reasons.map((reason, index) => (
        <Button
          key={reason}
          keys={String(index + 1)}
          autoFocus={index === 0}
          onPress={() => void decline(reason)}
        >
          {words(`offer.reasons.${reason}`)}
        </Button>
      ))}
      {act.trouble && (
        <p className="desk-trouble" role="alert">
          {act.trouble}
        </p>
      )}
    </div>
  )
}
