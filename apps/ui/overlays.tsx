import { useState } from 'react'
import { Button } from '../shared/ui/button.tsx'
import { ConfirmDialog } from '../shared/ui/confirm-dialog.tsx'
import { Dialog } from '../shared/ui/dialog.tsx'
import { IconButton } from '../shared/ui/icon-button.tsx'
import { KeyHint } from '../shared/ui/key-hint.tsx'
import { Menu } from '../shared/ui/menu.tsx'
import { Popover } from '../shared/ui/popover.tsx'
import { TextArea } from '../shared/ui/text-area.tsx'
import { toast } from '../shared/ui/toast.tsx'
import { UserMenu } from '../shared/ui/user-menu.tsx'

const say = (text: string) => () => toast({ text, tone: 'info' })

type Open = 'dialog' | 'confirm' | null

export function Overlays() {
  const [open, setOpen] = useState<Open>(null)
  return (
    <div className="row">
      <Button onPress={() => setOpen('dialog')}>Gesprek doorgeven…</Button>
      <Button kind="danger" onPress={() => setOpen('confirm')}>
        Gegevens wissen…
      </Button>
      <Popover trigger={<Button>Waarom dit aanbod?</Button>} label="Waarom dit aanbod?">
        <p>Langst vrij van wie het thema Wonen kent.</p>
      </Popover>
      <Menu
        label="Meer met dit gesprek"
        trigger={<IconButton icon="more" label="Meer met dit gesprek" kind="secondary" />}
        sections={[
          {
            entries: [
              {
                id: 'transfer',
                title: 'Doorgeven',
                icon: 'transfer',
                keys: 'alt+d',
                run: say('Doorgeven'),
              },
              { id: 'copy', title: 'Referentie kopiëren', icon: 'copy', run: say('Gekopieerd') },
              {
                id: 'hold',
                title: 'In de wacht',
                icon: 'pause',
                isDisabled: true,
                run: say('Wacht'),
              },
            ],
          },
          {
            title: 'Noodgevallen',
            entries: [
              {
                id: 'abuse',
                title: 'Misbruik melden',
                icon: 'shield',
                kind: 'danger',
                run: say('Gemeld'),
              },
            ],
          },
        ]}
      />
      <UserMenu
        name="Amina"
        detail="Voorlichter"
        languages={['nl', 'en']}
        onSignOut={say('Hier zou u nu afgemeld zijn.')}
      />
      <Dialogs open={open} onClose={() => setOpen(null)} />
    </div>
  )
}

function Dialogs({ open, onClose }: { open: Open; onClose: () => void }) {
  return (
    <>
      <Dialog
        title="Gesprek doorgeven"
        isOpen={open === 'dialog'}
        onClose={onClose}
        footer={
          <>
            <Button onPress={onClose}>Annuleren</Button>
            <Button kind="primary" onPress={onClose}>
              Doorgeven
            </Button>
          </>
        }
      >
        <TextArea label="Nota voor uw collega" autoFocus />
      </Dialog>
      <ConfirmDialog
        title="De gegevens van deze burger wissen?"
        confirmLabel="Wissen"
        kind="danger"
        isOpen={open === 'confirm'}
        onConfirm={onClose}
        onClose={onClose}
      >
        <p>Naam, adres en berichten verdwijnen voorgoed. Tijden en cijfers blijven.</p>
      </ConfirmDialog>
    </>
  )
}

export function Keys() {
  return (
    <div className="row">
      {['mod+k', '?', 'mod+enter', 'alt+1', 'escape', 'arrowdown', 'a'].map((keys) => (
        <KeyHint key={keys} keys={keys} />
      ))}
    </div>
  )
}
