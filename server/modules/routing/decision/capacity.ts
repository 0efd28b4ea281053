import type { Agent, Channel, Queue } from './world.ts'

/**
 * What an agent can still take, as one number per channel: a line whose limit is above it fits one
 * more. Infinity: nothing more fits. So "how full" and "whose limit" meet in a single comparison.
 */
export type Floors = Readonly<Record<Channel, number>>

const SHUT: Floors = { call: Infinity, chat: Infinity, written: Infinity }

/** The queue's limit for a channel: how many of it one agent may have at once. */
export function limitOf(queue: Queue, channel: Channel): number {
  return channel === 'call' ? 1 : queue.atOnce[channel]
}

/**
 * A call wants an agent without call or chat; chats and written work fit beside each other, each up
 * to the smallest limit in hand, and neither beside a call. Written work never stands in the way.
 */
export function floorsOf(agent: Agent): Floors {
  if (agent.reasons.size > 0) return SHUT
  let chats = 0
  let chatLimit = Infinity
  let written = 0
  let writtenLimit = Infinity
  for (const { channel, atOnce } of agent.hand) {
    if (channel === 'call') return SHUT
    if (channel === 'chat') {
      chats++
      chatLimit = Math.min(chatLimit, atOnce)
    } else {
      written++
      writtenLimit = Math.min(writtenLimit, atOnce)
    }
  }
  return {
    call: chats === 0 ? 0 : Infinity,
    chat: chats < chatLimit ? chats : Infinity,
    written: written < writtenLimit ? written : Infinity,
  }
}
