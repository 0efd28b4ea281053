import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { me } from '../../server/modules/access/contract.ts'
import { ask } from '../shared/client.ts'
import { BugError, RefusalError } from '../shared/client-error.ts'
import { leave } from '../shared/leave.ts'
import { AppShell } from '../shared/ui/app-shell.tsx'
import { EmptyState } from '../shared/ui/empty-state.tsx'
import { ErrorState } from '../shared/ui/error-state.tsx'
import { Loading } from '../shared/ui/loading.tsx'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import { Desk } from './desk.tsx'

/** Finds out who is here, and gives an agent the desk. */
export function App() {
  const words = useWords(deskWords)
  const person = useQuery({ queryKey: ['me'], queryFn: ({ signal }) => ask(me, {}, { signal }) })
  const isStranger = person.error instanceof RefusalError && person.error.status === 401
  useEffect(() => {
    if (isStranger) location.replace(`/sign-in?return=${encodeURIComponent('/desk/')}`)
  }, [isStranger])
  useEffect(() => {
    document.title = words('title')
  }, [words])

  if (person.data?.grants.some(({ role }) => role === 'agent')) {
    return <Desk key={person.data.id} me={person.data} />
  }
  if (person.data) {
    return (
      <AppShell app={words('app')} user={{ name: person.data.givenName, onSignOut: leave }}>
        <h1 className="ui-hidden">{words('app')}</h1>
        <EmptyState icon="user" title={words('me.notAgent')}>
          <p>{words('me.notAgentText')}</p>
          <p>
            <a href="/regie/">{words('me.toRegie')}</a>
          </p>
        </EmptyState>
      </AppShell>
    )
  }
  return (
    <AppShell app={words('app')}>
      {person.error && !isStranger ? (
        <ErrorState
          number={person.error instanceof BugError ? person.error.number : undefined}
          onRetry={() => void person.refetch()}
        />
      ) : (
        <Loading />
      )}
    </AppShell>
  )
}
