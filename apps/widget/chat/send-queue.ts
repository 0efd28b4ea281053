import type { Outgoing } from '../kept.ts'

/** What became of one try: stored; not now, so again; or refused for good. */
export type Sent = 'stored' | 'again' | 'refused'

export interface QueueParts {
  /** Sends a message with its own id, which makes a second try harmless. */
  send(message: Outgoing): Promise<Sent>
  /** Resolves after so many ms, or as soon as `wake` is called. */
  pause(ms: number): Promise<void>
  /** What is still to be sent, after every change. */
  changed(waiting: readonly Outgoing[]): void
}

const firstPauseMs = 500
const longestPauseMs = 8_000

/**
 * Messages on their way out: one after the other, in the order of writing, each tried until the
 * server has stored it or refused it. A message is never overtaken by a later one.
 */
export class SendQueue {
  private readonly parts: QueueParts
  private waiting: readonly Outgoing[] = []
  private isRunning = false
  private isStopped = false

  constructor(parts: QueueParts) {
    this.parts = parts
  }

  add(...messages: Outgoing[]): void {
    const known = new Set(this.waiting.map(({ id }) => id))
    this.become([...this.waiting, ...messages.filter(({ id }) => !known.has(id))])
    void this.run()
  }

  stop(): void {
    this.isStopped = true
  }

  private async run(): Promise<void> {
    if (this.isRunning) return
    this.isRunning = true
    let failures = 0
    for (let first = this.waiting[0]; first && !this.isStopped; first = this.waiting[0]) {
      const sent = await this.parts.send(first)
      if (sent === 'again') {
        await this.parts.pause(Math.min(longestPauseMs, firstPauseMs * 2 ** failures++))
        continue
      }
      failures = 0
      this.become(this.waiting.slice(1))
    }
    this.isRunning = false
  }

  private become(waiting: readonly Outgoing[]): void {
    this.waiting = waiting
    this.parts.changed(waiting)
  }
}
