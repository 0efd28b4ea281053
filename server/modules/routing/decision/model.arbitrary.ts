import { must } from '../../../kit/must.ts'
import { RoutingIndex } from './index-of.ts'
import { type Change, START } from './world.arbitrary.ts'
import type { Agent, Offer, Queue, WaitingContact, World } from './world.ts'

/** An index, and beside it the same changes as plain maps: what it must never differ from. */
export class Model {
  readonly queues = new Map<string, Queue>()
  readonly agents = new Map<string, Agent>()
  readonly contacts = new Map<string, WaitingContact>()
  readonly index = new RoutingIndex()
  now = START

  get world(): World {
    return {
      queues: [...this.queues.values()],
      agents: [...this.agents.values()],
      contacts: [...this.contacts.values()],
    }
  }

  apply(change: Change): void {
    if ('waitMs' in change) this.now += change.waitMs
    else if ('putQueue' in change) this.putQueue(change.putQueue)
    else if ('putAgent' in change) this.putAgent(change.putAgent)
    else if ('putContact' in change) this.putContact(change.putContact)
    else if ('finish' in change) {
      const agent = this.agents.get(change.finish)
      if (agent) this.putAgent({ ...agent, hand: agent.hand.slice(1), idleSince: this.now })
    } else this.remove(change.remove)
  }

  take(offer: Offer): void {
    const agent = must(this.agents.get(offer.agent))
    this.agents.set(agent.id, { ...agent, hand: [...agent.hand, offer.inHand] })
    this.contacts.delete(offer.contact)
  }

  private putQueue(queue: Queue): void {
    this.queues.set(queue.id, queue)
    this.index.putQueue(queue)
  }

  private putAgent(agent: Agent): void {
    this.agents.set(agent.id, agent)
    this.index.putAgent(agent)
  }

  private putContact(contact: WaitingContact): void {
    this.contacts.set(contact.id, contact)
    this.index.putContact(contact)
  }

  private remove(id: string): void {
    this.queues.delete(id)
    this.agents.delete(id)
    this.contacts.delete(id)
    this.index.removeQueue(id)
    this.index.removeAgent(id)
    this.index.removeContact(id)
  }
}
