import { Button } from '../shared/ui/button.tsx'
import { Dialog } from '../shared/ui/dialog.tsx'
import { toast } from '../shared/ui/toast.tsx'
import { useAct } from '../shared/use-act.ts'
import { useWords } from '../shared/words/book.ts'
import { commonWords } from '../shared/words/common.ts'
import { deskWords } from '../shared/words/desk.ts'
import { acts } from './acts.ts'
import { useContactOptions } from './known.ts'
import type { Work } from './work.ts'

type EmergencyDialogProps = { work: Work; isOpen: boolean; onClose: () => void }

/** Somebody is in danger: the numbers at once, and with Enter the supervisor. */
export function EmergencyDialog({ work, isOpen, onClose }: EmergencyDialogProps) {
  const words = useWords(deskWords)
  const common = useWords(commonWords)
  const act = useAct()
  const numbers = useContactOptions(work.contact.language)?.emergencyNumbers ?? []
  async function raise(): Promise<void> {
    if (!(await act.run(() => acts.emergency(work)))) return
    toast({ text: words('emergency.done'), tone: 'info' })
    onClose()
  }
  return (
    <Dialog
      title={words('emergency.title')}
      isOpen={isOpen}
      onClose={onClose}
      role="alertdialog"
      footer={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button kind="danger" autoFocus isPending={act.isPending} onPress={() => void raise()}>
            {words('emergency.confirm')}
          </Button>
        </>
      }
    >
      <p>{words('emergency.text')}</p>
      {act.trouble && (
        <p className="desk-trouble" role="alert">
          {act.trouble}
        </p>
      )}
      {numbers.length > 0 && (
        <>
          <h3 className="desk-numbers-title">{words('emergency.numbers')}</h3>
          <dl className="desk-numbers" lang={work.contact.language}>
            {numbers.map(({ number, what }) => (
              <div key={number}>
                <dt className="ui-figures">{number}</dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Dialog>
  )
}
