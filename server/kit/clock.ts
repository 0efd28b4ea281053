import type { Pool } from 'pg'

/** The only source of time. Epoch milliseconds, whole, never going back within a process. */
export interface Clock {
  now(): number
}

/**
 * A clock on the time base of the database, so that all nodes agree: monotonic by the processor's
 * counter, corrected towards the database now and then, and held still rather than set back.
 */
export class SharedClock implements Clock {
  private offset: number
  private last = 0
  private timer: NodeJS.Timeout | undefined

  private readonly pool: Pool

  private constructor(pool: Pool, offset: number) {
    this.pool = pool
    this.offset = offset
  }

  static async start(pool: Pool): Promise<SharedClock> {
    const clock = new SharedClock(pool, await measure(pool))
    clock.timer = setInterval(() => void clock.correct(), 30_000).unref()
    return clock
  }

  now(): number {
    const time = Math.floor(performance.now() + this.offset)
    if (time > this.last) this.last = time
    return this.last
  }

  stop(): void {
    clearInterval(this.timer)
  }

  private async correct(): Promise<void> {
    try {
      this.offset = await measure(this.pool)
    } catch {
      // NOTE the database is away; the counter goes on, and the next round corrects it.
    }
  }
}

/** Offset between this process's counter and the database's clock, in ms; the best of five tries. */
async function measure(pool: Pool): Promise<number> {
  let best = { trip: Number.POSITIVE_INFINITY, offset: 0 }
  for (let i = 0; i < 5; i++) {
    const sent = performance.now()
    const { rows } = await pool.query('select extract(epoch from clock_timestamp()) * 1000 as ms')
    const trip = performance.now() - sent
    if (trip < best.trip) best = { trip, offset: Number(rows[0].ms) - (sent + trip / 2) }
  }
  return best.offset
}

/** A clock that stands still until it is moved: for tests and for the town. */
export class MovableClock implements Clock {
  private time: number

  constructor(time: number) {
    this.time = time
  }

  now(): number {
    return this.time
  }

  /** Moves the clock forward by `ms`. */
  forward(ms: number): void {
    this.time += ms
  }
}
