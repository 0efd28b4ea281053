import type { ChatView } from '../../../server/modules/chat/contract.ts'
import { agentOf, isOver, type Talk } from './talk.ts'
import type { ChatWords } from './words/chat-words.ts'

const minuteMs = 60_000

/** How the conversation stands, in one or two sentences. */
export function statusText(talk: Talk, say: ChatWords): string {
  const { chat, connection } = talk
  if (isOver(talk)) return say.over
  if (connection === 'lost') return say.lost
  if (!chat) return say.connecting
  if (chat.state === 'talking') return chat.agent ? say.talking(chat.agent) : say.connected
  if (chat.state === 'held') return say.held(chat.agent ?? say.agent)
  const handedOn = agentOf(talk) !== null
  return [handedOn && say.handedOn, ...standingText(chat, say)].filter(Boolean).join(' ')
}

/** The place in the queue and the expected wait; minutes are rounded up. */
function standingText({ state, standing }: ChatView, say: ChatWords): string[] {
  if (state === 'offered') return [say.soon]
  if (!standing) return [say.inLine]
  const { position, expectedWaitMs } = standing
  const place = position <= 1 ? say.next : say.position(position)
  if (expectedWaitMs === null) return [place]
  return [place, say.wait(expectedWaitMs < minuteMs ? 0 : Math.ceil(expectedWaitMs / minuteMs))]
}

/** The reference in the groups in which it is read aloud: 482-173-9466 → 482 173 9466. */
export function spokenReference(reference: string): string {
  return reference.replaceAll('-', ' ')
}
