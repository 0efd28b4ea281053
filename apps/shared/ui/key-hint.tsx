import { keyCaps, onMac } from './keys.ts'

/** The keys of a command, as caps. Beside a control that says its keys by `aria-keyshortcuts` itself. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className="ui-keys" aria-hidden="true">
      {keyCaps(keys, onMac).map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  )
}
