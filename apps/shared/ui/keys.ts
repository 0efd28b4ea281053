/**
 * Keys are written `mod+k`, `shift+enter`, `alt+1`, `?` or `a`. `mod` is Ctrl, and Command on a Mac.
 * A key that types a character is compared by what it types, so that `?` works on every keyboard.
 */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

type Combination = { key: string; mod: boolean; alt: boolean; shift: boolean }

const names: Record<string, string> = {
  escape: 'Esc',
  enter: 'Enter',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  ' ': '␣',
}

function parse(keys: string): Combination {
  const parts = keys.toLowerCase().split('+')
  const key = parts.pop() ?? ''
  return {
    key,
    mod: parts.includes('mod'),
    alt: parts.includes('alt'),
    shift: parts.includes('shift'),
  }
}

const isLetter = (key: string) => key.toLowerCase() !== key.toUpperCase()

/** Whether a press is this combination. Shift is only looked at where it does not change the sign typed. */
export function matches(keys: string, press: Press, mac: boolean): boolean {
  const wanted = parse(keys)
  const [mod, other] = mac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey]
  const shiftCounts = press.key.length > 1 || isLetter(press.key)
  return (
    press.key.toLowerCase() === wanted.key &&
    mod === wanted.mod &&
    !other &&
    press.altKey === wanted.alt &&
    (!shiftCounts || press.shiftKey === wanted.shift)
  )
}

/** Whether the combination types a character, so that it must wait while somebody types or dictates. */
export function isSingle(keys: string): boolean {
  const { key, mod, alt } = parse(keys)
  return key.length === 1 && !mod && !alt
}

/** The key caps to show: `mod+k` becomes Ctrl and K. */
export function keyCaps(keys: string, mac: boolean): string[] {
  const { key, mod, alt, shift } = parse(keys)
  const caps = [
    mod && (mac ? '⌘' : 'Ctrl'),
    alt && (mac ? '⌥' : 'Alt'),
    shift && (mac ? '⇧' : 'Shift'),
  ]
  const cap =
    names[key] ?? (key.length === 1 ? key.toUpperCase() : key[0]?.toUpperCase() + key.slice(1))
  return [...caps.filter((part) => part !== false), cap]
}

/** The combination as `aria-keyshortcuts` wants it: `Control+K`. */
export function ariaKeys(keys: string, mac: boolean): string {
  const { key, mod, alt, shift } = parse(keys)
  const parts = [mod && (mac ? 'Meta' : 'Control'), alt && 'Alt', shift && 'Shift']
  return [
    ...parts.filter((part) => part !== false),
    key.length === 1 ? key.toUpperCase() : key,
  ].join('+')
}

/** Whether the keys of this computer are those of a Mac. */
export const onMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
