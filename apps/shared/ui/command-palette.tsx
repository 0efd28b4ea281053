import { useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  Text,
  TextField,
} from 'react-aria-components'
import { flushSync } from 'react-dom'
import { useWords } from '../words/book.ts'
import { commonWords } from '../words/common.ts'
import { Icon } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'
import { rank } from './rank.ts'
import { type Command, CommandLayer, useCommands, useOpenLayer } from './shortcuts.ts'

type PaletteProps = { isOpen: boolean; onClose: () => void }

/** Everything that can be done from here, by name. AppShell has one, on Ctrl+K. */
export function CommandPalette({ isOpen, onClose }: PaletteProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable
      className="ui-scrim"
    >
      <Modal className="ui-modal">
        <CommandLayer value={1}>
          <PaletteBody onClose={onClose} />
        </CommandLayer>
      </Modal>
    </ModalOverlay>
  )
}

function PaletteBody({ onClose }: Pick<PaletteProps, 'onClose'>) {
  const words = useWords(commonWords)
  const [query, setQuery] = useState('')
  const commands = useCommands().filter(({ isDisabled }) => !isDisabled)
  useOpenLayer(1)

  /** The palette is gone before the command runs, so that the command may move the focus. */
  function run(id: unknown): void {
    flushSync(onClose)
    commands.find((command) => command.id === id)?.run()
  }

  return (
    <Dialog aria-label={words('palette.title')} className="ui-palette">
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <TextField aria-label={words('palette.search')} autoFocus className="ui-palette-field">
          <Icon name="search" />
          <Input className="ui-input" placeholder={words('palette.search')} />
        </TextField>
        <Menu
          aria-label={words('palette.title')}
          className="ui-list"
          onAction={run}
          renderEmptyState={() => <p className="ui-list-empty">{words('palette.none')}</p>}
        >
          {query.trim() === ''
            ? byGroup(commands).map(([group, members]) => (
                <MenuSection key={group} className="ui-menu-section">
                  <Header className="ui-menu-title">{group}</Header>
                  {members.map((command) => (
                    <CommandItem key={command.id} command={command} />
                  ))}
                </MenuSection>
              ))
            : rank(query, commands, ({ title }) => title).map((command) => (
                <CommandItem key={command.id} command={command} group={command.group} />
              ))}
        </Menu>
      </Autocomplete>
    </Dialog>
  )
}

function byGroup(commands: readonly Command[]): [string, Command[]][] {
  const groups = new Map<string, Command[]>()
  for (const command of commands) {
    groups.set(command.group, [...(groups.get(command.group) ?? []), command])
  }
  return [...groups]
}

function CommandItem({ command, group }: { command: Command; group?: string }) {
  return (
    <MenuItem id={command.id} textValue={command.title} className="ui-option">
      <span className="ui-option-text">
        <Text slot="label">{command.title}</Text>
        {group && (
          <Text slot="description" elementType="small">
            {group}
          </Text>
        )}
      </span>
      {command.keys && <KeyHint keys={command.keys} />}
    </MenuItem>
  )
}
