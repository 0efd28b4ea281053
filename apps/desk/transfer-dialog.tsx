import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { transferTargets } from '../../server/modules/routing/contract.ts'
import { ask } from '../shared/client.ts'
import { Button } from '../shared/ui/button.tsx'
import { Dialog } from '../shared/ui/dialog.tsx'
import { ErrorState } from '../shared/ui/error-state.tsx'
import { Loading } from '../shared/ui/loading.tsx'
import { toast } from '../shared/ui/toast.tsx'
import { useAct } from '../shared/use-act.ts'
import { useWords } from '../shared/words/book.ts'
import { commonWords } from '../shared/words/common.ts'
import { deskWords } from '../shared/words/desk.ts'
import { acts } from './acts.ts'
import { type Target, TransferForm } from './transfer-form.tsx'
import type { Work } from './work.ts'

type TransferDialogProps = { work: Work; isOpen: boolean; onClose: () => void }

/** Hands the conversation to a queue or a colleague, with what they should know. */
export function TransferDialog({ work, isOpen, onClose }: TransferDialogProps) {
  const words = useWords(deskWords)
  const common = useWords(commonWords)
  const [target, setTarget] = useState<Target | null>(null)
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const act = useAct()
  const targets = useQuery({
    queryKey: ['targets', work.contact.id],
    queryFn: ({ signal }) => ask(transferTargets, { contact: work.contact.id }, { signal }),
    enabled: isOpen,
    staleTime: 0,
    refetchInterval: 5_000,
  })
  async function transfer(): Promise<void> {
    setTried(true)
    if (!target) return
    const to = target.kind === 'queue' ? { queue: target.id } : { colleague: target.id }
    if (!(await act.run(() => acts.transfer(work, { to, note: note.trim() })))) return
    toast({ text: words('transfer.done', { name: target.name }) })
    onClose()
  }
  return (
    <Dialog
      title={words('transfer.title')}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button kind="primary" isPending={act.isPending} onPress={() => void transfer()}>
            {words('act.transfer')}
          </Button>
        </>
      }
    >
      {targets.isError ? (
        <ErrorState onRetry={() => void targets.refetch()} />
      ) : targets.data ? (
        <TransferForm
          targets={targets.data}
          target={target}
          onTarget={setTarget}
          note={note}
          onNote={setNote}
          error={act.trouble ?? (isTried && !target ? words('transfer.choose') : undefined)}
        />
      ) : (
        <Loading lines={4} />
      )}
    </Dialog>
  )
}
