import type { ReactElement, ReactNode } from 'react'
import { Popover as AriaPopover, Dialog, DialogTrigger } from 'react-aria-components'

export type PopoverProps = {
  /** The button that opens it. */
  trigger: ReactElement
  label: string
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** A few controls or facts beside the button that opened them. */
export function Popover({ trigger, label, children }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className="ui-popover" offset={4}>
        <Dialog aria-label={label} className="ui-popover-content">
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
