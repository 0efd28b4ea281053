import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { me as meContract } from '../../server/modules/access/contract.ts'
import { ask } from '../shared/client.ts'
import { RefusalError } from '../shared/client-error.ts'
import { AppShell } from '../shared/ui/app-shell.tsx'
import { ErrorState } from '../shared/ui/error-state.tsx'
import { Loading } from '../shared/ui/loading.tsx'
import { useWords } from '../shared/words/book.ts'
import { regieWords } from '../shared/words/regie.ts'
import { BoardPage } from './board-page.tsx'
import { ContactPage } from './contact-page.tsx'
import { Frame } from './frame.tsx'
import { signIn } from './leave.ts'
import { type Me, seesBoard } from './me.ts'
import { type Place, usePlace } from './place.ts'
import { TrailPage } from './trail-page.tsx'
import { numberOf } from './trouble.ts'

/** Finds out who is here, and shows the page of the address that their role has. */
export function App() {
  const words = useWords(regieWords)
  const place = usePlace()
  const person = useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => ask(meContract, {}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const isStranger = person.error instanceof RefusalError && person.error.status === 401
  useEffect(() => {
    if (isStranger) signIn()
  }, [isStranger])

  if (person.data)
    return (
      <Frame me={person.data} place={place}>
        <Page me={person.data} place={place} />
      </Frame>
    )
  return (
    <AppShell app={words('app')}>
      {person.error && !isStranger ? (
        <ErrorState number={numberOf(person.error)} onRetry={() => void person.refetch()} />
      ) : (
        <Loading />
      )}
    </AppShell>
  )
}

function Page({ me, place }: { me: Me; place: Place }) {
  if (place.page === 'trail' || !seesBoard(me)) return <TrailPage me={me} />
  if (place.page === 'contact')
    return <ContactPage key={place.contact} me={me} contact={place.contact} />
  return <BoardPage me={me} />
}
