import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react-aria-components'
import { maxMessage } from '../../server/modules/chat/contract.ts'
import { Button } from '../shared/ui/button.tsx'
import { useShortcuts } from '../shared/ui/shortcuts.ts'
import { TextArea } from '../shared/ui/text-area.tsx'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import { AttachButton } from './attach-button.tsx'
import { CannedList } from './canned-list.tsx'
import type { ConversationState } from './conversation.ts'
import type { Kept } from './shelf.ts'
import { useCannedPick } from './use-canned-pick.ts'
import { useSending } from './use-sending.ts'
import type { Work } from './work.ts'

type ComposerProps = { work: Work; kept: Kept; state: ConversationState; isMeant: boolean }

/** The answer being written. Enter sends; a slash offers canned answers. */
export function Composer({ work, kept, state, isMeant }: ComposerProps) {
  const words = useWords(deskWords)
  const field = useRef<HTMLTextAreaElement>(null)
  const sending = useSending(work, kept.reply, state.seen, field)
  const canned = useCannedPick(work.contact, sending.text, field, sending.type)
  useCursor(field, isMeant)

  function onKeyDown(event: KeyboardEvent): void {
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey
    if (event.nativeEvent.isComposing || !isPlain) event.continuePropagation()
    else if (canned.onKey(event.key)) event.preventDefault()
    else if (event.key === 'Enter') {
      event.preventDefault()
      void sending.send()
    } else event.continuePropagation()
  }

  return (
    <form
      className="desk-composer"
      onSubmit={(event) => {
        event.preventDefault()
        void sending.send()
      }}
    >
      {canned.isOpen && <CannedList {...canned} />}
      <TextArea
        label={words('write.label')}
        isLabelHidden
        placeholder={words('write.placeholder')}
        value={sending.text}
        onChange={(text) => {
          sending.type(text)
          canned.follow()
        }}
        onKeyDown={onKeyDown}
        maxLength={maxMessage}
        isReadOnly={sending.isSending}
        error={sending.error}
        inputRef={field}
        {...canned.fieldProps}
      />
      <ComposerActs contact={work.contact.id} sending={sending} onCanned={canned.openAll} />
    </form>
  )
}

type ComposerActsProps = {
  contact: string
  sending: ReturnType<typeof useSending>
  onCanned: () => void
}

function ComposerActs({ contact, sending, onCanned }: ComposerActsProps) {
  const words = useWords(deskWords)
  const { text, isSending, isStale } = sending
  return (
    <div className="desk-composer-acts">
      <AttachButton contact={contact} />
      <Button kind="quiet" icon="chat" onPress={onCanned}>
        {words('write.canned')}
      </Button>
      {text.length > maxMessage * 0.9 && (
        <span className="desk-soft ui-figures">
          {words('write.count', { count: text.length, max: maxMessage })}
        </span>
      )}
      <Button kind="primary" icon="send" type="submit" isPending={isSending}>
        {words(isStale ? 'write.sendAgain' : 'write.send')}
      </Button>
    </div>
  )
}

/** Puts the cursor at the end of the field when the agent turned to it, and on Alt+W. */
function useCursor(field: { current: HTMLTextAreaElement | null }, isMeant: boolean): void {
  const words = useWords(deskWords)
  useEffect(() => {
    const { current } = field
    if (!isMeant || !current) return
    current.focus()
    current.setSelectionRange(current.value.length, current.value.length)
  }, [field, isMeant])
  useShortcuts([
    {
      id: 'write',
      title: words('act.write'),
      group: words('act.group'),
      keys: 'alt+w',
      run: () => field.current?.focus(),
    },
  ])
}
