import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { conversation, type MessageView } from '../../server/modules/chat/contract.ts'
import { ask } from '../shared/client.ts'
import { troubleOf } from '../shared/trouble.ts'
import { Banner } from '../shared/ui/banner.tsx'
import { Button } from '../shared/ui/button.tsx'
import { EmptyState } from '../shared/ui/empty-state.tsx'
import { Loading } from '../shared/ui/loading.tsx'
import { useShortcuts } from '../shared/ui/shortcuts.ts'
import { useWords } from '../shared/words/book.ts'
import { commonWords } from '../shared/words/common.ts'
import { useFormats } from '../shared/words/format.ts'
import { regieWords } from '../shared/words/regie.ts'
import type { Story } from './contact-page.tsx'
import { hasRole, type Me } from './me.ts'
import { mayRead } from './reading.ts'

/** The conversation itself: fetched only when somebody asks to read it (REGIE-6). */
export function ConversationPane({ me, story }: { me: Me; story: Story }) {
  const words = useWords(regieWords)
  const [isOpen, setOpen] = useState(false)
  const may = mayRead(story, hasRole(me, 'supervisor'))
  useShortcuts([
    {
      id: 'read',
      title: words('talk.show'),
      group: words('keys.contact'),
      keys: 'g',
      isDisabled: may !== 'yes' || isOpen,
      run: () => setOpen(true),
    },
  ])
  return (
    <section className="talk">
      <h2>{words('talk.title')}</h2>
      {may !== 'yes' && <p className="soft">{words(`talk.${may}`)}</p>}
      {may === 'yes' && !isOpen && (
        <>
          <p className="soft">{words('talk.logged')}</p>
          <Button icon="eye" keys="g" onPress={() => setOpen(true)}>
            {words('talk.show')}
          </Button>
        </>
      )}
      {may === 'yes' && isOpen && <Messages contact={story.contact.id} />}
    </section>
  )
}

function Messages({ contact }: { contact: string }) {
  const words = useWords(regieWords)
  const common = useWords(commonWords)
  const found = useQuery({
    queryKey: ['conversation', contact],
    queryFn: ({ signal }) => ask(conversation, { contact }, { signal }),
    gcTime: 0,
  })
  if (found.error)
    return (
      <Banner tone="danger" live="polite">
        {troubleOf(found.error, common)}
      </Banner>
    )
  if (!found.data) return <Loading />
  const { messages } = found.data
  if (messages.length === 0) return <EmptyState title={words('talk.empty')} />
  return (
    <ol className="messages">
      {messages.map((message) => (
        <Message key={message.id} message={message} />
      ))}
    </ol>
  )
}

function Message({ message }: { message: MessageView }) {
  const words = useWords(regieWords)
  const formats = useFormats()
  const { author, name, body, file, sentAt } = message
  const who = author === 'agent' ? (name ?? words('by.someone')) : words(`talk.${author}`)
  return (
    <li data-author={author}>
      <p className="soft">
        {who} · <time dateTime={new Date(sentAt).toISOString()}>{formats.exactTime(sentAt)}</time>
      </p>
      {file && (
        <p>
          <a href={`/files/${file.id}`}>{words('talk.file', { name: file.name ?? file.type })}</a>
        </p>
      )}
      {body !== null && body !== '' && <p className="message-body">{body}</p>}
      {body === null && !file && <p className="soft">{words('talk.erased')}</p>}
    </li>
  )
}
