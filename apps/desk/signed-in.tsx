import { EmptyState } from '../shared/ui/empty-state.tsx'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'

/** The query of the address at which a window that was opened to sign in ends. */
export const signedInPage = '?signed-in'
/** The address that signs in and comes back there. */
export const signInAgain = `/sign-in?return=${encodeURIComponent(`/desk/${signedInPage}`)}`

/** For a browser that does not let a window close itself. */
export function SignedIn() {
  const words = useWords(deskWords)
  return (
    <main>
      <EmptyState icon="ok" title={words('session.done')}>
        {words('session.doneText')}
      </EmptyState>
    </main>
  )
}
