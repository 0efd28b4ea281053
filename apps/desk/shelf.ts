import type { Watcher } from '../shared/live.ts'
import { Conversation } from './conversation.ts'
import { Draft, type DraftParts } from './draft.ts'
import { Reply } from './reply.ts'

/** What this desk keeps of one contact in hand. */
export interface Kept {
  conversation: Conversation
  reply: Reply
}

interface Held extends Kept {
  stop(): void
}

export interface ShelfParts {
  drafts: DraftParts
  watch(stream: string, watcher: Watcher): () => void
}

/**
 * The conversations in hand, each apart, so that turning to another is at once and what was written
 * stands. A contact that is no longer in hand leaves nothing here.
 */
export class Shelf {
  private readonly parts: ShelfParts
  private readonly staff: string
  private readonly held = new Map<string, Held>()

  constructor(parts: ShelfParts, staff: string) {
    this.parts = parts
    this.staff = staff
  }

  /** Takes up what is new in hand and lets go of what no longer is. */
  keep(contacts: readonly string[]): void {
    for (const contact of contacts) this.of(contact)
    for (const [contact, held] of this.held) {
      if (contacts.includes(contact)) continue
      this.held.delete(contact)
      held.stop()
      held.conversation.close()
      held.reply.close()
    }
  }

  /** What is kept of a contact in hand. */
  of(contact: string): Kept {
    const known = this.held.get(contact)
    if (known) return known
    const conversation = new Conversation(contact)
    const reply = new Reply(new Draft(this.parts.drafts, this.staff, contact))
    const stop = this.parts.watch(`chat:${contact}`, conversation)
    const held = { conversation, reply, stop }
    this.held.set(contact, held)
    return held
  }

  /** Saves every draft that the server does not have yet. */
  flush(): void {
    for (const { reply } of this.held.values()) reply.flush()
  }

  /** The agent signs out: nothing stays on this computer. */
  clear(): void {
    this.keep([])
  }
}
