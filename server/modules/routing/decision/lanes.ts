import { must } from '../../../kit/must.ts'
import { Heads } from './heads.ts'
import { Heap } from './heap.ts'
import { enterLane, type Lane, leaveLane, type Step } from './lane.ts'
import type { Pools } from './pools.ts'
import type { Queue, WaitingContact } from './world.ts'

type Wake = { readonly at: number; readonly lane: Lane }

/**
 * Keeps each lane waiting in exactly the pools that its head has reached, so that a decision finds
 * no pool that is not open yet. Time moves by `advance` only; a lane wakes when its head reaches the
 * next step.
 */
export class Lanes {
  readonly heads = new Heads()
  readonly #pools: Pools
  readonly #wakes = new Heap<Wake>([], (one, other) => one.at < other.at)
  #now = -Infinity

  constructor(pools: Pools) {
    this.#pools = pools
  }

  /** A lane without anybody yet, for contacts like this one. */
  add(
    key: Lane['key'],
    queue: Queue,
    { urgent, extraPriority }: WaitingContact,
    heldFor: string | null,
    steps: readonly Step[],
  ): Lane {
    const row = this.heads.reserve()
    const facts = { row, key, queue, urgent, extraPriority, heldFor, steps }
    return { ...facts, waiting: [], open: 0, wakeAt: Infinity }
  }

  /** Only when nobody waits there. */
  remove(lane: Lane): void {
    this.heads.release(lane)
  }

  enter(lane: Lane, contact: WaitingContact): void {
    enterLane(lane, contact)
    if (lane.waiting[0] === contact) this.#headChanged(lane)
  }

  leave(lane: Lane, contact: WaitingContact): void {
    const wasHead = lane.waiting[0] === contact
    leaveLane(lane, contact)
    if (lane.waiting.length === 0) this.#close(lane, 0)
    else if (wasHead) this.#headChanged(lane)
  }

  advance(now: number): void {
    this.#now = now
    for (let wake = this.#wakes.first; wake && wake.at <= now; wake = this.#wakes.first) {
      this.#wakes.dropFirst()
      const { lane, at } = wake
      if (lane.wakeAt === at) lane.wakeAt = Infinity
      if (lane.waiting.length > 0) this.#openSteps(lane)
    }
  }

  #headChanged(lane: Lane): void {
    this.heads.set(lane)
    this.#openSteps(lane)
  }

  #openSteps(lane: Lane): void {
    const { enteredAt } = must(lane.waiting[0], 'head')
    const waited = this.#now - enteredAt
    let reached = 0
    for (const { afterMs } of lane.steps) if (afterMs <= waited) reached++
    this.#close(lane, reached)
    for (; lane.open < reached; lane.open++) {
      this.#pools.startWaiting(lane.row, must(lane.steps[lane.open]).pool)
    }
    const next = lane.steps[reached]
    // A wake that comes too early, because the head has left, does no harm; one per lane is enough.
    if (next === undefined || enteredAt + next.afterMs >= lane.wakeAt) return
    lane.wakeAt = enteredAt + next.afterMs
    this.#wakes.push({ at: lane.wakeAt, lane })
  }

  #close(lane: Lane, from: number): void {
    for (; lane.open > from; lane.open--) {
      this.#pools.stopWaiting(lane.row, must(lane.steps[lane.open - 1]).pool)
    }
  }
}
