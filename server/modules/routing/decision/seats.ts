import { must } from '../../../kit/must.ts'
import { floorsOf } from './capacity.ts'
import { Table } from './table.ts'
import type { Agent, Channel } from './world.ts'

/** An agent's place in the index, and the rows of the pools they belong to. */
export type Seat = {
  readonly row: number
  agent: Agent
  readonly pools: Readonly<Record<Channel, number[]>>
}

const FLOOR: Readonly<Record<Channel, number>> = { call: 0, chat: 1, written: 2 }
const IN_HAND = 3
const IDLE_SINCE = 4

/** What agents can take now, in numbers; see `capacity.ts` for the floors. */
export class Seats {
  readonly #table = new Table(8)
  readonly #byRow: (Seat | undefined)[] = []
  readonly #byAgent = new Map<string, Seat>()

  add(agent: Agent): Seat {
    const row = this.#table.reserve()
    const seat: Seat = { row, agent, pools: { call: [], chat: [], written: [] } }
    this.#byRow[row] = seat
    this.#byAgent.set(agent.id, seat)
    this.change(seat, agent)
    return seat
  }

  change(seat: Seat, agent: Agent): void {
    const { row } = seat
    const floors = floorsOf(agent)
    seat.agent = agent
    this.#table.set(row, FLOOR.call, floors.call)
    this.#table.set(row, FLOOR.chat, floors.chat)
    this.#table.set(row, FLOOR.written, floors.written)
    this.#table.set(row, IN_HAND, agent.hand.length)
    this.#table.set(row, IDLE_SINCE, agent.idleSince)
  }

  remove(seat: Seat): void {
    this.#byRow[seat.row] = undefined
    this.#byAgent.delete(seat.agent.id)
    this.#table.release(seat.row)
  }

  get(agent: string): Seat | undefined {
    return this.#byAgent.get(agent)
  }

  at(row: number): Seat {
    return must(this.#byRow[row], 'seat')
  }

  all(): Iterable<Seat> {
    return this.#byAgent.values()
  }

  floor(row: number, channel: Channel): number {
    return this.#table.get(row, FLOOR[channel])
  }

  /** Least in hand, then longest idle, then id. */
  goesFirst(row: number, other: number): boolean {
    const table = this.#table
    const load = table.get(row, IN_HAND) - table.get(other, IN_HAND)
    if (load !== 0) return load < 0
    const idle = table.get(row, IDLE_SINCE) - table.get(other, IDLE_SINCE)
    if (idle !== 0) return idle < 0
    return this.at(row).agent.id < this.at(other).agent.id
  }
}
