import { useQuery } from '@tanstack/react-query'
import type { Output } from '../../server/kit/contract.ts'
import { timeline } from '../../server/modules/contacts/contract.ts'
import { offerBecause } from '../../server/modules/routing/contract.ts'
import { ask } from '../shared/client.ts'
import { RefusalError } from '../shared/client-error.ts'
import { numberOf, troubleOf } from '../shared/trouble.ts'
import { Badge } from '../shared/ui/badge.tsx'
import { Button } from '../shared/ui/button.tsx'
import { EmptyState } from '../shared/ui/empty-state.tsx'
import { ErrorState } from '../shared/ui/error-state.tsx'
import { Loading } from '../shared/ui/loading.tsx'
import { useShortcuts } from '../shared/ui/shortcuts.ts'
import { StatePill } from '../shared/ui/state-pill.tsx'
import { useWords } from '../shared/words/book.ts'
import { commonWords } from '../shared/words/common.ts'
import { useFormats } from '../shared/words/format.ts'
import { regieWords } from '../shared/words/regie.ts'
import { ContactFacts } from './contact-facts.tsx'
import { ConversationPane } from './conversation-pane.tsx'
import { HandlingTable } from './handling-table.tsx'
import { useKnown } from './known.ts'
import type { Me } from './me.ts'
import { namesOf } from './names.ts'
import { NoteList } from './note-list.tsx'
import { PhaseBar } from './phase-bar.tsx'
import { goTo } from './place.ts'
import { Timeline } from './timeline.tsx'
import { Titled } from './titled.tsx'

export type Story = Output<typeof timeline>

/** One contact from its first second: what happened, why, and whose time it took. */
export function ContactPage({ me, contact }: { me: Me; contact: string }) {
  const words = useWords(regieWords)
  const story = useQuery({
    queryKey: ['timeline', contact],
    queryFn: ({ signal }) => ask(timeline, { contact }, { signal }),
    staleTime: 0,
    gcTime: 0,
  })
  const because = useQuery({
    queryKey: ['because', contact, story.dataUpdatedAt],
    queryFn: ({ signal }) => ask(offerBecause, { contact }, { signal }),
    enabled: story.data !== undefined,
    gcTime: 0,
  })
  const [group, refresh] = [words('keys.contact'), () => void story.refetch()]
  useShortcuts([
    {
      id: 'back',
      title: words('keys.back'),
      group,
      keys: 'escape',
      run: () => goTo({ page: 'board' }),
    },
    { id: 'refresh', title: words('contact.refresh'), group, keys: 'r', run: refresh },
    { id: 'print', title: words('contact.print'), group, keys: 'p', run: () => print() },
  ])
  if (story.data)
    return (
      <Loaded
        me={me}
        story={story.data}
        readAt={story.dataUpdatedAt}
        offers={because.data?.offers ?? []}
        onRefresh={refresh}
        isRefreshing={story.isFetching}
      />
    )
  return (
    <Titled title={words('keys.contact')}>
      <NotLoaded error={story.error} onRetry={refresh} />
    </Titled>
  )
}

function NotLoaded({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  const words = useWords(regieWords)
  const common = useWords(commonWords)
  if (error instanceof RefusalError && error.status === 404)
    return <EmptyState icon="search" title={words('contact.notFound')} />
  if (error)
    return (
      <ErrorState title={troubleOf(error, common)} number={numberOf(error)} onRetry={onRetry} />
    )
  return <Loading lines={8} />
}

type LoadedProps = {
  me: Me
  story: Story
  readAt: number
  offers: Output<typeof offerBecause>['offers']
  onRefresh: () => void
  isRefreshing: boolean
}

function Loaded({ me, story, readAt, offers, onRefresh, isRefreshing }: LoadedProps) {
  const words = useWords(regieWords)
  const formats = useFormats()
  const known = useKnown()
  const { contact } = story
  const names = namesOf(story, known, words)
  return (
    <article className="contact">
      <header className="contact-header">
        <h1>{words('contact.title', { reference: contact.reference })}</h1>
        <StatePill state={pillOf[contact.state]} />
        {contact.urgent && <Badge tone="danger">{words('waiting.urgent')}</Badge>}
        <p className="soft contact-as-of">
          {words('contact.asOf', { time: formats.exactTime(readAt) })}
        </p>
        <div className="acts">
          <Button icon="back" keys="escape" onPress={() => goTo({ page: 'board' })}>
            {words('contact.back')}
          </Button>
          <Button keys="r" isPending={isRefreshing} onPress={onRefresh}>
            {words('contact.refresh')}
          </Button>
          <Button keys="p" onPress={() => print()}>
            {words('contact.print')}
          </Button>
        </div>
      </header>
      <PhaseBar contact={contact} readAt={readAt} />
      <div className="contact-columns">
        <Timeline events={story.events} offers={offers} names={names} />
        <div className="contact-side">
          <ContactFacts contact={contact} names={names} />
          <HandlingTable handling={story.handling} names={names} />
          <NoteList notes={story.notes} names={names} />
          <ConversationPane me={me} story={story} />
        </div>
      </div>
    </article>
  )
}

const pillOf = {
  waiting: 'waiting',
  offered: 'offered',
  talking: 'active',
  held: 'hold',
  over: 'wrap-up',
  closed: 'closed',
} as const
