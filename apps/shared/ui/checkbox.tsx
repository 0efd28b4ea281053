import type { ReactNode } from 'react'
import {
  CheckboxButton,
  CheckboxField,
  type CheckboxFieldProps,
  FieldError,
} from 'react-aria-components'
import { Icon } from './icon.tsx'

export type CheckboxProps = Omit<
  CheckboxFieldProps,
  'children' | 'className' | 'style' | 'isInvalid'
> & {
  children: ReactNode
  /** A second, quieter line. */
  detail?: string
  error?: string | undefined
}

/** Yes or no, taken into account when the form is sent. What acts at once is a Switch. */
export function Checkbox({ children, detail, error, ...rest }: CheckboxProps) {
  return (
    <CheckboxField
      {...rest}
      className="ui-field"
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <CheckboxButton className="ui-choice">
        <span className="ui-choice-mark">
          <Icon name={rest.isIndeterminate ? 'minus' : 'accept'} />
        </span>
        <span>
          {children}
          {detail && <small>{detail}</small>}
        </span>
      </CheckboxButton>
      <FieldError className="ui-error">{error}</FieldError>
    </CheckboxField>
  )
}
