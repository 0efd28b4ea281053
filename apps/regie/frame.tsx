import { type ReactNode, useEffect, useRef } from 'react'
import { useSession } from '../shared/client-session.ts'
import { leave } from '../shared/leave.ts'
import { useConnection } from '../shared/live-page.ts'
import { AppShell } from '../shared/ui/app-shell.tsx'
import { Banner } from '../shared/ui/banner.tsx'
import { Button } from '../shared/ui/button.tsx'
import { useShortcuts } from '../shared/ui/shortcuts.ts'
import { useWords } from '../shared/words/book.ts'
import { commonWords } from '../shared/words/common.ts'
import { regieWords } from '../shared/words/regie.ts'
import { type Me, roleOf, seesBoard, seesTrail } from './me.ts'
import { addressOf, goTo, type Place } from './place.ts'
import { ReferenceSearch } from './reference-search.tsx'
import { moveRow } from './row-keys.ts'
import { signIn } from './sign-in.ts'

type FrameProps = { me: Me; place: Place; children: ReactNode }

/** The bar with the pages of Regie and the search, and what holds for the whole screen. */
export function Frame({ me, place, children }: FrameProps) {
  const words = useWords(regieWords)
  const search = useRef<HTMLInputElement>(null)
  const trail = words(seesTrail(me) ? 'nav.trail' : 'nav.mine')
  const [rows, go] = [words('keys.rows'), words('keys.go')]
  const hasBoard = seesBoard(me)
  useFocusOnArrival(addressOf(place))
  useShortcuts([
    { id: 'next', title: words('keys.nextRow'), group: rows, keys: 'j', run: () => moveRow(1) },
    {
      id: 'before',
      title: words('keys.previousRow'),
      group: rows,
      keys: 'k',
      run: () => moveRow(-1),
    },
    { id: 'trail', title: trail, group: go, keys: 't', run: () => goTo({ page: 'trail' }) },
    {
      id: 'board',
      title: words('nav.board'),
      group: go,
      keys: 'b',
      isDisabled: !hasBoard,
      run: () => goTo({ page: 'board' }),
    },
    {
      id: 'search',
      title: words('keys.search'),
      group: go,
      keys: '/',
      isDisabled: !hasBoard,
      run: () => search.current?.focus(),
    },
  ])
  return (
    <AppShell
      app={words('app')}
      tools={
        <>
          <nav aria-label={words('nav.label')} className="pages">
            {hasBoard && (
              <PageLink to={{ page: 'board' }} isHere={place.page !== 'trail'}>
                {words('nav.board')}
              </PageLink>
            )}
            <PageLink to={{ page: 'trail' }} isHere={place.page === 'trail' || !hasBoard}>
              {trail}
            </PageLink>
          </nav>
          {hasBoard && <ReferenceSearch inputRef={search} />}
        </>
      }
      user={{ name: me.givenName, detail: words(`role.${roleOf(me)}`), onSignOut: leave }}
      banner={<Banners />}
    >
      {children}
    </AppShell>
  )
}

/** Who goes to another page is read that page, and its keys work: the focus goes along. */
function useFocusOnArrival(address: string): void {
  const last = useRef(address)
  useEffect(() => {
    if (last.current === address) return
    last.current = address
    document.getElementById('content')?.focus()
  }, [address])
}

function PageLink({ to, isHere, children }: { to: Place; isHere: boolean; children: ReactNode }) {
  return (
    <a href={addressOf(to)} {...(isHere ? { 'aria-current': 'page' } : {})}>
      {children}
    </a>
  )
}

/** Says that what is on screen no longer moves, and why. */
function Banners() {
  const words = useWords(regieWords)
  const common = useWords(commonWords)
  const connection = useConnection()
  if (useSession() === 'ended')
    return (
      <Banner
        tone="warn"
        live="assertive"
        title={words('session.title')}
        actions={<Button onPress={signIn}>{words('session.again')}</Button>}
      >
        {words('session.text')}
      </Banner>
    )
  if (connection !== 'lost') return null
  return (
    <Banner tone="warn" live="assertive">
      {common('connection.lost')}
    </Banner>
  )
}
