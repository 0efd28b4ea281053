import { type ReactNode, useState } from 'react'
import { useWords } from '../words/book.ts'
import { commonWords } from '../words/common.ts'
import type { Language } from '../words/language.ts'
import { Button } from './button.tsx'
import { CommandPalette, paletteCommand } from './command-palette.tsx'
import { IconButton } from './icon-button.tsx'
import { ShortcutList } from './shortcut-list.tsx'
import { useShortcuts } from './shortcuts.ts'
import { SkipLink } from './skip-link.tsx'
import { UserMenu } from './user-menu.tsx'

export type AppShellProps = {
  /** Which part of the product this is: "Balie", "Regie". */
  app: string
  /** What is always in sight beside the name: the agent's status, a search, links. */
  tools?: ReactNode
  /** Who is signed in; without it there is no user menu. */
  user?: { name: string; detail?: string; onSignOut: () => void }
  /** The languages to choose from. */
  languages?: readonly Language[]
  /** Facts about the whole app: the connection, a disturbance. */
  banner?: ReactNode
  /** Lets the content have the whole window, to scroll in parts of its own. */
  isFull?: boolean
  children: ReactNode
}

/** The frame of a staff app: one bar, the palette on Ctrl+K, the keys on `?`, and the work. */
export function AppShell(props: AppShellProps) {
  const { app, tools, user, languages = ['nl', 'en'], banner, isFull = false, children } = props
  const words = useWords(commonWords)
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null)
  const group = words('keys.general')
  useShortcuts([
    {
      id: paletteCommand,
      title: words('palette.open'),
      group,
      keys: 'mod+k',
      run: () => setOpen('palette'),
    },
    { id: 'keys', title: words('keys.open'), group, keys: '?', run: () => setOpen('keys') },
  ])
  return (
    <div className="ui-shell" data-full={isFull || undefined}>
      <SkipLink />
      <header className="ui-bar">
        <p className="ui-bar-name">
          <strong>{words('product')}</strong> <span>{app}</span>
        </p>
        <div className="ui-bar-tools">{tools}</div>
        <div className="ui-bar-end">
          <Button kind="quiet" icon="search" keys="mod+k" onPress={() => setOpen('palette')}>
            {words('palette.title')}
          </Button>
          <IconButton
            icon="keyboard"
            label={words('keys.open')}
            keys="?"
            onPress={() => setOpen('keys')}
          />
          {user && <UserMenu {...user} languages={languages} />}
        </div>
      </header>
      {banner}
      <main id="content" tabIndex={-1} className="ui-main">
        {children}
      </main>
      <CommandPalette isOpen={open === 'palette'} onClose={() => setOpen(null)} />
      <ShortcutList isOpen={open === 'keys'} onClose={() => setOpen(null)} />
    </div>
  )
}
