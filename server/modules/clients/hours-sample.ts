import { Temporal } from 'temporal-polyfill'
import { calendarDays } from './calendar.ts'
import type { HoursDocument, Period } from './hours-document.ts'

/** What the tests of the hours share: the general line of the brief, and a way to name instants. */

export const days = calendarDays(2024, 2031)

const nineToSeven: Period[] = [{ from: '09:00', to: '19:00' }]

/** Every working day of the civil service from 9 to 19 h. */
export const general: HoursDocument = {
  weekly: {
    monday: nineToSeven,
    tuesday: nineToSeven,
    wednesday: nineToSeven,
    thursday: nineToSeven,
    friday: nineToSeven,
    saturday: [],
    sunday: [],
  },
  workingDays: { calendar: 'civilService', extra: [], worked: [] },
  exceptions: [],
  emergencyClosure: null,
}

/** The same periods on every day of the year. */
export function everyDay(...periods: Period[]): HoursDocument {
  return {
    ...general,
    weekly: {
      monday: periods,
      tuesday: periods,
      wednesday: periods,
      thursday: periods,
      friday: periods,
      saturday: periods,
      sunday: periods,
    },
    workingDays: { calendar: 'none', extra: [], worked: [] },
  }
}

/** Brussels wall-clock time to epoch milliseconds; an offset picks one of the doubled hour. */
export function at(local: string, offset = ''): number {
  return Temporal.ZonedDateTime.from(`${local}${offset}[Europe/Brussels]`).epochMilliseconds
}
