import { useLayoutEffect, useRef, useState } from 'react'
import { Button } from '../shared/ui/button.tsx'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import type { Conversation, ConversationState } from './conversation.ts'
import { MessageItem } from './message-item.tsx'
import { useSeen } from './use-seen.ts'
import { unread } from './waiting.ts'

type MessageListProps = { conversation: Conversation; state: ConversationState }

/** Within so many pixels of the end one is reading the end. */
const nearEnd = 40

/** What was said, oldest first. It stays at the end while one reads there, and still when one does not. */
export function MessageList({ conversation, state }: MessageListProps) {
  const words = useWords(deskWords)
  const { messages, seen, isTyping } = state
  const [seenAtStart] = useState(seen)
  const [isAtEnd, setAtEnd] = useState(true)
  const log = useRef<HTMLDivElement>(null)
  const last = messages.at(-1)?.number ?? 0
  useSeen(conversation, last, isAtEnd)

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown at the end has changed
  useLayoutEffect(() => {
    if (isAtEnd && log.current) log.current.scrollTop = log.current.scrollHeight
  }, [last, isTyping, isAtEnd])

  const below = isAtEnd ? 0 : unread(messages, seen)
  const answered = messages.findLast(({ author }) => author === 'agent')?.number ?? 0
  const firstNew = messages.find(
    ({ number, author }) => number > Math.max(seenAtStart, answered) && author === 'citizen',
  )
  return (
    <div className="desk-messages-frame">
      <div
        ref={log}
        className="desk-messages"
        role="log"
        aria-label={words('talk.messages')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
        tabIndex={0}
        onScroll={({ currentTarget: at }) =>
          setAtEnd(at.scrollHeight - at.scrollTop - at.clientHeight < nearEnd)
        }
      >
        <ol>
          {messages.map((message, index) => (
            <MessageItem
              key={message.id}
              message={message}
              previous={messages[index - 1] ?? null}
              isFirstNew={message === firstNew && seenAtStart > 0}
            />
          ))}
        </ol>
        <p className="desk-typing" role="status">
          {isTyping && words('talk.typing')}
        </p>
      </div>
      {below > 0 && (
        <div className="desk-below">
          <Button kind="primary" icon="expand" onPress={() => setAtEnd(true)}>
            {words('talk.newBelow', { count: below })}
          </Button>
        </div>
      )}
    </div>
  )
}
