import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { me as meContract } from '../../server/modules/access/contract.ts'
import type { BoardView } from '../../server/modules/routing/contract.ts'
import { ask } from '../shared/client.ts'
import { RefusalError } from '../shared/client-error.ts'
import { useStream } from '../shared/live-page.ts'
import { numberOf } from '../shared/trouble.ts'
import { AppShell } from '../shared/ui/app-shell.tsx'
import { ErrorState } from '../shared/ui/error-state.tsx'
import { Loading } from '../shared/ui/loading.tsx'
import { useWords } from '../shared/words/book.ts'
import { regieWords } from '../shared/words/regie.ts'
import { BoardPage } from './board-page.tsx'
import { ContactPage } from './contact-page.tsx'
import { EmergencyList } from './emergency-list.tsx'
import { Frame } from './frame.tsx'
import { type Me, seesBoard } from './me.ts'
import { type Place, usePlace } from './place.ts'
import { signIn } from './sign-in.ts'
import { Titled } from './titled.tsx'
import { TrailPage } from './trail-page.tsx'

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

  if (person.data) {
    const Pages = seesBoard(person.data) ? WithBoard : WithoutBoard
    return <Pages me={person.data} place={place} />
  }
  return (
    <AppShell app={words('app')}>
      <Titled title={words('app')}>
        {person.error && !isStranger ? (
          <ErrorState number={numberOf(person.error)} onRetry={() => void person.refetch()} />
        ) : (
          <Loading />
        )}
      </Titled>
    </AppShell>
  )
}

type PagesProps = { me: Me; place: Place }

/** The board is followed on every page, so that an emergency is never missed. */
function WithBoard({ me, place }: PagesProps) {
  const board = useStream<BoardView>('board:')
  return (
    <Frame me={me} place={place}>
      <EmergencyList emergencies={board.body?.emergencies ?? none} />
      {place.page === 'board' && <BoardPage me={me} {...board} />}
      {place.page === 'contact' && (
        <ContactPage key={place.contact} me={me} contact={place.contact} />
      )}
      {place.page === 'trail' && <TrailPage me={me} />}
    </Frame>
  )
}

const none: readonly never[] = []

function WithoutBoard({ me, place }: PagesProps) {
  const words = useWords(regieWords)
  useEffect(() => {
    document.title = words('title')
  }, [words])
  return (
    <Frame me={me} place={place}>
      <TrailPage me={me} />
    </Frame>
  )
}
