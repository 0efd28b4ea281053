import type { ReactElement } from 'react'
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Text,
} from 'react-aria-components'
import { Icon, type IconName } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'

export type MenuEntry = {
  id: string
  title: string
  icon?: IconName
  keys?: string
  kind?: 'danger'
  isDisabled?: boolean
  /** The choice of this moment, in a section where one is chosen. */
  isChosen?: boolean
  run: () => void
}

export type MenuProps = {
  /** The button that opens it. */
  trigger: ReactElement
  label: string
  /** Groups with a title, or one group without. */
  sections: readonly { title?: string; entries: readonly MenuEntry[] }[]
}

/** Things to do with what the button stands for. */
export function Menu({ trigger, label, sections }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="ui-list-popover" offset={4}>
        <AriaMenu aria-label={label} className="ui-list">
          {sections.map(({ title, entries }, index) => (
            <MenuSection
              key={title ?? String(index)}
              className="ui-menu-section"
              {...(title ? {} : { 'aria-label': label })}
            >
              {title && <Header className="ui-menu-title">{title}</Header>}
              {entries.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function Entry({ entry }: { entry: MenuEntry }) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.title}
      isDisabled={entry.isDisabled ?? false}
      onAction={entry.run}
      className="ui-option"
      data-kind={entry.kind}
    >
      {entry.icon && <Icon name={entry.icon} />}
      <Text slot="label" className="ui-option-text">
        {entry.title}
      </Text>
      {entry.isChosen && <Icon name="accept" />}
      {entry.keys && <KeyHint keys={entry.keys} />}
    </MenuItem>
  )
}
