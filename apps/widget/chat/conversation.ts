import type { Input } from '../../../server/kit/contract.ts'
import type {
  ChatView,
  leaveChat,
  MessageView,
  rateChat,
  say,
} from '../../../server/modules/chat/contract.ts'
import { RefusalError } from '../../shared/client-error.ts'
import { Live } from '../../shared/live.ts'
import type { KeptChat, Outgoing } from '../kept.ts'
import type { ChatHost } from './chat-host.ts'
import { SendQueue, type Sent } from './send-queue.ts'
import * as talks from './talk.ts'
import { newUuid } from './token.ts'

/** Typing is told at most so often, and shown for so long after the last sign, in ms. */
const typingEveryMs = 2_500
const typingLastsMs = 5_000

export interface ConversationParts {
  host: ChatHost
  kept: KeptChat & { contact: string }
  /** The state differs from before. */
  changed(talk: talks.Talk, before: talks.Talk): void
  /** The server knows no such conversation (any more). */
  gone(): void
}

/** One conversation that was started: follows it live, and sends what the person writes. */
export class Conversation {
  private readonly parts: ConversationParts
  private readonly stream: string
  private readonly live: Live
  private readonly queue: SendQueue
  private readonly beat: ReturnType<typeof setInterval>
  private readonly stopping = new AbortController()
  private state: talks.Talk
  private wakeQueue: () => void = () => {}
  private typedAt = 0
  private typingEnds: ReturnType<typeof setTimeout> | undefined
  private leaveKey = newUuid()

  constructor(parts: ConversationParts) {
    this.parts = parts
    const { host, kept } = parts
    this.stream = `chat:${kept.contact}`
    this.state = { ...talks.unknown, emergency: kept.emergency, seen: kept.seen }
    this.live = new Live({
      open: () => new WebSocket(`${host.origin.replace(/^http/, 'ws')}/live`),
      now: () => Date.now(),
      random: Math.random,
      onSessionEnded: () => this.parts.gone(),
      hello: () => kept.token,
    })
    this.queue = new SendQueue({
      send: (message) => this.send(message),
      pause: (ms) => this.pause(ms),
      changed: (outgoing) => this.keep({ outgoing: [...outgoing] }),
    })
    this.beat = setInterval(() => this.live.beat(), 1_000)
    this.follow()
    this.takeBack(kept.outgoing)
  }

  get talk(): talks.Talk {
    return this.state
  }

  write(body: string): void {
    const message = { id: newUuid(), body }
    this.become(talks.wrote(this.state, message))
    this.queue.add(message)
  }

  /** The person types: the other side may know. */
  typing(): void {
    if (Date.now() - this.typedAt < typingEveryMs) return
    this.typedAt = Date.now()
    this.live.signal(this.stream)
  }

  seen(): void {
    const { seen } = this.state
    this.become(talks.seenAll(this.state))
    if (this.state.seen !== seen) this.keep({ seen: this.state.seen })
  }

  withdraw(id: string): void {
    this.become(talks.withdrawn(this.state, id))
  }

  /** Also called when another tab left something to be sent. */
  takeBack(outgoing: readonly Outgoing[]): void {
    for (const message of outgoing) this.become(talks.wrote(this.state, message))
    this.queue.add(...outgoing)
  }

  leave(): Promise<unknown> {
    return this.ask<typeof leaveChat>('chat.leaveChat', {}, this.leaveKey)
  }

  rate(marks: Input<typeof rateChat>, key: string): Promise<unknown> {
    return this.ask<typeof rateChat>('chat.rateChat', marks, key)
  }

  stop(): void {
    this.stopping.abort()
    clearInterval(this.beat)
    clearTimeout(this.typingEnds)
    this.queue.stop()
    this.live.close()
  }

  private ask<P extends typeof leaveChat | typeof rateChat | typeof say>(
    name: P['name'],
    input: Input<P>,
    key: string,
  ) {
    return this.parts.host.ask<P>(name, input, { key, token: this.parts.kept.token })
  }

  private follow(): void {
    const { signal } = this.stopping
    this.live.onConnection(() => this.connected())
    this.live.watch(this.stream, {
      take: (body, news) => this.take(body as ChatView, news as MessageView[]),
      signal: (from) => from === 'agent' && this.agentTypes(),
      refused: () => this.parts.gone(),
    })
    const resume = () => {
      this.live.resume()
      this.wakeQueue()
    }
    addEventListener('online', resume, { signal })
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState === 'visible') resume()
      },
      { signal },
    )
  }

  private connected(): void {
    this.become({ ...this.state, connection: this.live.connection })
    if (this.live.connection === 'open') this.wakeQueue()
  }

  private take(chat: ChatView, news: readonly MessageView[]): void {
    this.become(talks.heard(this.state, chat, news))
    if (talks.isOver(this.state)) this.ended()
  }

  /** Ended for good: nothing is sent any more, and it may be forgotten after a while. */
  private ended(): void {
    if (this.parts.host.keep.read().chat?.endedAt === null) this.keep({ endedAt: Date.now() })
  }

  private async send(message: Outgoing): Promise<Sent> {
    try {
      const { emergency } = await this.ask<typeof say>('chat.say', message, message.id)
      this.become(talks.stored(this.state, message.id))
      if (emergency.length > 0) {
        this.become({ ...this.state, emergency })
        this.keep({ emergency })
      }
      return 'stored'
    } catch (error) {
      if (!(error instanceof RefusalError) || error.code === 'kit.tooMany') return 'again'
      this.become(talks.refused(this.state, message.id, error.sentence))
      return 'refused'
    }
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.wakeQueue = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  private agentTypes(): void {
    clearTimeout(this.typingEnds)
    this.become({ ...this.state, isAgentTyping: true })
    this.typingEnds = setTimeout(
      () => this.become({ ...this.state, isAgentTyping: false }),
      typingLastsMs,
    )
  }

  private keep(part: Partial<KeptChat>): void {
    this.parts.host.keep.changeChat(this.parts.kept.token, part)
  }

  private become(talk: talks.Talk): void {
    const before = this.state
    this.state = talk
    if (talk !== before) this.parts.changed(talk, before)
  }
}
