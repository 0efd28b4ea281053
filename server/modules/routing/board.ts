import type { Clock } from '../../kit/clock.ts'
import { inNameOf, type Tx } from '../../kit/db.ts'
import type { Stream } from '../../kit/live.ts'
import type { Wakes } from '../../kit/wake.ts'
import type { SettingsCache } from '../clients/index.ts'
import { readBoard } from './board-view.ts'
import type { BoardView } from './contract.ts'
import { system } from './owner.ts'
import { type Scope, scopeOf } from './scope.ts'

const everyMs = 1_000
/** A board is true again after this long, also when nothing was heard: an owner that stopped. */
const atLeastMs = 10_000
const topic = 'board'
const concerned = /^(contact|staff|line):|^(agents|settings|\*)$/

/**
 * The live stream `board:`. However many supervisors watch, and whatever happens, a node reckons
 * the board of one scope at most once a second; in between, all get the same one.
 */
export class Board {
  private readonly parts: { clock: Clock; cache: SettingsCache; wakes: Wakes }
  private readonly boards = new Map<string, Promise<BoardView>>()
  private changed = false
  private clearedAt = 0
  private timer: NodeJS.Timeout | undefined
  private unlisten = () => {}

  constructor(parts: { clock: Clock; cache: SettingsCache; wakes: Wakes }) {
    this.parts = parts
  }

  readonly stream: Stream = {
    kind: 'board',
    who: ['supervisor', 'contactCentreExpert'],
    topics: () => [topic],
    read: async (tx) => {
      const body = await this.of(tx, await scopeOf(tx))
      return { number: body.now, body }
    },
  }

  start(): void {
    this.unlisten = this.parts.wakes.listen((topics) => {
      this.changed ||= [...topics].some((one) => concerned.test(one))
    })
    this.timer = setInterval(() => this.clear(), everyMs)
  }

  stop(): void {
    this.unlisten()
    clearInterval(this.timer)
  }

  /** The board of a scope; whoever asks first reckons it, in the transaction they ask in. */
  private of(tx: Tx, scope: Scope): Promise<BoardView> {
    const key = JSON.stringify(scope)
    const known = this.boards.get(key)
    if (known) return known
    const made = inNameOf(tx, system, (asSystem) => readBoard(this.parts, asSystem, scope))
    this.boards.set(key, made)
    // Who asks next tries again.
    made.catch(() => this.boards.delete(key))
    return made
  }

  private clear(): void {
    const now = this.parts.clock.now()
    if (this.boards.size === 0 || (!this.changed && now - this.clearedAt < atLeastMs)) return
    this.changed = false
    this.clearedAt = now
    this.boards.clear()
    this.parts.wakes.send(new Set([topic]))
  }
}
