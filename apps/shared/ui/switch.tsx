import type { ReactNode } from 'react'
import { SwitchButton, SwitchField, type SwitchFieldProps } from 'react-aria-components'

export type SwitchProps = Omit<SwitchFieldProps, 'children' | 'className' | 'style'> & {
  children: ReactNode
  /** A second, quieter line. */
  detail?: string
}

/** On or off, at once. */
export function Switch({ children, detail, ...rest }: SwitchProps) {
  return (
    <SwitchField {...rest} className="ui-field">
      <SwitchButton className="ui-choice">
        <span className="ui-switch-track" />
        <span>
          {children}
          {detail && <small>{detail}</small>}
        </span>
      </SwitchButton>
    </SwitchField>
  )
}
