import { must } from '../../../kit/must.ts'
import { sameEligibility } from './eligible.ts'
import { type Lane, laneKey } from './lane.ts'
import { Lanes } from './lanes.ts'
import { Pools } from './pools.ts'
import { type Seat, Seats } from './seats.ts'
import { stepsOf } from './steps.ts'
import type { Agent, InHand, Queue, WaitingContact, World } from './world.ts'

type Place = { readonly contact: WaitingContact; lane: Lane | undefined }
type QueueState = { readonly queue: Queue; readonly lanes: Map<number | string, Lane> }

export function indexOf(world: World): RoutingIndex {
  const index = new RoutingIndex()
  for (const queue of world.queues) index.putQueue(queue)
  for (const agent of world.agents) index.putAgent(agent)
  for (const contact of world.contacts) index.putContact(contact)
  return index
}

/**
 * The world of a decision, kept so that a decision need not search it: waiting contacts in lanes,
 * agents in pools. Each `put` takes a whole record and replaces what was there under that id; each
 * `remove` of something unknown changes nothing. Records are kept, not copied: never change one.
 * A contact whose queue is unknown waits unseen until the queue is put.
 */
export class RoutingIndex {
  readonly seats = new Seats()
  readonly pools = new Pools(this.seats)
  readonly lanes = new Lanes(this.pools)
  readonly #queues = new Map<string, QueueState>()
  readonly #places = new Map<string, Place>()
  /** Contacts that wait for one colleague only. */
  readonly #held = new Set<Place>()

  /** Lays the queue's lanes and pools afresh, and the lanes that overflow to it. */
  putQueue(queue: Queue): void {
    this.#reshape(queue.id, () => this.#queues.set(queue.id, { queue, lanes: new Map() }))
  }

  removeQueue(id: string): void {
    this.#reshape(id, () => this.#queues.delete(id))
  }

  putContact(contact: WaitingContact): void {
    this.removeContact(contact.id)
    const place: Place = { contact, lane: undefined }
    this.#places.set(contact.id, place)
    if (contact.onlyAgent !== undefined) this.#held.add(place)
    this.#lay(place)
  }

  removeContact(id: string): void {
    const place = this.#places.get(id)
    if (place === undefined) return
    this.#places.delete(id)
    this.#held.delete(place)
    this.#lift(place)
  }

  putAgent(agent: Agent): void {
    const seat = this.seats.get(agent.id)
    if (seat !== undefined && sameEligibility(seat.agent, agent)) {
      this.pools.changeAgent(seat, agent)
      return
    }
    this.removeAgent(agent.id)
    this.pools.joinAll(this.seats.add(agent))
  }

  removeAgent(id: string): void {
    const seat = this.seats.get(id)
    if (seat === undefined) return
    this.pools.leaveAll(seat)
    this.seats.remove(seat)
  }

  queue(id: string): Queue | undefined {
    return this.#queues.get(id)?.queue
  }

  contact(id: string): WaitingContact | undefined {
    return this.#places.get(id)?.contact
  }

  agent(id: string): Agent | undefined {
    return this.seats.get(id)?.agent
  }

  /** The lanes of a queue, empty ones too. */
  lanesOf(queue: string): Iterable<Lane> {
    return this.#queues.get(queue)?.lanes.values() ?? []
  }

  laneOf(contact: string): Lane | undefined {
    return this.#places.get(contact)?.lane
  }

  /** Brings time up to date: overflow opens, what was held for one colleague opens to all. */
  advance(now: number): void {
    for (const place of this.#held) {
      if (now < must(place.contact.onlyAgent).until) continue
      this.#held.delete(place)
      this.#lift(place)
      this.#lay(place)
    }
    this.lanes.advance(now)
  }

  /** From waiting to offered: out of the lane, into the agent's hand. */
  take(contact: string, seat: Seat, inHand: InHand): void {
    this.removeContact(contact)
    this.pools.changeAgent(seat, { ...seat.agent, hand: [...seat.agent.hand, inHand] })
  }

  #lay(place: Place): void {
    const { contact } = place
    const state = this.#queues.get(contact.queue)
    if (state === undefined) return
    const heldFor = this.#held.has(place) ? must(contact.onlyAgent).id : null
    const key = laneKey(contact, heldFor)
    let lane = state.lanes.get(key)
    if (lane === undefined) {
      lane = this.lanes.add(key, state.queue, contact, heldFor, stepsOf(this, contact, heldFor))
      state.lanes.set(key, lane)
    }
    place.lane = lane
    this.lanes.enter(lane, contact)
  }

  #lift(place: Place): void {
    const { lane, contact } = place
    if (lane === undefined) return
    place.lane = undefined
    this.lanes.leave(lane, contact)
    if (lane.heldFor !== null && lane.waiting.length === 0) this.#dropHeld(lane)
  }

  /** Other lanes are few, and stay; there could be one of these for every colleague. */
  #dropHeld(lane: Lane): void {
    const { lanes } = must(this.#queues.get(lane.queue.id), 'queue')
    const { pool } = must(lane.steps[0], 'step')
    lanes.delete(lane.key)
    this.lanes.remove(lane)
    if (![...lanes.values()].some(({ steps }) => steps[0]?.pool === pool)) this.pools.close(pool)
  }

  #reshape(id: string, change: () => void): void {
    const touched = new Set([id])
    for (const { queue } of this.#queues.values()) {
      if (queue.overflow.some(({ to }) => 'queue' in to && to.queue === id)) touched.add(queue.id)
    }
    const moved = [...this.#places.values()].filter(({ contact }) => touched.has(contact.queue))
    for (const place of moved) this.#lift(place)
    for (const queue of touched) {
      const lanes = this.#queues.get(queue)?.lanes
      for (const lane of lanes?.values() ?? []) this.lanes.remove(lane)
      lanes?.clear()
    }
    this.pools.closeAllOf(id)
    change()
    for (const place of moved) this.#lay(place)
  }
}
