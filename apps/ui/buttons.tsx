import { Button, type ButtonKind } from '../shared/ui/button.tsx'
import { IconButton } from '../shared/ui/icon-button.tsx'

const kinds: [ButtonKind, string][] = [
  ['primary', 'Aanvaarden'],
  ['secondary', 'Doorgeven'],
  ['quiet', 'Later'],
  ['danger', 'Wissen'],
]

/** Each kind at rest, with an icon, with keys, pending and disabled. */
export function Buttons() {
  return (
    <div className="stack">
      {kinds.map(([kind, label]) => (
        <div key={kind} className="row">
          <Button kind={kind}>{label}</Button>
          <Button kind={kind} icon="transfer">
            {label}
          </Button>
          <Button kind={kind} keys="alt+a">
            {label}
          </Button>
          <Button kind={kind} isPending>
            {label}
          </Button>
          <Button kind={kind} isDisabled>
            {label}
          </Button>
        </div>
      ))}
      <div className="row">
        <IconButton icon="attach" label="Bestand toevoegen" />
        <IconButton icon="more" label="Meer" kind="secondary" />
        <IconButton icon="send" label="Versturen" kind="primary" keys="mod+enter" />
        <IconButton icon="close" label="Sluiten" isDisabled />
      </div>
    </div>
  )
}
