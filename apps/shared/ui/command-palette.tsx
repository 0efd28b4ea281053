import { type ChangeEvent, type KeyboardEvent, useEffect, useId, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { flushSync } from 'react-dom'
import { useWords } from '../words/book.ts'
import { commonWords } from '../words/common.ts'
import { Icon } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'
import { rank } from './rank.ts'
import { type Command, CommandLayer, useCommands, useOpenLayer } from './shortcuts.ts'

/** The command that opens the palette: in the list of keys, not in the palette itself. */
export const paletteCommand = 'palette'

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

/** What a query finds, and which of it is marked; arrows move the mark, Enter runs it. */
function useFound(run: (command: Command) => void) {
  const [query, setQuery] = useState('')
  const [marked, setMarked] = useState(0)
  const offered = useCommands().filter(({ id, isDisabled }) => id !== paletteCommand && !isDisabled)
  const groups = byGroup(rank(query, offered, ({ title }) => title))
  const inOrder = groups.flatMap(({ commands }) => commands)
  const last = inOrder.length - 1
  const current = inOrder[Math.min(marked, last)]

  function onKeyDown(event: KeyboardEvent): void {
    const next = { ArrowDown: marked + 1, ArrowUp: marked - 1, PageDown: last, PageUp: 0 }[
      event.key
    ]
    if (next !== undefined) setMarked(next > last ? 0 : next < 0 ? last : next)
    else if (event.key === 'Enter' && current) run(current)
    else return
    event.preventDefault()
  }

  function onChange(event: ChangeEvent<HTMLInputElement>): void {
    setQuery(event.target.value)
    setMarked(0)
  }

  return { groups, current, field: { value: query, onKeyDown, onChange } }
}

/**
 * A combobox of our own: React Aria's Autocomplete puts its mark on the list as it was before the last
 * letter, so that Enter, typed fast, does nothing. Here the first that is found is always the one marked.
 */
function PaletteBody({ onClose }: Pick<PaletteProps, 'onClose'>) {
  const words = useWords(commonWords)
  const listId = useId()
  const { groups, current, field } = useFound(run)
  const optionId = (command: Command) => `${listId}-${command.id}`
  useOpenLayer(1)

  /** The palette is gone before the command runs, so that the command may move the focus. */
  function run(command: Command): void {
    flushSync(onClose)
    command.run()
  }

  return (
    <Dialog aria-label={words('palette.title')} className="ui-palette">
      <div className="ui-palette-field">
        <Icon name="search" />
        <input
          autoFocus
          className="ui-input"
          role="combobox"
          aria-label={words('palette.search')}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={current && optionId(current)}
          placeholder={words('palette.search')}
          autoComplete="off"
          {...field}
        />
      </div>
      <div id={listId} role="listbox" aria-label={words('palette.title')} className="ui-list">
        {groups.map(({ title, commands }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
          <div key={title} role="group" aria-label={title} className="ui-menu-section">
            <div aria-hidden="true" className="ui-menu-title">
              {title}
            </div>
            {commands.map((command) => (
              <CommandOption
                key={command.id}
                id={optionId(command)}
                command={command}
                isMarked={command === current}
                onRun={() => run(command)}
              />
            ))}
          </div>
        ))}
      </div>
      <p role="status" className="ui-list-empty" hidden={current !== undefined}>
        {!current && words('palette.none')}
      </p>
    </Dialog>
  )
}

type Group = { title: string; commands: Command[] }

/** Groups in the order of their best command. */
function byGroup(commands: readonly Command[]): Group[] {
  const titles = [...new Set(commands.map(({ group }) => group))]
  return titles.map((title) => ({
    title,
    commands: commands.filter(({ group }) => group === title),
  }))
}

type OptionProps = { id: string; command: Command; isMarked: boolean; onRun: () => void }

function CommandOption({ id, command, isMarked, onRun }: OptionProps) {
  useEffect(() => {
    if (isMarked) document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
  }, [isMarked, id])
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field (aria-activedescendant)
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
    <div
      id={id}
      role="option"
      aria-selected={isMarked}
      className="ui-option"
      data-focused={isMarked || undefined}
      onClick={onRun}
    >
      <span className="ui-option-text">{command.title}</span>
      {command.keys && <KeyHint keys={command.keys} />}
    </div>
  )
}
