import {
  ComboBox as AriaComboBox,
  type ComboBoxProps as AriaProps,
  Button,
  Input,
  ListBox,
  Popover,
} from 'react-aria-components'
import { useWords } from '../words/book.ts'
import { commonWords } from '../words/common.ts'
import { FieldFrame, type FieldProps, fieldRoot } from './field.tsx'
import { Icon } from './icon.tsx'
import { type Option, OptionItem } from './option.tsx'

export type ComboBoxProps<Id extends string> = FieldProps &
  Pick<AriaProps<Option>, 'isDisabled' | 'isRequired' | 'name' | 'autoFocus'> & {
    options: readonly Option<Id>[]
    value: Id | null
    onChange: (id: Id | null) => void
    placeholder?: string
  }

/** One of a long list, found by typing part of its name. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { label, help, error, isOptional, isLabelHidden, options, value, onChange, ...others } =
    props
  const { placeholder = '', ...rest } = others
  const words = useWords(commonWords)
  return (
    <AriaComboBox
      {...rest}
      {...fieldRoot({ error, isLabelHidden })}
      defaultItems={options}
      allowsEmptyCollection
      menuTrigger="focus"
      value={value}
      onChange={(id) => onChange(options.find((option) => option.id === id)?.id ?? null)}
    >
      <FieldFrame label={label} help={help} error={error} isOptional={isOptional}>
        <div className="ui-pick">
          <Input className="ui-input" placeholder={placeholder} />
          <Button
            className="ui-button"
            data-kind="quiet"
            data-icon-only
            aria-label={words('showAll')}
          >
            <Icon name="expand" />
          </Button>
        </div>
      </FieldFrame>
      <Popover className="ui-list-popover" offset={2}>
        <ListBox
          className="ui-list"
          renderEmptyState={() => <p className="ui-list-empty">{words('noMatch')}</p>}
        >
          {(option: Option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
