import type { MessageView } from '../../server/modules/chat/contract.ts'
import { Icon } from '../shared/ui/icon.tsx'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import { useFormats } from '../shared/words/format.ts'

type MessageItemProps = {
  message: MessageView
  previous: MessageView | null
  /** The first that was not read when the conversation was opened. */
  isFirstNew: boolean
}

/** Within so long the same author is named once, in ms. */
const sameBreathMs = 120_000

export function MessageItem({ message, previous, isFirstNew }: MessageItemProps) {
  const words = useWords(deskWords)
  const formats = useFormats()
  const { author, name, body, file, sentAt } = message
  const goesOn =
    !isFirstNew &&
    previous?.author === author &&
    previous.name === name &&
    sentAt - previous.sentAt < sameBreathMs
  const who = author === 'agent' ? (name ?? words('talk.you')) : words(`talk.${author}`)
  return (
    <>
      {isFirstNew && <li className="desk-new">{words('talk.newLine')}</li>}
      <li className="desk-message" data-author={author} data-goes-on={goesOn || undefined}>
        <p className={goesOn ? 'ui-hidden' : 'desk-message-head'}>
          <strong>{who}</strong>{' '}
          <time dateTime={new Date(sentAt).toISOString()} title={formats.exactTime(sentAt)}>
            {formats.time(sentAt)}
          </time>
        </p>
        {file && <Attachment file={file} />}
        {body !== null && body !== '' && <p className="desk-message-body">{body}</p>}
        {body === null && !file && <p className="desk-soft">{words('talk.erased')}</p>}
      </li>
    </>
  )
}

function Attachment({ file }: { file: NonNullable<MessageView['file']> }) {
  const words = useWords(deskWords)
  const name = file.name ?? words('talk.noName')
  const address = `/files/${file.id}`
  return (
    <a className="desk-file" href={address} target="_blank" rel="noreferrer">
      {file.type.startsWith('image/') ? (
        <img src={address} alt={words('talk.loadImage', { name })} loading="lazy" />
      ) : (
        <Icon name="attach" />
      )}
      <span>
        <span className="ui-hidden">{words('talk.openFile', { name: '' })}</span>
        {name}{' '}
        <span className="desk-soft">
          {words('talk.size', { size: Math.max(1, Math.round(file.size / 1024)) })}
        </span>
      </span>
    </a>
  )
}
