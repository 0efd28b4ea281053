import { RefusalError } from '../shared/client-error.ts'
import type { Draft } from './draft.ts'

/** Why a reply is still in its field. */
export type Trouble =
  /** Newer messages came; they are on screen now, and sending again sends it. */
  | { kind: 'stale' }
  | { kind: 'refused'; sentence: string }
  /** Nobody answered: it may have arrived. Sending again sends it once. */
  | { kind: 'unsure' }

export interface ReplyState {
  text: string
  isSending: boolean
  trouble: Trouble | null
}

/** Sends one message; rejects as `ask` does. */
export type Send = (message: { id: string; body: string; seen: number }) => Promise<unknown>

/**
 * What an agent is writing to one citizen. The text stays in its field until the server has stored
 * it; the same text sent again is the same message, so it arrives once.
 */
export class Reply {
  private readonly draft: Draft
  private state: ReplyState = { text: '', isSending: false, trouble: null }
  private readonly listeners = new Set<() => void>()
  private tried: { id: string; body: string } | null = null

  constructor(draft: Draft) {
    this.draft = draft
    void draft.restore().then((text) => {
      if (text && this.state.text === '') this.become({ text })
    })
  }

  readonly snapshot = (): ReplyState => this.state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  type(text: string): void {
    if (this.state.isSending) return
    this.become({ text })
    this.draft.keep(text)
  }

  /** Sends what is written, by somebody who has seen the messages up to `seen`. True when stored. */
  async send(send: Send, seen: number): Promise<boolean> {
    const body = this.state.text.trim()
    if (body === '' || this.state.isSending) return false
    const message = this.tried?.body === body ? this.tried : { id: crypto.randomUUID(), body }
    this.tried = message
    this.become({ isSending: true, trouble: null })
    try {
      await send({ ...message, seen })
      this.tried = null
      this.become({ text: '', isSending: false })
      this.draft.keep('')
      this.draft.flush()
      return true
    } catch (error) {
      this.become({ isSending: false, trouble: troubleOf(error) })
      return false
    }
  }

  /** Saves at once what the server does not have yet. */
  flush(): void {
    this.draft.flush()
  }

  /** The contact is no longer ours: nothing of it stays on this computer. */
  close(): void {
    this.draft.forget()
    this.listeners.clear()
  }

  private become(change: Partial<ReplyState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }
}

function troubleOf(error: unknown): Trouble {
  if (!(error instanceof RefusalError)) return { kind: 'unsure' }
  if (error.code === 'chat.stale') return { kind: 'stale' }
  return { kind: 'refused', sentence: error.sentence }
}
