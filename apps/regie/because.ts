import { z } from 'zod'
import type { Words } from '../shared/words/book.ts'
import type { Formats } from '../shared/words/format.ts'
import type { regieNl } from '../shared/words/regie.nl.ts'

/** What routing keeps with an offer (ROUTING-10); what is missing or of another shape is not told. */
const shape = z.object({
  rank: z.number(),
  urgent: z.boolean(),
  waitedMs: z.number(),
  priorityPoints: z.number(),
  agingPoints: z.number(),
  overflowStep: z.number(),
  held: z.boolean(),
  levels: z.record(z.string(), z.number()),
  inHand: z.number(),
  idleMs: z.number(),
  others: z.number(),
})

/** Why an offer went to this agent and why now, in phrases, the one that weighs most first. */
export function becausePhrases(
  because: Record<string, unknown>,
  words: Words<typeof regieNl>,
  formats: Formats,
): string[] {
  const read = shape.safeParse(because)
  if (!read.success) return []
  const { data } = read
  const wait = formats.spokenDuration(data.waitedMs)
  return [
    ...(data.urgent ? [words('because.urgent')] : []),
    data.held ? words('because.held') : choice(data, words, formats),
    ...(data.held || data.idleMs < 1000
      ? []
      : [words('because.idle', { duration: formats.spokenDuration(data.idleMs) })]),
    ...(data.inHand > 0 ? [words('because.inHand', { count: data.inHand })] : []),
    ...(data.overflowStep > 0
      ? [words('because.overflow', { step: data.overflowStep, duration: wait })]
      : []),
    data.agingPoints > 0
      ? words('because.points', {
          rank: data.rank,
          priority: data.priorityPoints,
          aging: data.agingPoints,
          duration: wait,
        })
      : words('because.rank', { rank: data.rank, priority: data.priorityPoints }),
  ]
}

function choice(
  { levels, others }: z.output<typeof shape>,
  words: Words<typeof regieNl>,
  formats: Formats,
): string {
  const known = Object.entries(levels)
  const count = others + 1
  if (known.length === 0)
    return others === 0 ? words('because.aloneAny') : words('because.firstAny', { count })
  const skills = formats.list(
    known.map(([skill, level]) => words('because.level', { skill, level })),
  )
  return others === 0
    ? words('because.alone', { skills })
    : words('because.first', { count, skills })
}
