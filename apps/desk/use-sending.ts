import { type RefObject, useRef, useState, useSyncExternalStore } from 'react'
import { reply as replyContract } from '../../server/modules/chat/contract.ts'
import { ask } from '../shared/client.ts'
import { live } from '../shared/live-page.ts'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import type { Reply } from './reply.ts'
import type { Work } from './work.ts'

/** At most one sign of typing in so many ms. */
const signalMs = 2_000

/** Writing and sending the answer to a contact, and in words why it was not sent. */
export function useSending(
  { contact, engagement }: Work,
  reply: Reply,
  seen: number,
  field: RefObject<HTMLTextAreaElement | null>,
) {
  const words = useWords(deskWords)
  const { text, isSending, trouble } = useSyncExternalStore(reply.subscribe, reply.snapshot)
  const [blank, setBlank] = useState<string | null>(null)
  const signalledAt = useRef(0)

  function type(next: string): void {
    setBlank(null)
    reply.type(next)
    if (next === '' || Date.now() - signalledAt.current < signalMs) return
    signalledAt.current = Date.now()
    live.signal(`chat:${contact.id}`)
  }

  async function send(): Promise<void> {
    const left = /\{\{\w+\}\}/.exec(text)
    setBlank(left && words('write.blank', { blank: left[0] }))
    if (left) return
    const mine = { contact: contact.id, engagement: engagement.id }
    await reply.send((message) => ask(replyContract, { ...mine, ...message }), seen)
    field.current?.focus()
  }

  const refused = trouble?.kind === 'refused' ? trouble.sentence : undefined
  const other = trouble && trouble.kind !== 'refused' ? words(`write.${trouble.kind}`) : undefined
  return {
    text,
    isSending,
    isStale: trouble?.kind === 'stale',
    type,
    send,
    error: blank ?? refused ?? other,
  }
}
