import { useSyncExternalStore } from 'react'
import type { MessageView } from '../../server/modules/chat/contract.ts'
import { Badge } from '../shared/ui/badge.tsx'
import { Duration } from '../shared/ui/duration.tsx'
import { KeyHint } from '../shared/ui/key-hint.tsx'
import { StatePill } from '../shared/ui/state-pill.tsx'
import { useWords, type Words } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import { useDesk } from './desk-context.ts'
import { unansweredSince, unread } from './waiting.ts'
import { shownState, type Work } from './work.ts'

type WorkRowProps = {
  work: Work
  /** Its place in the list, from 1: Alt and this number lead to it. */
  place: number
  isChosen: boolean
}

/** A contact in hand: who, about what, what was said last, and how long they wait for us. */
export function WorkRow({ work, place, isChosen }: WorkRowProps) {
  const words = useWords(deskWords)
  const { known, shelf, choose } = useDesk()
  const { contact, engagement } = work
  const { conversation, reply } = shelf.of(contact.id)
  const { messages, seen, isTyping } = useSyncExternalStore(
    conversation.subscribe,
    conversation.snapshot,
  )
  const { text } = useSyncExternalStore(reply.subscribe, reply.snapshot)
  const isOpen = engagement.state === 'active' || engagement.state === 'hold'
  const since = isOpen ? unansweredSince(messages) : null
  const fresh = unread(messages, seen)
  const question = contact.questions.find(({ id }) => id === engagement.question)
  const theme = known.themeName(question?.theme ?? null)
  const isLost = isOpen && contact.citizenLostAt !== null
  return (
    <button
      type="button"
      className="desk-row"
      aria-current={isChosen}
      onClick={() => choose(engagement.id)}
    >
      <span className="desk-row-line">
        <strong>{theme ?? words('row.noTheme')}</strong>
        {place < 10 && <KeyHint keys={`alt+${place}`} />}
      </span>
      <span className="desk-row-line desk-soft">
        <span className="desk-cut">
          {known.lineName(contact.line)} · <span className="ui-figures">{contact.reference}</span>
        </span>
      </span>
      <span className="desk-row-line">
        <span className="desk-cut" data-fresh={fresh > 0 || undefined}>
          {isTyping ? words('talk.typing') : lastWords(messages.at(-1), words)}
        </span>
        {fresh > 0 && (
          <span className="desk-fresh">
            <span aria-hidden="true">{fresh}</span>
            <span className="ui-hidden">{words('row.unread', { count: fresh })}</span>
          </span>
        )}
      </span>
      <span className="desk-row-line desk-row-states">
        {since === null ? (
          <StatePill state={shownState(work)} />
        ) : (
          <StatePill state="waiting" label={words('row.waits')}>
            <Duration label={words('row.waits')} since={since} />
          </StatePill>
        )}
        {engagement.state === 'hold' && since !== null && <StatePill state="hold" />}
        {contact.urgent && <Badge tone="danger">{words('offer.urgent')}</Badge>}
        {isLost && <Badge tone="warn">{words('row.gone')}</Badge>}
        {text.trim() !== '' && !isChosen && <Badge>{words('row.draft')}</Badge>}
      </span>
    </button>
  )
}

function lastWords(message: MessageView | undefined, words: Words<typeof deskWords.nl>): string {
  if (!message) return words('row.noMessages')
  const { author, body, file } = message
  const said = file
    ? words('row.file', { name: file.name ?? words('talk.noName') })
    : (body ?? words('talk.erased'))
  return author === 'agent' ? words('row.you', { text: said }) : said
}
