import type { ChatView, MessageView } from '../../server/modules/chat/contract.ts'
import type { Watcher } from '../shared/live.ts'
import { seenAtFirst } from './waiting.ts'

export interface ConversationState {
  /** Null until the server has said how it stands. */
  chat: ChatView | null
  /** In order, each once. */
  messages: readonly MessageView[]
  /** The number of the last message that has been on screen, long enough to be read. */
  seen: number
  isTyping: boolean
  /** Why the server will not show it. */
  refused: string | null
}

const empty: ConversationState = {
  chat: null,
  messages: [],
  seen: 0,
  isTyping: false,
  refused: null,
}

/** A sign of typing holds for so long, in ms. */
const typingMs = 4_000

/**
 * One conversation on this desk. It belongs to one contact for ever: a screen that turns to another
 * contact turns to another object, so that nothing that comes late can land in the wrong place.
 */
export class Conversation implements Watcher {
  readonly contact: string
  private state = empty
  private readonly listeners = new Set<() => void>()
  private typing: ReturnType<typeof setTimeout> | undefined

  constructor(contact: string) {
    this.contact = contact
  }

  readonly snapshot = (): ConversationState => this.state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  take(body: unknown, news: readonly unknown[]): void {
    const chat = body as ChatView
    if (chat.contact !== this.contact) return
    const messages = merge(this.state.messages, news as MessageView[])
    const isFirst = this.state.chat === null
    const seen = isFirst ? Math.max(this.state.seen, seenAtFirst(messages)) : this.state.seen
    const wrote = (news as MessageView[]).some(({ author }) => author === 'citizen')
    this.become({ chat, messages, seen, ...(wrote ? { isTyping: false } : {}) })
  }

  signal(from: string): void {
    if (from !== 'citizen') return
    clearTimeout(this.typing)
    this.typing = setTimeout(() => this.become({ isTyping: false }), typingMs)
    this.become({ isTyping: true })
  }

  refused(_code: string, sentence: string): void {
    this.become({ refused: sentence })
  }

  /** The messages up to this number have been read. */
  markSeen(number: number): void {
    if (number > this.state.seen) this.become({ seen: number })
  }

  close(): void {
    clearTimeout(this.typing)
    this.listeners.clear()
  }

  private become(change: Partial<ConversationState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }
}

/** The messages of both, each number once; what is newer of the same number stands. */
function merge(
  known: readonly MessageView[],
  news: readonly MessageView[],
): readonly MessageView[] {
  if (news.length === 0) return known
  const byNumber = new Map([...known, ...news].map((message) => [message.number, message]))
  return [...byNumber.values()].sort((a, b) => a.number - b.number)
}
