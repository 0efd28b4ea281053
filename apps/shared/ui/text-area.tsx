import { type Ref, useLayoutEffect, useRef } from 'react'
import {
  type TextFieldProps as AriaProps,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
} from 'react-aria-components'
import { FieldFrame, type FieldProps, fieldRoot } from './field.tsx'

export type TextAreaProps = FieldProps &
  Omit<AriaProps, 'children' | 'className' | 'style' | 'isInvalid' | 'type'> & {
    placeholder?: string
    /** The least number of lines in sight; it grows to twelve with what is typed. */
    rows?: number
    inputRef?: Ref<HTMLTextAreaElement>
  }

const growsByItself = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')

/** Several lines of text, as high as what is in it. */
export function TextArea(props: TextAreaProps) {
  const {
    label,
    help,
    error,
    isOptional,
    isLabelHidden,
    placeholder,
    rows = 2,
    inputRef,
    ...rest
  } = props
  const own = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const area = own.current
    if (growsByItself || !area) return
    area.style.blockSize = 'auto'
    area.style.blockSize = `${area.scrollHeight + 2}px`
  })
  return (
    <AriaTextField {...rest} {...fieldRoot({ error, isLabelHidden })}>
      <FieldFrame label={label} help={help} error={error} isOptional={isOptional}>
        <AriaTextArea
          className="ui-input"
          placeholder={placeholder}
          rows={rows}
          style={{ minBlockSize: `calc(${rows}lh + var(--control) - 1lh)` }}
          ref={(area) => {
            own.current = area
            if (typeof inputRef === 'function') inputRef(area)
            else if (inputRef) inputRef.current = area
          }}
        />
      </FieldFrame>
    </AriaTextField>
  )
}
