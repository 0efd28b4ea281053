import Holidays from 'date-holidays'
import { languages } from '../../kit/refusal.ts'
import { civilServiceDays } from './civil-service-days.ts'
import type { CalendarDays, NamedDay } from './hours-document.ts'
import { type Text, textSchema } from './text.ts'

/**
 * The days off of the calendars a line can keep, as a plain list for `hours.ts`. Belgian public
 * holidays are computed for any year; the library behind it stays on the server.
 */

const belgium = new Holidays('BE', 'VLG')

/** The days off of the years `first`–`last`, both in. */
export function calendarDays(first: number, last: number): CalendarDays {
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const belgianHolidays = years.flatMap(publicHolidays)
  const civilService = years.flatMap((year) =>
    civilServiceDays.map(({ day, name }) => ({ date: `${year}-${day}`, name })),
  )
  return {
    from: `${first}-01-01`,
    to: `${last}-12-31`,
    belgianHolidays,
    civilService: [...belgianHolidays, ...civilService].sort(byDate),
  }
}

function publicHolidays(year: number): NamedDay[] {
  const days = new Map<string, Partial<Text>>()
  for (const language of languages)
    for (const day of belgium.getHolidays(year, language))
      if (day.type === 'public') {
        const date = day.date.slice(0, 10)
        days.set(date, { ...days.get(date), [language]: day.name })
      }
  return [...days].map(([date, name]) => ({ date, name: textSchema.parse(name) })).sort(byDate)
}

function byDate(a: NamedDay, b: NamedDay): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0
}
