const minute = 60_000

/** For how long a line is closed: until somebody opens it, so many minutes, or the rest of today. */
export const closureEnds = ['opened', '30', '60', '120', '240', 'today'] as const
export type ClosureEnd = (typeof closureEnds)[number]

/**
 * When the closure ends by itself (epoch ms), or null when somebody must open the line. `endsToday`
 * is the end of today's hours, or null when the line does not open today.
 */
export function closureUntil(
  end: ClosureEnd,
  now: number,
  endsToday: number | null,
): number | null {
  if (end === 'opened') return null
  return end === 'today' ? endsToday : now + Number(end) * minute
}

/** What can be chosen now: the rest of today only while there is some. */
export function endsOffered(now: number, endsToday: number | null): ClosureEnd[] {
  const isLater = endsToday !== null && endsToday > now
  return closureEnds.filter((end) => end !== 'today' || isLater)
}
