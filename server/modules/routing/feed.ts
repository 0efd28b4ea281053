import type { Tx } from '../../kit/db.ts'
import { endOf, next, type Place } from '../../kit/follow.ts'
import type { SettingsCache } from '../clients/index.ts'
import { type AgentState, readAgents } from './agent-store.ts'
import { AsWorld } from './as-world.ts'
import { readWaiting, staffOfContacts, type WaitingState } from './contact-store.ts'
import { RoutingIndex } from './decision/index-of.ts'

const batch = 500

/** Events after which nobody is more or less ready to take, or be taken. */
const quiet = new Set(['citizenWrote', 'agentWrote', 'rated', 'erased'])

/**
 * The index of the routing owner, kept true to the database. The two logs say *what* changed, and
 * wakes say it sooner; how it stands now is read from the rows. So the same news twice, or late,
 * does no harm, and what one of the two ways misses comes by the other.
 */
export class Feed {
  readonly index = new RoutingIndex()
  readonly waiting = new Map<string, WaitingState>()
  readonly asWorld: AsWorld
  readonly loadedAt: number
  private contactPlace: Place
  private agentPlace: Place
  private contacts = new Set<string>()
  private agents = new Set<string>()
  private readonly hidden = new Set<string>()

  private constructor(cache: SettingsCache, place: Place, now: number) {
    this.asWorld = new AsWorld(cache, now)
    this.loadedAt = now
    this.contactPlace = place
    this.agentPlace = place
    for (const queue of this.asWorld.queues()) this.index.putQueue(queue)
  }

  /** Everything there is. The place in the logs is taken first: what comes later comes again. */
  static async load(tx: Tx, cache: SettingsCache, now: number): Promise<Feed> {
    const feed = new Feed(cache, await endOf(tx), now)
    for (const agent of await readAgents(tx, now)) feed.putAgent(agent)
    for (const contact of await readWaiting(tx, now)) feed.putContact(contact)
    return feed
  }

  /** Something may have changed about a contact or an agent. */
  touch({ contact, agent }: { contact?: string; agent?: string }): void {
    if (contact) this.contacts.add(contact)
    if (agent) this.agents.add(agent)
  }

  /** Leaves a contact out of decisions for now, or takes it in again. */
  hide(contact: string, hidden: boolean): void {
    if (hidden) this.hidden.add(contact)
    else this.hidden.delete(contact)
    this.contacts.add(contact)
  }

  /** Brings the index up to what was committed before this. */
  async catchUp(tx: Tx, now: number): Promise<void> {
    await this.readLogs(tx)
    if (this.contacts.size > 0) await this.readContacts(tx, now)
    if (this.agents.size > 0) await this.readAgents(tx, now)
  }

  private async readLogs(tx: Tx): Promise<void> {
    type ContactRow = { contact_id: string; type: string }
    for (let more = true; more; ) {
      const { rows, place } = await next<ContactRow>(tx, 'contact_event', this.contactPlace, batch)
      for (const row of rows) if (!quiet.has(row.type)) this.contacts.add(row.contact_id)
      this.contactPlace = place
      more = rows.length === batch
    }
    for (let more = true; more; ) {
      const found = await next<{ staff_id: string }>(tx, 'agent_event', this.agentPlace, batch)
      for (const row of found.rows) this.agents.add(row.staff_id)
      this.agentPlace = found.place
      more = found.rows.length === batch
    }
  }

  private async readContacts(tx: Tx, now: number): Promise<void> {
    const ids = [...this.contacts]
    this.contacts = new Set()
    for (const staff of await staffOfContacts(tx, ids)) this.agents.add(staff)
    const gone = new Set(ids)
    for (const contact of await readWaiting(tx, now, ids)) {
      gone.delete(contact.contact)
      this.putContact(contact)
    }
    for (const id of gone) {
      this.waiting.delete(id)
      this.index.removeContact(id)
    }
  }

  private async readAgents(tx: Tx, now: number): Promise<void> {
    const ids = [...this.agents]
    this.agents = new Set()
    for (const agent of await readAgents(tx, now, ids)) this.putAgent(agent)
  }

  private putAgent(agent: AgentState): void {
    this.index.putAgent(this.asWorld.agent(agent))
  }

  private putContact(contact: WaitingState): void {
    this.waiting.set(contact.contact, contact)
    if (this.hidden.has(contact.contact)) this.index.removeContact(contact.contact)
    else this.index.putContact(this.asWorld.contact(contact))
  }
}
