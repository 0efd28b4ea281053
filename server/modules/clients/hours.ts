import type { CalendarDays, HoursDocument, NamedDay, Period } from './hours-document.ts'
import { dateAt, type Interval, instantsOf, plusDays, startOf, weekdayOf } from './local-day.ts'
import type { Text } from './text.ts'

/**
 * When a line is open. One day is decided by the first that speaks: a dated exception, the line's
 * calendar of days off, the week. An emergency closure cuts through all of them. Everything that
 * depends on opening hours asks here: admission, routing, promises, call-backs, the widget.
 * Runs in server and browser; instants are epoch milliseconds.
 */

/** How far ahead an opening or a closing is looked for. */
const HORIZON_DAYS = 366

export type DayPlan = {
  periods: Period[]
  because: 'weekly' | 'holiday' | 'exception'
  text: Text | null
}

export type OpenState =
  | { open: true; until: number | null }
  | {
      open: false
      because: 'outsideHours' | 'holiday' | 'exception' | 'emergency'
      text: Text | null
      nextOpen: number | null
    }

/** One date for a calendar view: what is planned, why, and the instants at which it is open. */
export type DayHours = Omit<DayPlan, 'because'> & {
  date: string
  because: DayPlan['because'] | 'emergency'
  open: Interval[]
}

/**
 * The periods planned on a date ('YYYY-MM-DD') and why; knows nothing of an emergency closure.
 * Throws RangeError for a date beyond the calendar: a guess would open the line on a holiday.
 */
export function periodsOn(doc: HoursDocument, days: CalendarDays, date: string): DayPlan {
  const exception = doc.exceptions.find((e) => e.date <= date && date <= (e.to ?? e.date))
  if (exception !== undefined)
    return { periods: exception.periods, because: 'exception', text: exception.text }
  const holiday = dayOff(doc, days, date)
  if (holiday !== undefined) return { periods: [], because: 'holiday', text: holiday.name }
  return { periods: doc.weekly[weekdayOf(date)], because: 'weekly', text: null }
}

function dayOff(doc: HoursDocument, days: CalendarDays, date: string): NamedDay | undefined {
  const { calendar, extra, worked } = doc.workingDays
  if (worked.includes(date)) return undefined
  const own = extra.find((day) => day.date === date)
  if (own !== undefined || calendar === 'none') return own
  if (date < days.from || date > days.to)
    throw new RangeError(`The calendar runs from ${days.from} to ${days.to}; ${date} is beyond it`)
  return days[calendar].find((day) => day.date === date)
}

/**
 * Whether the line is open at `t`, until when (null: it does not close within a year), or why not
 * and from when it is (null: not within a year, or nobody knows yet).
 */
export function openAt(doc: HoursDocument, days: CalendarDays, t: number): OpenState {
  const next = openIntervals(doc, days, t).next().value
  if (next !== undefined && next.from <= t)
    return { open: true, until: next.to < searchEnd(doc, days, t) ? next.to : null }
  const nextOpen = next?.from ?? null
  const closure = doc.emergencyClosure
  if (closure !== null && closure.from <= t && t < (closure.until ?? Infinity))
    return { open: false, because: 'emergency', text: closure.text, nextOpen }
  const { because, text } = periodsOn(doc, days, dateAt(t))
  return { open: false, because: because === 'weekly' ? 'outsideHours' : because, text, nextOpen }
}

/**
 * Whether a contact that enters at `enteredAt` is let in. This is decided once, at entry, and
 * never again: whoever is queued at 18:59:59 is served after closing time.
 */
export function admits(doc: HoursDocument, days: CalendarDays, enteredAt: number): boolean {
  return openAt(doc, days, enteredAt).open
}

/** The first instant from `t` on at which the line is open; null when there is none in a year. */
export function nextOpening(doc: HoursDocument, days: CalendarDays, t: number): number | null {
  const next = openIntervals(doc, days, t).next().value
  return next?.from ?? null
}

/** The hours of the local date of `t`. */
export function hoursToday(doc: HoursDocument, days: CalendarDays, t: number): DayHours {
  return hoursOn(doc, days, dateAt(t))
}

/** The hours of `count` dates from `date` on, for a calendar view. */
export function explainDays(
  doc: HoursDocument,
  days: CalendarDays,
  date: string,
  count: number,
): DayHours[] {
  return Array.from({ length: count }, (_, index) => hoursOn(doc, days, plusDays(date, index)))
}

function hoursOn(doc: HoursDocument, days: CalendarDays, date: string): DayHours {
  const plan = periodsOn(doc, days, date)
  const planned = instantsOf(date, plan.periods)
  const open = withoutClosure(doc, planned)
  const closure = doc.emergencyClosure
  const cut = closure !== null && lengthOf(open) < lengthOf(planned)
  return cut
    ? { ...plan, date, open, because: 'emergency', text: closure.text }
    : { ...plan, date, open }
}

/**
 * The stretches of open time from `t` on, in order, joined over midnight; the first begins at `t`
 * if the line is open then. Ends with the date `last`: a year ahead, or where the calendar ends.
 */
export function* openIntervals(
  doc: HoursDocument,
  days: CalendarDays,
  t: number,
  last = lastDate(doc, days, dateAt(t)),
): Generator<Interval, undefined> {
  let pending: Interval | undefined
  for (let date = dateAt(t); date <= last; date = plusDays(date, 1)) {
    const { periods } = periodsOn(doc, days, date)
    for (const piece of withoutClosure(doc, instantsOf(date, periods))) {
      if (piece.to <= t) continue
      if (pending !== undefined && pending.to === piece.from) pending.to = piece.to
      else {
        if (pending !== undefined) yield pending
        pending = { from: Math.max(piece.from, t), to: piece.to }
      }
    }
  }
  if (pending !== undefined) yield pending
  return undefined
}

function lastDate(doc: HoursDocument, days: CalendarDays, first: string): string {
  const horizon = plusDays(first, HORIZON_DAYS)
  if (doc.workingDays.calendar === 'none' || horizon < days.to) return horizon
  return first < days.to ? days.to : first
}

function searchEnd(doc: HoursDocument, days: CalendarDays, t: number): number {
  return startOf(plusDays(lastDate(doc, days, dateAt(t)), 1))
}

function withoutClosure(doc: HoursDocument, open: Interval[]): Interval[] {
  const closure = doc.emergencyClosure
  if (closure === null) return open
  const until = closure.until ?? Infinity
  return open
    .flatMap(({ from, to }) => [
      { from, to: Math.min(to, closure.from) },
      { from: Math.max(from, until), to },
    ])
    .filter(({ from, to }) => from < to)
}

function lengthOf(intervals: Interval[]): number {
  return intervals.reduce((sum, { from, to }) => sum + to - from, 0)
}
