import type { Clock } from '../../kit/clock.ts'
import type { Stream } from '../../kit/live.ts'
import { conversation } from './conversation.ts'

/**
 * The live stream `chat:<contact>`, numbered by its messages. The citizen who watches it is present;
 * typing passes from one side to the other and is never stored.
 */
export function chatStream(clock: Clock): Stream {
  return {
    kind: 'chat',
    who: ['citizen', 'agent', 'supervisor'],
    topics: (id) => [`contact:${id}`, `standing:${id}`],
    read: async (tx, _caller, id, after) => {
      const { chat, messages } = await conversation(tx, id, after ?? 0, clock.now())
      return { number: messages.at(-1)?.number ?? after ?? 0, body: chat, news: messages }
    },
    subject: (id, caller) => (caller.kind === 'citizen' ? `contact:${id}` : null),
    signal: (_id, caller) => ({ from: caller.kind === 'citizen' ? 'citizen' : 'agent' }),
  }
}
