import type { Segment } from './contact.ts'

/** A stretch with the share of it that counts: whole milliseconds. */
export interface Share extends Segment {
  handlingMs: number
}

/**
 * Shares an agent's time over what was in hand: of every millisecond with n stretches running,
 * each gets one n-th. Whole milliseconds that do not divide go to the earliest stretches, so that
 * the shares of a moment always add up to the moment: no second of an agent counts twice.
 *
 * `segments` are all stretches of ONE agent that overlap the ones asked for; the answer is in the
 * order given. ASSUMPTION: stretches are half-open, [from, until).
 */
export function shareTime<S extends Segment>(segments: readonly S[]): (S & Share)[] {
  const shares = segments.map((segment) => ({ ...segment, handlingMs: 0 }))
  const inOrder = [...shares].sort((a, b) => a.from - b.from || order(a, b))
  const bounds = [...new Set(inOrder.flatMap((s) => [s.from, s.until]))].sort((a, b) => a - b)
  for (let i = 1; i < bounds.length; i++) {
    const [from, until] = [bounds[i - 1] ?? 0, bounds[i] ?? 0]
    const running = inOrder.filter((s) => s.from <= from && s.until >= until)
    spread(until - from, running)
  }
  return shares
}

function spread(ms: number, over: Share[]): void {
  if (over.length === 0) return
  const each = Math.floor(ms / over.length)
  let rest = ms - each * over.length
  for (const share of over) {
    share.handlingMs += each
    if (rest > 0) {
      share.handlingMs += 1
      rest -= 1
    }
  }
}

function order(a: Segment, b: Segment): number {
  return a.engagement < b.engagement ? -1 : a.engagement > b.engagement ? 1 : 0
}
