import type { ReactNode } from 'react'
import { useWords } from '../words/book.ts'
import { commonWords } from '../words/common.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

export type ConfirmDialogProps = {
  title: string
  /** What will happen, and whether it can be undone. */
  children: ReactNode
  /** The act itself, as a verb: never "OK". */
  confirmLabel: string
  kind?: 'primary' | 'danger'
  isOpen: boolean
  isPending?: boolean
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something that cannot be undone. What can be undone is done at once, with an undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirmLabel, kind = 'primary', isOpen, isPending = false } = props
  const words = useWords(commonWords)
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={props.onClose}
      size="small"
      role="alertdialog"
      footer={
        <>
          <Button onPress={props.onClose} autoFocus>
            {words('cancel')}
          </Button>
          <Button kind={kind} isPending={isPending} onPress={props.onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
