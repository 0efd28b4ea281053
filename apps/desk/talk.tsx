import { useSyncExternalStore } from 'react'
import { Banner } from '../shared/ui/banner.tsx'
import { EmptyState } from '../shared/ui/empty-state.tsx'
import { Loading } from '../shared/ui/loading.tsx'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import { Composer } from './composer.tsx'
import { MessageList } from './message-list.tsx'
import { TalkBar } from './talk-bar.tsx'
import { may } from './work.ts'
import type { WorkPaneProps } from './work-pane.tsx'

/** A conversation: what can be done with it, what was said, and the answer that is being written. */
export function Talk({ work, kept, isMeant, label }: WorkPaneProps & { label: string }) {
  const words = useWords(deskWords)
  const { conversation } = kept
  const state = useSyncExternalStore(conversation.subscribe, conversation.snapshot)
  const { contact, engagement } = work
  const isOpen = may(work, 'reply')
  return (
    <section className="desk-talk" aria-label={label}>
      <TalkBar work={work} isUrgent={state.chat?.urgent ?? contact.urgent} />
      {state.refused ? (
        <EmptyState icon="info" title={words('empty.refused')}>
          {state.refused}
        </EmptyState>
      ) : state.chat ? (
        <MessageList conversation={conversation} state={state} />
      ) : (
        <div className="desk-messages">
          <Loading lines={5} />
        </div>
      )}
      {isOpen && contact.citizenLostAt !== null && (
        <Banner tone="warn" live="polite">
          {words('talk.lost')}
        </Banner>
      )}
      {engagement.state === 'hold' && <Banner tone="info">{words('talk.held')}</Banner>}
      {isOpen ? (
        <Composer work={work} kept={kept} state={state} isMeant={isMeant} />
      ) : (
        <p className="desk-over">
          {words(contact.state === 'over' ? 'talk.over' : 'talk.overElsewhere')}
        </p>
      )}
    </section>
  )
}
