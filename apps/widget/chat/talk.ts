import type { ChatView, MessageView } from '../../../server/modules/chat/contract.ts'
import type { Connection } from '../../shared/live.ts'
import type { EmergencyNumbers, Outgoing } from '../kept.ts'

/** A message of our own that is not yet in the conversation as the server tells it. */
export interface Own extends Outgoing {
  state: 'sending' | 'sent' | 'refused'
  /** Why it was refused, for the person. */
  sentence: string
}

/** A conversation as this browser knows it. */
export interface Talk {
  /** Null until the server has told how it stands. */
  chat: ChatView | null
  messages: readonly MessageView[]
  own: readonly Own[]
  /** The number of the last message that was on screen. */
  seen: number
  emergency: EmergencyNumbers
  connection: Connection
  isAgentTyping: boolean
}

export const unknown: Talk = {
  chat: null,
  messages: [],
  own: [],
  seen: 0,
  emergency: [],
  connection: 'connecting',
  isAgentTyping: false,
}

/** The server told how it stands, and what is new; what was told before is not taken twice. */
export function heard(talk: Talk, chat: ChatView, news: readonly MessageView[]): Talk {
  const last = talk.messages.at(-1)?.number ?? 0
  const fresh = news.filter(({ number }) => number > last)
  const arrived = new Set(fresh.map(({ id }) => id))
  return {
    ...talk,
    chat,
    messages: [...talk.messages, ...fresh],
    own: talk.own.filter(({ id }) => !arrived.has(id)),
    isAgentTyping: talk.isAgentTyping && !fresh.some(({ author }) => author === 'agent'),
  }
}

/** The person wrote: shown at once, as being sent. */
export function wrote(talk: Talk, { id, body }: Outgoing): Talk {
  if (has(talk, id)) return talk
  return { ...talk, own: [...talk.own, { id, body, state: 'sending', sentence: '' }] }
}

/** The server has stored it; the conversation will tell it in its place. */
export function stored(talk: Talk, id: string): Talk {
  return become(talk, id, { state: 'sent' })
}

export function refused(talk: Talk, id: string, sentence: string): Talk {
  return become(talk, id, { state: 'refused', sentence })
}

/** The person takes a refused message back. */
export function withdrawn(talk: Talk, id: string): Talk {
  return { ...talk, own: talk.own.filter((one) => one.id !== id) }
}

/** Everything that came is on screen. */
export function seenAll(talk: Talk): Talk {
  return { ...talk, seen: talk.messages.at(-1)?.number ?? talk.seen }
}

/** How many messages of the other side have not been on screen. */
export function unreadOf({ messages, seen }: Talk): number {
  return messages.filter(({ author, number }) => author !== 'citizen' && number > seen).length
}

export function isOver({ chat }: Talk): boolean {
  return chat?.state === 'over' || chat?.state === 'closed'
}

/** Whether somebody answered: the name they go by, or null. */
export function agentOf({ chat, messages }: Talk): string | null {
  return chat?.agent ?? messages.findLast(({ author }) => author === 'agent')?.name ?? null
}

/** A conversation that took place can be rated, once. */
export function canRate({ chat, messages }: Talk): boolean {
  if (!chat || chat.rated || chat.endedAs === 'refused') return false
  const spoke = messages.some(({ author }) => author === 'agent')
  return spoke || chat.endedAs === 'handled' || (chat.state === 'over' && chat.endedAs === null)
}

function become(talk: Talk, id: string, change: Partial<Own>): Talk {
  return { ...talk, own: talk.own.map((one) => (one.id === id ? { ...one, ...change } : one)) }
}

function has({ messages, own }: Talk, id: string): boolean {
  return messages.some((one) => one.id === id) || own.some((one) => one.id === id)
}
