import type { ReactNode } from 'react'
import { type DeskView, setStatus } from '../../server/modules/routing/contract.ts'
import { ask } from '../shared/client.ts'
import { leave } from '../shared/leave.ts'
import { AppShell } from '../shared/ui/app-shell.tsx'
import { Button } from '../shared/ui/button.tsx'
import { Dialog } from '../shared/ui/dialog.tsx'
import { useAct } from '../shared/use-act.ts'
import { useWords } from '../shared/words/book.ts'
import { commonWords } from '../shared/words/common.ts'
import { deskWords } from '../shared/words/desk.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import type { Me } from './desk-context.ts'
import type { Shelf } from './shelf.ts'
import { StatusControl } from './status-control.tsx'

type DeskFrameProps = { me: Me; view: DeskView | null; shelf: Shelf; children: ReactNode }

/** The bar with the status of the agent, and the way out: nobody leaves work in hand behind. */
export function DeskFrame({ me, view, shelf, children }: DeskFrameProps) {
  const words = useWords(deskWords)
  const common = useWords(commonWords)
  const leaving = useAct()
  async function signOut(): Promise<void> {
    shelf.flush()
    if (!(await leaving.run(() => ask(setStatus, { status: 'signedOut' })))) return
    shelf.clear()
    leave()
  }
  return (
    <AppShell
      app={words('app')}
      isFull
      tools={view && <StatusControl view={view} />}
      user={{
        name: me.alias ?? me.givenName,
        detail: words('me.agent'),
        onSignOut: () => void signOut(),
      }}
      banner={<ConnectionBanner />}
    >
      {children}
      <Dialog
        title={words('session.signOut')}
        isOpen={leaving.trouble !== null}
        onClose={leaving.clear}
        size="small"
        footer={
          <Button kind="primary" onPress={leaving.clear}>
            {common('close')}
          </Button>
        }
      >
        {leaving.trouble}
      </Dialog>
    </AppShell>
  )
}
