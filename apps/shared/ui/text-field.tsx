import type { Ref } from 'react'
import {
  type TextFieldProps as AriaProps,
  TextField as AriaTextField,
  Input,
} from 'react-aria-components'
import { FieldFrame, type FieldProps, fieldRoot } from './field.tsx'

export type TextFieldProps = FieldProps &
  Omit<AriaProps, 'children' | 'className' | 'style' | 'isInvalid'> & {
    placeholder?: string
    inputRef?: Ref<HTMLInputElement>
  }

/** One line of text. `type`, `inputMode` and `autoComplete` as in HTML. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    help,
    error,
    isOptional,
    isLabelHidden,
    placeholder = '',
    inputRef,
    ...rest
  } = props
  return (
    <AriaTextField {...rest} {...fieldRoot({ error, isLabelHidden })}>
      <FieldFrame label={label} help={help} error={error} isOptional={isOptional}>
        <Input className="ui-input" placeholder={placeholder} ref={inputRef} />
      </FieldFrame>
    </AriaTextField>
  )
}
