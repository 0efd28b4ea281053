import { useEffect, useState } from 'react'
import { me as meContract } from '../../server/modules/access/contract.ts'
import { ask } from '../shared/client.ts'
import { onSignIn, sessionRenewed, useSession } from '../shared/client-session.ts'
import { Button } from '../shared/ui/button.tsx'
import { Dialog } from '../shared/ui/dialog.tsx'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import type { Me } from './desk-context.ts'
import type { Shelf } from './shelf.ts'
import { signInAgain } from './signed-in.tsx'

/**
 * When the session has ended, the desk stays as it is and one signs in in a window of its own. The
 * same person goes on; for anybody else the page starts anew, with nothing of who was here.
 */
export function SessionDialog({ me, shelf }: { me: Me; shelf: Shelf }) {
  const words = useWords(deskWords)
  const hasEnded = useSession() === 'ended'
  const [isWaiting, setWaiting] = useState(false)

  useEffect(() => {
    if (!hasEnded) return
    async function look(): Promise<void> {
      const now = await ask(meContract, {}).catch(() => null)
      if (!now) return
      if (now.id !== me.id) {
        location.reload()
        return
      }
      setWaiting(false)
      sessionRenewed()
      shelf.flush()
    }
    const stop = onSignIn(() => void look())
    const onFocus = () => void look()
    addEventListener('focus', onFocus)
    return () => {
      stop()
      removeEventListener('focus', onFocus)
    }
  }, [hasEnded, me.id, shelf])

  function signIn(): void {
    setWaiting(true)
    open(signInAgain, 'onthaal-sign-in', 'popup,width=560,height=760')
  }

  return (
    <Dialog
      title={words('session.title')}
      isOpen={hasEnded}
      onClose={() => {}}
      size="small"
      role="alertdialog"
      footer={
        <Button kind="primary" onPress={signIn} autoFocus>
          {words('session.again')}
        </Button>
      }
    >
      <p>{words('session.text')}</p>
      {isWaiting && <p role="status">{words('session.waiting')}</p>}
    </Dialog>
  )
}
