import { useMemo } from 'react'
import type { Output } from '../../server/kit/contract.ts'
import type { transferTargets } from '../../server/modules/routing/contract.ts'
import { ComboBox } from '../shared/ui/combo-box.tsx'
import { TextArea } from '../shared/ui/text-area.tsx'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'

export interface Target {
  kind: 'queue' | 'colleague'
  id: string
  name: string
}

type TransferFormProps = {
  targets: Output<typeof transferTargets>
  target: Target | null
  onTarget: (target: Target | null) => void
  note: string
  onNote: (note: string) => void
  error: string | undefined
}

/** To whom, found by typing a few letters of a queue or a name, and a note for them. */
export function TransferForm(props: TransferFormProps) {
  const { targets, target, onTarget, note, onNote, error } = props
  const words = useWords(deskWords)
  const all = useMemo(
    () => [
      ...targets.queues.map(({ id, name, waiting, free }) => ({
        target: { kind: 'queue' as const, id, name },
        option: { id, label: name, detail: words('transfer.queueDetail', { waiting, free }) },
      })),
      ...targets.colleagues.map(({ id, name, free }) => ({
        target: { kind: 'colleague' as const, id, name },
        option: { id, label: name, detail: words(free ? 'transfer.free' : 'transfer.away') },
      })),
    ],
    [targets, words],
  )
  if (all.length === 0) return <p>{words('transfer.none')}</p>
  return (
    <div className="desk-form">
      <ComboBox
        label={words('transfer.to')}
        autoFocus
        options={all.map(({ option }) => option)}
        value={target?.id ?? null}
        error={error}
        onChange={(id) => onTarget(all.find((one) => one.option.id === id)?.target ?? null)}
      />
      <TextArea
        label={words('transfer.note')}
        help={words('transfer.noteHelp')}
        rows={3}
        maxLength={2_000}
        value={note}
        onChange={onNote}
      />
    </div>
  )
}
