import type { Stream } from '../../kit/live.ts'
import { conversation } from './conversation.ts'
import type { Parts } from './parts.ts'

/**
 * The live stream `chat:<contact>`, numbered by its messages. The citizen who watches it is present;
 * typing passes from one side to the other and is never stored.
 */
export function chatStream({
  clock,
  cache,
  audit,
}: Pick<Parts, 'clock' | 'cache' | 'audit'>): Stream {
  return {
    kind: 'chat',
    who: ['citizen', 'agent', 'supervisor'],
    topics: (id) => [`contact:${id}`, `standing:${id}`],
    read: async (tx, caller, id, after) => {
      const asked = { caller, id, after: after ?? 0, now: clock.now() }
      const { chat, messages } = await conversation(tx, cache, asked)
      return { number: messages.at(-1)?.number ?? after ?? 0, body: chat, news: messages }
    },
    watched: async (tx, caller, id) => {
      if (caller.kind !== 'staff') return
      const about = { kind: 'contact', id }
      const entry = { at: clock.now(), staff: caller.id, action: 'chat.watch', about }
      await audit(tx, { ...entry, kind: 'read' })
    },
    subject: (id, caller) => (caller.kind === 'citizen' ? `contact:${id}` : null),
    signal: (_id, caller) => ({ from: caller.kind === 'citizen' ? 'citizen' : 'agent' }),
  }
}
