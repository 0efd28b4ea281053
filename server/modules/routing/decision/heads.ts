import { must } from '../../../kit/must.ts'
import type { Lane } from './lane.ts'
import { score } from './priority.ts'
import { Table } from './table.ts'

const ENTERED = 0
const FIXED = 1
const AGING = 2
const SEEN = 3

/** The head of each lane, in numbers. */
export class Heads {
  readonly #table = new Table(4)
  readonly #lanes: (Lane | undefined)[] = []
  #passes = 0

  /** A row for a lane to come. */
  reserve(): number {
    const row = this.#table.reserve()
    this.#table.set(row, SEEN, 0)
    return row
  }

  /** To be called when somebody else became the head. */
  set(lane: Lane): void {
    const { row, queue, extraPriority, waiting } = lane
    this.#lanes[row] = lane
    this.#table.set(row, ENTERED, must(waiting[0], 'head').enteredAt)
    this.#table.set(row, FIXED, score(queue, extraPriority, 0))
    this.#table.set(row, AGING, queue.agingPerMinute)
  }

  release({ row }: Lane): void {
    this.#lanes[row] = undefined
    this.#table.release(row)
  }

  lane(row: number): Lane {
    return must(this.#lanes[row], 'lane')
  }

  score(row: number, now: number): number {
    const waitedMs = now - this.#table.get(row, ENTERED)
    return this.#table.get(row, FIXED) + this.#table.get(row, AGING) * waitedMs
  }

  /** From here on every row is seen for the first time again. */
  newPass(): void {
    this.#passes++
  }

  firstSight(row: number): boolean {
    if (this.#table.get(row, SEEN) === this.#passes) return false
    this.#table.set(row, SEEN, this.#passes)
    return true
  }
}
