/**
 * How much one may do in a row: a bucket per key that holds `burst` and fills at `perSecond`. It is
 * kept per node, in memory, and is meant against floods, not as a rule of the house.
 */
export class Allowance {
  private readonly burst: number
  private readonly perSecond: number
  private readonly buckets = new Map<string, { left: number; at: number }>()

  constructor({ burst, perSecond }: { burst: number; perSecond: number }) {
    this.burst = burst
    this.perSecond = perSecond
  }

  /** Takes one for `key` at `now` (epoch ms); false when there is none left. */
  take(key: string, now: number): boolean {
    if (this.buckets.size > 10_000) this.forgetFull(now)
    const bucket = this.buckets.get(key) ?? { left: this.burst, at: now }
    const left = this.leftIn(bucket, now)
    this.buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now })
    return left >= 1
  }

  private leftIn({ left, at }: { left: number; at: number }, now: number): number {
    return Math.min(this.burst, left + (Math.max(0, now - at) / 1_000) * this.perSecond)
  }

  /** A full bucket is as good as none. */
  private forgetFull(now: number): void {
    for (const [key, bucket] of this.buckets)
      if (this.leftIn(bucket, now) >= this.burst) this.buckets.delete(key)
  }
}
