import { useState } from 'react'
import { Button } from '../shared/ui/button.tsx'
import { Dialog } from '../shared/ui/dialog.tsx'
import { RadioGroup } from '../shared/ui/radio-group.tsx'
import { Select } from '../shared/ui/select.tsx'
import { toast } from '../shared/ui/toast.tsx'
import { useAct } from '../shared/use-act.ts'
import { useWords } from '../shared/words/book.ts'
import { commonWords } from '../shared/words/common.ts'
import { deskWords } from '../shared/words/desk.ts'
import { acts } from './acts.ts'
import type { Work } from './work.ts'

const reasons = ['insults', 'threats', 'sexual', 'discrimination', 'spam'] as const
type Reason = (typeof reasons)[number]
type Step = 'warning' | 'ended'

type AbuseDialogProps = { work: Work; isOpen: boolean; onClose: () => void }

/** Abuse: a warning that is on record, or the end of the conversation; always with a reason. */
export function AbuseDialog({ work, isOpen, onClose }: AbuseDialogProps) {
  const words = useWords(deskWords)
  const common = useWords(commonWords)
  const [step, setStep] = useState<Step>('warning')
  const [reason, setReason] = useState<Reason>('insults')
  const act = useAct()
  async function raise(): Promise<void> {
    if (!(await act.run(() => acts.abuse(work, { step, reason })))) return
    if (step === 'warning') toast({ text: words('abuse.warned') })
    onClose()
  }
  return (
    <Dialog
      title={words('abuse.title')}
      isOpen={isOpen}
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button
            kind={step === 'ended' ? 'danger' : 'primary'}
            isPending={act.isPending}
            onPress={() => void raise()}
          >
            {words(step === 'ended' ? 'abuse.end' : 'abuse.warn')}
          </Button>
        </>
      }
    >
      <div className="desk-form">
        <RadioGroup<Step>
          label={words('abuse.step')}
          value={step}
          onChange={setStep}
          options={(['warning', 'ended'] as const).map((id) => ({
            id,
            label: words(`abuse.${id}`),
            detail: words(`abuse.${id}Detail`),
          }))}
        />
        <Select<Reason>
          label={words('abuse.reason')}
          value={reason}
          onChange={setReason}
          options={reasons.map((id) => ({ id, label: words(`abuse.${id}`) }))}
        />
        {act.trouble && (
          <p className="desk-trouble" role="alert">
            {act.trouble}
          </p>
        )}
      </div>
    </Dialog>
  )
}
