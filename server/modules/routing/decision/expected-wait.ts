/** What is known of how fast a queue moves. Durations in milliseconds. */
export type Pace = {
  /**
   * Between two contacts taken from the queue, most recent ones, but only where somebody was
   * waiting all the time: otherwise they tell how often people come, not how fast they are served.
   */
  readonly intervalsMs: readonly number[]
  /** Since the last one was taken, or since somebody waits if that is later. */
  readonly sinceLastMs: number
  /** Contacts that could be in hand at the same time with the agents who serve the queue now. */
  readonly serving: number
  /** Mean time in hand; null when there are no recent ones. */
  readonly handlingMs: number | null
}

/** Fewer intervals than this say less than the number of agents does. */
const ENOUGH = 5

/**
 * The expected wait in seconds for somebody with so many ahead, or null where nothing is known.
 *
 * With everybody busy, whoever has n ahead waits for n + 1 departures: (n + 1) times the mean time
 * between them (Whitt, "Predicting queueing delays", Management Science 45(6), 1999). That mean is
 * measured: all the time observed, the running interval included, over the number of departures;
 * with too few of them it is handling time ÷ serving.
 *
 * ASSUMPTION: nobody leaves, nobody overtakes, no agent comes or goes. In use the first two err in
 * opposite directions; the figure is a hint for a person who waits, never a promise.
 */
export function expectedWaitSeconds(ahead: number, pace: Pace): number | null {
  const each = meanIntervalMs(pace)
  if (each === null) return null
  const seconds = Math.round(((ahead + 1) * each) / 1000)
  return Number.isSafeInteger(seconds) && seconds >= 0 ? seconds : null
}

function meanIntervalMs({ intervalsMs, sinceLastMs, serving, handlingMs }: Pace): number | null {
  if (!(serving > 0)) return null
  const count = intervalsMs.length
  if (count >= ENOUGH) return intervalsMs.reduce((sum, each) => sum + each, sinceLastMs) / count
  return handlingMs === null || !(handlingMs > 0) ? null : handlingMs / serving
}
