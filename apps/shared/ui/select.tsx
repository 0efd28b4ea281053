import {
  type SelectProps as AriaProps,
  Select as AriaSelect,
  Button,
  ListBox,
  Popover,
  SelectValue,
} from 'react-aria-components'
import { useWords } from '../words/book.ts'
import { commonWords } from '../words/common.ts'
import { FieldFrame, type FieldProps, fieldRoot } from './field.tsx'
import { Icon } from './icon.tsx'
import { type Option, OptionItem } from './option.tsx'

export type SelectProps<Id extends string> = FieldProps &
  Pick<AriaProps<Option>, 'isDisabled' | 'isRequired' | 'name' | 'autoFocus'> & {
    options: readonly Option<Id>[]
    value: Id | null
    onChange: (id: Id) => void
    placeholder?: string
  }

/** One of a short, known list. For more than some ten, use ComboBox. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, help, error, isOptional, isLabelHidden, options, value, onChange, ...others } =
    props
  const { placeholder, ...rest } = others
  const words = useWords(commonWords)
  return (
    <AriaSelect
      {...rest}
      {...fieldRoot({ error, isLabelHidden })}
      placeholder={placeholder ?? words('choose')}
      value={value}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id)
        if (chosen) onChange(chosen.id)
      }}
    >
      <FieldFrame label={label} help={help} error={error} isOptional={isOptional}>
        <Button
          className="ui-input ui-select-button"
          {...(error === undefined ? {} : { 'data-invalid': true })}
        >
          <SelectValue>
            {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
          </SelectValue>
          <Icon name="expand" />
        </Button>
      </FieldFrame>
      <Popover className="ui-list-popover" offset={2}>
        <ListBox className="ui-list" items={options}>
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
