import { z } from 'zod'
import { textSchema } from './text.ts'

/**
 * When a line is open, as one document: what an editor of hours fills in, what is stored as a
 * version, and what `hours.ts` reads. Times are wall-clock times in Europe/Brussels, instants are
 * epoch milliseconds.
 */

const dateSchema = z.iso.date()
/** Epoch ms, up to the end of the year 9999: beyond it no page can show a date. */
export const instantSchema = z.int().nonnegative().max(253_402_300_799_999)

/** Half-open: `from` is in, `to` is out. It stays within one day; '24:00' is the day's end. */
const periodSchema = z.strictObject({
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
})
export type Period = z.infer<typeof periodSchema>

/** Minutes since midnight on the clock: '09:30' → 570, '24:00' → 1440. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

const periodsSchema = z
  .array(periodSchema)
  .max(24)
  .superRefine((periods, place) => {
    const refuse = (index: number, reason: HoursProblem['reason']) =>
      place.addIssue({ code: 'custom', path: [index], params: { reason } })
    for (const [index, period] of periods.entries()) {
      const from = minutesOf(period.from)
      const to = minutesOf(period.to)
      if (from >= to) refuse(index, 'periodBackwards')
      const overlaps = periods
        .slice(0, index)
        .some((earlier) => from < minutesOf(earlier.to) && minutesOf(earlier.from) < to)
      if (overlaps) refuse(index, 'periodsOverlap')
    }
  })

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const

const weeklySchema = z.strictObject({
  monday: periodsSchema,
  tuesday: periodsSchema,
  wednesday: periodsSchema,
  thursday: periodsSchema,
  friday: periodsSchema,
  saturday: periodsSchema,
  sunday: periodsSchema,
})

const namedDaySchema = z.strictObject({ date: dateSchema, name: textSchema })
export type NamedDay = z.infer<typeof namedDaySchema>

/** Which days off a line keeps. `extra` adds days off of its own, `worked` takes days back. */
const workingDaysSchema = z.strictObject({
  calendar: z.enum(['civilService', 'belgianHolidays', 'none']),
  extra: z.array(namedDaySchema).max(366).default([]),
  worked: z.array(dateSchema).max(366).default([]),
})

/** Other hours on one date, or on all dates from `date` to `to`; no periods means closed. */
const exceptionSchema = z.strictObject({
  date: dateSchema,
  to: dateSchema.optional(),
  periods: periodsSchema,
  text: textSchema,
  reason: z.string().trim().min(1).max(500),
})
export type HoursException = z.infer<typeof exceptionSchema>

const exceptionsSchema = z
  .array(exceptionSchema)
  .max(1000)
  .superRefine((exceptions, place) => {
    for (const [index, one] of exceptions.entries()) {
      const refuse = (reason: HoursProblem['reason']) =>
        place.addIssue({ code: 'custom', path: [index], params: { reason } })
      const last = one.to ?? one.date
      if (last < one.date) refuse('exceptionBackwards')
      const meets = exceptions
        .slice(0, index)
        .some((other) => one.date <= (other.to ?? other.date) && other.date <= last)
      if (meets) refuse('exceptionsOverlap')
    }
  })

/** Closed at once, whatever the hours say, until someone opens again or until an instant. */
const emergencyClosureSchema = z
  .strictObject({
    from: instantSchema,
    until: instantSchema.nullable(),
    text: textSchema,
    by: z.string().min(1),
    since: instantSchema,
  })
  .superRefine((closure, place) => {
    if (closure.until !== null && closure.until <= closure.from)
      place.addIssue({ code: 'custom', path: ['until'], params: { reason: 'closureBackwards' } })
  })

export const hoursDocumentSchema = z.strictObject({
  weekly: weeklySchema,
  workingDays: workingDaysSchema,
  exceptions: exceptionsSchema,
  emergencyClosure: emergencyClosureSchema.nullable(),
})
export type HoursDocument = z.infer<typeof hoursDocumentSchema>

/** The days off of every calendar, for the dates `from`–`to` (both in); sent along to browsers. */
export const calendarDaysSchema = z.strictObject({
  from: dateSchema,
  to: dateSchema,
  belgianHolidays: z.array(namedDaySchema),
  civilService: z.array(namedDaySchema),
})
export type CalendarDays = z.infer<typeof calendarDaysSchema>

const REASONS = [
  'malformed',
  'textMissing',
  'periodBackwards',
  'periodsOverlap',
  'exceptionBackwards',
  'exceptionsOverlap',
  'closureBackwards',
] as const

/** Why a document is refused, and where in it, e.g. `exceptions.2.text.nl`. */
export type HoursProblem = { path: string; reason: (typeof REASONS)[number] }

/** Reads a document from outside: the document, or every problem in it with its place. */
export function readHours(
  input: unknown,
): { document: HoursDocument } | { problems: HoursProblem[] } {
  const parsed = hoursDocumentSchema.safeParse(input)
  if (parsed.success) return { document: parsed.data }
  return {
    problems: parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      reason: reasonOf(issue),
    })),
  }
}

function reasonOf(issue: z.core.$ZodIssue): HoursProblem['reason'] {
  if (issue.code === 'custom')
    return REASONS.find((reason) => reason === issue.params?.reason) ?? 'malformed'
  const absent = issue.code === 'invalid_type' || issue.code === 'too_small'
  return absent && issue.path.includes('text') ? 'textMissing' : 'malformed'
}
