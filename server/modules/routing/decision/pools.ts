import { must } from '../../../kit/must.ts'
import { limitOf } from './capacity.ts'
import { levelsOf, type Requirement } from './eligible.ts'
import { countLeading } from './lane.ts'
import type { Seat, Seats } from './seats.ts'
import { Table } from './table.ts'
import type { Agent, Channel, Queue } from './world.ts'

/** All who could serve a queue's contacts of one channel and language. */
export type Pool = {
  readonly row: number
  readonly key: string
  readonly queue: Queue
  readonly channel: Channel
  readonly limit: number
  readonly asked: Requirement
  /** Rows of seats, highest sum of levels first, and that sum for each. */
  readonly seats: number[]
  readonly levels: number[]
  /** Rows of the lanes that may be served from here now. */
  readonly lanes: number[]
}

const LIMIT = 0
const FREE = 1
const WAITING = 2
/** Its place among the live pools; -1 when it is not live. */
const PLACE = 3

/**
 * The pools, and which of them are *live*: somebody waits and somebody is free. A decision looks at
 * these only. Memberships change seldom; that an agent becomes free or busy costs one comparison
 * for each pool they belong to.
 */
export class Pools {
  readonly #table = new Table(4)
  readonly #byRow: (Pool | undefined)[] = []
  readonly #byKey = new Map<string, Pool>()
  readonly #live: number[] = []
  readonly #seats: Seats

  constructor(seats: Seats) {
    this.#seats = seats
  }

  get(key: string): Pool | undefined {
    return this.#byKey.get(key)
  }

  at(row: number): Pool {
    return must(this.#byRow[row], 'pool')
  }

  /** Rows, in no order that means anything. */
  get live(): readonly number[] {
    return this.#live
  }

  /** How many members could take one more. */
  free(pool: Pool): number {
    return this.#table.get(pool.row, FREE)
  }

  /** A pool for all of these seats that are eligible. */
  open(
    key: string,
    queue: Queue,
    channel: Channel,
    asked: Requirement,
    seats: Iterable<Seat>,
  ): Pool {
    const row = this.#table.reserve()
    const limit = limitOf(queue, channel)
    const pool = { row, key, queue, channel, limit, asked, seats: [], levels: [], lanes: [] }
    for (const [column, value] of [limit, 0, 0, -1].entries()) this.#table.set(row, column, value)
    this.#byRow[row] = pool
    this.#byKey.set(key, pool)
    for (const seat of seats) this.#join(seat, pool)
    return pool
  }

  /** Only when nobody waits there. */
  close(pool: Pool): void {
    for (const row of pool.seats) {
      const pools = this.#seats.at(row).pools[pool.channel]
      pools.splice(pools.indexOf(pool.row), 1)
    }
    this.#byRow[pool.row] = undefined
    this.#byKey.delete(pool.key)
    this.#table.release(pool.row)
  }

  closeAllOf(queue: string): void {
    for (const pool of this.#byKey.values()) if (pool.queue.id === queue) this.close(pool)
  }

  joinAll(seat: Seat): void {
    for (const pool of this.#byKey.values()) this.#join(seat, pool)
  }

  leaveAll(seat: Seat): void {
    for (const pools of Object.values(seat.pools)) {
      for (const row of pools) this.#leave(seat, this.at(row))
      pools.length = 0
    }
  }

  /** The agent as they are now, eligible for what they were. */
  changeAgent(seat: Seat, agent: Agent): void {
    const { row, pools } = seat
    const seats = this.#seats
    const call = seats.floor(row, 'call')
    const chat = seats.floor(row, 'chat')
    const written = seats.floor(row, 'written')
    seats.change(seat, agent)
    this.#compare(pools.call, call, seats.floor(row, 'call'))
    this.#compare(pools.chat, chat, seats.floor(row, 'chat'))
    this.#compare(pools.written, written, seats.floor(row, 'written'))
  }

  startWaiting(lane: number, pool: Pool): void {
    pool.lanes.push(lane)
    this.#add(pool.row, WAITING, 1)
  }

  stopWaiting(lane: number, pool: Pool): void {
    pool.lanes.splice(pool.lanes.indexOf(lane), 1)
    this.#add(pool.row, WAITING, -1)
  }

  #compare(pools: readonly number[], before: number, after: number): void {
    if (before === after) return
    for (const row of pools) {
      const limit = this.#table.get(row, LIMIT)
      if (limit > before !== limit > after) this.#add(row, FREE, limit > after ? 1 : -1)
    }
  }

  #join(seat: Seat, pool: Pool): void {
    const levels = levelsOf(seat.agent, pool.asked)
    if (levels === null) return
    const at = countLeading(pool.levels, (other) => other >= levels)
    pool.seats.splice(at, 0, seat.row)
    pool.levels.splice(at, 0, levels)
    seat.pools[pool.channel].push(pool.row)
    if (this.#isFree(seat, pool)) this.#add(pool.row, FREE, 1)
  }

  #leave(seat: Seat, pool: Pool): void {
    const at = pool.seats.indexOf(seat.row)
    pool.seats.splice(at, 1)
    pool.levels.splice(at, 1)
    if (this.#isFree(seat, pool)) this.#add(pool.row, FREE, -1)
  }

  #isFree({ row }: Seat, pool: Pool): boolean {
    return pool.limit > this.#seats.floor(row, pool.channel)
  }

  /** Counts, and keeps the list of live pools true: appends, or fills the gap with the last. */
  #add(row: number, column: number, change: 1 | -1): void {
    const table = this.#table
    table.set(row, column, table.get(row, column) + change)
    const live = table.get(row, FREE) > 0 && table.get(row, WAITING) > 0
    const place = table.get(row, PLACE)
    if (live === place >= 0) return
    if (live) {
      table.set(row, PLACE, this.#live.push(row) - 1)
      return
    }
    const last = must(this.#live.pop(), 'live pool')
    if (last !== row) {
      this.#live[place] = last
      table.set(last, PLACE, place)
    }
    table.set(row, PLACE, -1)
  }
}
