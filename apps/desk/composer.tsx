import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { KeyboardEvent } from 'react-aria-components'
import { maxMessage, reply as replyContract } from '../../server/modules/chat/contract.ts'
import { ask } from '../shared/client.ts'
import { live } from '../shared/live-page.ts'
import { Button } from '../shared/ui/button.tsx'
import { useShortcuts } from '../shared/ui/shortcuts.ts'
import { TextArea } from '../shared/ui/text-area.tsx'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import { AttachButton } from './attach-button.tsx'
import { CannedList } from './canned-list.tsx'
import type { ConversationState } from './conversation.ts'
import type { Trouble } from './reply.ts'
import type { Kept } from './shelf.ts'
import { useCannedPick } from './use-canned-pick.ts'
import type { Work } from './work.ts'

type ComposerProps = { work: Work; kept: Kept; state: ConversationState; isMeant: boolean }

/** At most one sign of typing in so many ms. */
const signalMs = 2_000

/** The answer being written. Enter sends; a slash offers canned answers. */
export function Composer({ work, kept, state, isMeant }: ComposerProps) {
  const words = useWords(deskWords)
  const { reply } = kept
  const { text, isSending, trouble } = useSyncExternalStore(reply.subscribe, reply.snapshot)
  const field = useRef<HTMLTextAreaElement>(null)
  const signalledAt = useRef(0)
  const { contact, engagement } = work
  const [blank, setBlank] = useState<string | null>(null)
  const canned = useCannedPick(contact, text, field, (next) => reply.type(next))

  useEffect(() => {
    const { current } = field
    if (!isMeant || !current) return
    current.focus()
    current.setSelectionRange(current.value.length, current.value.length)
  }, [isMeant])

  useShortcuts([
    {
      id: 'write',
      title: words('act.write'),
      group: words('act.group'),
      keys: 'alt+w',
      run: () => field.current?.focus(),
    },
  ])

  function type(next: string): void {
    setBlank(null)
    reply.type(next)
    canned.follow()
    if (next === '' || Date.now() - signalledAt.current < signalMs) return
    signalledAt.current = Date.now()
    live.signal(`chat:${contact.id}`)
  }

  async function send(): Promise<void> {
    const left = /\{\{\w+\}\}/.exec(text)
    setBlank(left && words('write.blank', { blank: left[0] }))
    if (left) return
    const mine = { contact: contact.id, engagement: engagement.id }
    await reply.send((message) => ask(replyContract, { ...mine, ...message }), state.seen)
    field.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey
    if (event.nativeEvent.isComposing || !isPlain) event.continuePropagation()
    else if (canned.onKey(event.key)) event.preventDefault()
    else if (event.key === 'Enter') {
      event.preventDefault()
      void send()
    } else event.continuePropagation()
  }

  const error = blank ?? troubleText(trouble, words)
  return (
    <form
      className="desk-composer"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {canned.isOpen && <CannedList {...canned} />}
      <TextArea
        label={words('write.label')}
        isLabelHidden
        placeholder={words('write.placeholder')}
        rows={2}
        value={text}
        onChange={type}
        onKeyDown={onKeyDown}
        maxLength={maxMessage}
        isReadOnly={isSending}
        error={error}
        inputRef={field}
        {...canned.fieldProps}
      />
      <div className="desk-composer-acts">
        <AttachButton contact={contact.id} />
        <Button kind="quiet" icon="chat" onPress={canned.openAll}>
          {words('write.canned')}
        </Button>
        {text.length > maxMessage * 0.9 && (
          <span className="desk-soft ui-figures">
            {words('write.count', { count: text.length, max: maxMessage })}
          </span>
        )}
        <Button kind="primary" icon="send" type="submit" isPending={isSending}>
          {words(trouble?.kind === 'stale' ? 'write.sendAgain' : 'write.send')}
        </Button>
      </div>
    </form>
  )
}

function troubleText(
  trouble: Trouble | null,
  words: ReturnType<typeof useWords<(typeof deskWords)['nl']>>,
): string | undefined {
  if (!trouble) return undefined
  return trouble.kind === 'refused' ? trouble.sentence : words(`write.${trouble.kind}`)
}
