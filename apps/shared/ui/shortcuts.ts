import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react'
import { isSingle, matches, onMac } from './keys.ts'

/**
 * Commands are what can be done from here by name or by key. A component registers those it offers
 * while it is on screen; the palette lists them, `?` lists those with a key.
 * Where two have the same key, the one registered last has it. An open dialog hides those behind it.
 */
export type Command = {
  id: string
  title: string
  group: string
  keys?: string
  run: () => void
  isDisabled?: boolean
}

/** The number of dialogs around a component: only the commands of the top dialog answer to keys. */
export const CommandLayer = createContext(0)

type Registered = { layer: number; commands: readonly Command[] }

const storageKey = 'onthaal.single-keys'
const registered = new Set<{ current: Registered }>()
const layers = new Set<{ depth: number }>()
const listeners = new Set<() => void>()
let snapshot: readonly Command[] = []

function changed(): void {
  snapshot = [...registered].flatMap(({ current }) => current.commands)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const topLayer = () => Math.max(0, ...[...layers].map(({ depth }) => depth))

/** Whether keys without Ctrl or Alt act (WCAG 2.1.4: people who dictate must be able to stop them). */
export const singleKeysOn = () => localStorage.getItem(storageKey) !== 'off'

export function setSingleKeys(on: boolean): void {
  localStorage.setItem(storageKey, on ? 'on' : 'off')
  changed()
}

export const useSingleKeys = () => useSyncExternalStore(subscribe, singleKeysOn)

/** Where letters are text, or search in a list. */
const takesLetters =
  'input, textarea, select, [contenteditable="true"], [role="textbox"], [role="menu"], [role="listbox"]'

function isTyping(target: EventTarget | null): boolean {
  const field = target instanceof Element ? target.closest(takesLetters) : null
  return field !== null && !field.matches('[type="checkbox"], [type="radio"], [type="button"]')
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return
  const top = topLayer()
  const offered = [...registered].filter(({ current }) => current.layer === top).reverse()
  const command = offered
    .flatMap(({ current }) => current.commands)
    .find(({ keys, isDisabled }) => keys && !isDisabled && matches(keys, event, onMac))
  if (!command?.keys) return
  if (isSingle(command.keys) && (isTyping(event.target) || !singleKeysOn())) return
  event.preventDefault()
  command.run()
}

/** Offers commands while this component is on screen. A command without keys is only in the palette. */
export function useShortcuts(commands: readonly Command[]): void {
  const layer = useContext(CommandLayer)
  const entry = useRef<Registered>({ layer, commands })
  const shown = commands
    .map((c) => [c.id, c.title, c.group, c.keys, c.isDisabled].join('\n'))
    .join()
  useEffect(() => {
    entry.current = { layer, commands }
  })
  useEffect(() => {
    if (registered.size === 0) document.addEventListener('keydown', onKeyDown)
    registered.add(entry)
    return () => {
      registered.delete(entry)
      if (registered.size === 0) document.removeEventListener('keydown', onKeyDown)
      changed()
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the lists show has changed
  useEffect(changed, [shown])
}

/** All commands offered now, for a list of them. */
export const useCommands = () => useSyncExternalStore(subscribe, () => snapshot)

/** Marks that a dialog is open at this depth. */
export function useOpenLayer(depth: number): void {
  useEffect(() => {
    const layer = { depth }
    layers.add(layer)
    return () => {
      layers.delete(layer)
    }
  }, [depth])
}
