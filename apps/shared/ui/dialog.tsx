import { type ReactNode, useContext } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../words/book.ts'
import { commonWords } from '../words/common.ts'
import { IconButton } from './icon-button.tsx'
import { CommandLayer, useOpenLayer } from './shortcuts.ts'

export type DialogProps = {
  title: string
  isOpen: boolean
  /** Escape and the close button; a dialog that asks something needs no other way out. */
  onClose: () => void
  children: ReactNode
  /** Buttons, the one that goes on last. */
  footer?: ReactNode
  size?: 'small' | 'medium' | 'large'
  /** `alertdialog` where somebody must answer before going on. */
  role?: 'dialog' | 'alertdialog'
}

/** Something to finish before going on with the page. Keeps focus, and gives it back. */
export function Dialog({
  isOpen,
  onClose,
  size = 'medium',
  role = 'dialog',
  ...rest
}: DialogProps) {
  const layer = useContext(CommandLayer) + 1
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable={role === 'dialog'}
      className="ui-scrim"
    >
      <Modal className="ui-modal" data-size={size}>
        <AriaDialog role={role} className="ui-dialog">
          <CommandLayer value={layer}>
            <DialogBody {...rest} layer={layer} onClose={onClose} />
          </CommandLayer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

type BodyProps = Pick<DialogProps, 'title' | 'children' | 'footer' | 'onClose'> & { layer: number }

function DialogBody({ title, children, footer, onClose, layer }: BodyProps) {
  const words = useWords(commonWords)
  useOpenLayer(layer)
  return (
    <>
      <header className="ui-dialog-header">
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        <IconButton icon="close" label={words('close')} onPress={onClose} />
      </header>
      <div className="ui-dialog-content">{children}</div>
      {footer && <footer className="ui-dialog-footer">{footer}</footer>}
    </>
  )
}
