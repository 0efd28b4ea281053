import { ListBoxItem, Text } from 'react-aria-components'
import { Icon } from './icon.tsx'

/** One of the things to choose from in a Select, ComboBox or RadioGroup. */
export type Option<Id extends string = string> = {
  id: Id
  label: string
  /** A second, quieter line. */
  detail?: string
  isDisabled?: boolean
}

/** An option in the list of a Select or ComboBox. */
export function OptionItem({ option }: { option: Option }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      isDisabled={option.isDisabled ?? false}
      className="ui-option"
    >
      {({ isSelected }) => (
        <>
          <span className="ui-option-text">
            <Text slot="label">{option.label}</Text>
            {option.detail && (
              <Text slot="description" elementType="small">
                {option.detail}
              </Text>
            )}
          </span>
          {isSelected && <Icon name="accept" />}
        </>
      )}
    </ListBoxItem>
  )
}
