import type { ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { useWords } from '../words/book.ts'
import { commonWords } from '../words/common.ts'

/** What every field has: a label always in sight, help before the control, what is wrong after it. */
export type FieldProps = {
  label: string
  /** One sentence of help. */
  help?: string | undefined
  /** What is wrong and how to put it right; its presence makes the field invalid. */
  error?: string | undefined
  /** Adds "(optional)" to the label; required fields carry no mark. */
  isOptional?: boolean | undefined
  /** Hides the label from sight, where the place says what the field is (search, reply). */
  isLabelHidden?: boolean | undefined
}

type FrameProps = Omit<FieldProps, 'isLabelHidden'> & { children: ReactNode }

/** Label, help, control and error in reading order, inside a React Aria field. */
export function FieldFrame({ label, help, error, isOptional, children }: FrameProps) {
  const words = useWords(commonWords)
  return (
    <>
      <Label className="ui-label">
        {label}
        {isOptional && <span className="ui-label-optional"> ({words('optional')})</span>}
      </Label>
      {help && (
        <Text slot="description" className="ui-help">
          {help}
        </Text>
      )}
      {children}
      <FieldError className="ui-error">{error}</FieldError>
    </>
  )
}

/** What every React Aria field is given. */
export function fieldRoot({ error, isLabelHidden }: Pick<FieldProps, 'error' | 'isLabelHidden'>) {
  return {
    className: 'ui-field',
    'data-label': isLabelHidden ? 'hidden' : 'shown',
    isInvalid: error !== undefined,
    validationBehavior: 'aria' as const,
  }
}
