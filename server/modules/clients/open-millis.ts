import { openIntervals } from './hours.ts'
import type { CalendarDays, HoursDocument } from './hours-document.ts'
import { dateAt } from './local-day.ts'

/**
 * Clocks that run only while the line is open: promises, call-backs, second-line work.
 * ASSUMPTION: one version of the hours holds for the whole stretch. A caller that must honour a
 * change adds up the stretches of each version, which is allowed because the sum is additive.
 */

/**
 * Open time in [a, b), in milliseconds; 0 when b ≤ a.
 * Throws RangeError when b lies beyond the calendar.
 */
export function openMillisBetween(
  doc: HoursDocument,
  days: CalendarDays,
  a: number,
  b: number,
): number {
  if (b <= a) return 0
  let sum = 0
  for (const { from, to } of openIntervals(doc, days, a, dateAt(b - 1)))
    sum += Math.max(0, Math.min(to, b) - from)
  return sum
}

/**
 * The first instant at which `millis` of open time have passed since `a`: the moment a promise
 * falls due. Null when the line is not open that long within a year.
 */
export function addOpenMillis(
  doc: HoursDocument,
  days: CalendarDays,
  a: number,
  millis: number,
): number | null {
  if (millis <= 0) return a
  let left = millis
  for (const { from, to } of openIntervals(doc, days, a)) {
    if (left <= to - from) return from + left
    left -= to - from
  }
  return null
}
