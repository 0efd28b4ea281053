import type { MessageView } from '../../server/modules/chat/contract.ts'

/** Since when the citizen waits for an answer, epoch ms: their first message that has none. */
export function unansweredSince(messages: readonly MessageView[]): number | null {
  const answered = messages.findLastIndex(({ author }) => author === 'agent')
  const first = messages.slice(answered + 1).find(({ author }) => author === 'citizen')
  return first?.sentAt ?? null
}

/** How many messages of the citizen came after the last that was on screen. */
export function unread(messages: readonly MessageView[], seen: number): number {
  return messages.filter(({ author, number }) => author === 'citizen' && number > seen).length
}

/**
 * What counts as seen when a conversation opens anew, after a reload or a transfer: all that has an
 * answer, and what is not the citizen's.
 */
export function seenAtFirst(messages: readonly MessageView[]): number {
  const first = messages.findLastIndex(({ author }) => author === 'agent')
  const open = messages.slice(first + 1).find(({ author }) => author === 'citizen')
  return open ? open.number - 1 : (messages.at(-1)?.number ?? 0)
}
