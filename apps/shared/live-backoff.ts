const firstMs = 200
const longestMs = 5_000

/** When to try again: soon at first, then ever later, and never all of us at once. */
export class Backoff {
  private readonly random: () => number
  private readonly run: () => void
  private attempt = 0
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(random: () => number, run: () => void) {
    this.random = random
    this.run = run
  }

  /** Plans the next try, between half and all of 0.2, 0.4 … 5 s from now. */
  start(): void {
    this.stop()
    const most = Math.min(longestMs, firstMs * 2 ** this.attempt++)
    this.timer = setTimeout(this.run, most * (0.5 + this.random() / 2))
  }

  stop(): void {
    clearTimeout(this.timer)
  }

  /** It went well: the next trouble starts from the beginning. */
  reset(): void {
    this.attempt = 0
  }
}
