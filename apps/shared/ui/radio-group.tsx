import {
  type RadioGroupProps as AriaProps,
  RadioGroup as AriaRadioGroup,
  RadioButton,
  RadioField,
} from 'react-aria-components'
import { FieldFrame, type FieldProps, fieldRoot } from './field.tsx'
import type { Option } from './option.tsx'

export type RadioGroupProps<Id extends string> = FieldProps &
  Pick<AriaProps, 'isDisabled' | 'isRequired' | 'name' | 'orientation'> & {
    options: readonly Option<Id>[]
    value: Id | null
    onChange: (id: Id) => void
  }

/** One of a few, all in sight. */
export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { label, help, error, isOptional, isLabelHidden, options, value, onChange, ...rest } = props
  return (
    <AriaRadioGroup
      {...rest}
      {...fieldRoot({ error, isLabelHidden })}
      value={value}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id)
        if (chosen) onChange(chosen.id)
      }}
    >
      <FieldFrame label={label} help={help} error={error} isOptional={isOptional}>
        <div className="ui-choices">
          {options.map((option) => (
            <RadioField key={option.id} value={option.id} isDisabled={option.isDisabled ?? false}>
              <RadioButton className="ui-choice">
                <span className="ui-choice-mark" data-round />
                <span>
                  {option.label}
                  {option.detail && <small>{option.detail}</small>}
                </span>
              </RadioButton>
            </RadioField>
          ))}
        </div>
      </FieldFrame>
    </AriaRadioGroup>
  )
}
