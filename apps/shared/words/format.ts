import { type Language, useLanguage } from './language.ts'

/** Dates, numbers and durations as they are written in Belgium, in Brussels time. */
const locales: Record<Language, string> = { nl: 'nl-BE', en: 'en-BE', fr: 'fr-BE', de: 'de-BE' }
const timeZone = 'Europe/Brussels'

type Instant = Date | number

/** Formatters of one language. Instants are a Date or epoch milliseconds; durations milliseconds. */
export function formatsFor(language: Language) {
  const locale = locales[language]
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options })
  const day = dates({ day: 'numeric', month: 'long', year: 'numeric' })
  const shortDay = dates({ day: '2-digit', month: '2-digit', year: 'numeric' })
  const weekday = dates({ weekday: 'long', day: 'numeric', month: 'long' })
  const time = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const exact = dates({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
  const weekdayTime = dates({
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const number = new Intl.NumberFormat(locale)
  const seconds = new Intl.NumberFormat(locale, { minimumFractionDigits: 3 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    /** 23 november 2026 */
    day: (at: Instant) => day.format(at),
    /** 23/11/2026 */
    shortDay: (at: Instant) => shortDay.format(at),
    /** maandag 23 november */
    weekday: (at: Instant) => weekday.format(at),
    /** maandag 09:05, for an instant less than a week away */
    weekdayTime: (at: Instant) => weekdayTime.format(at),
    /** 09:05 */
    time: (at: Instant) => time.format(at),
    /** 09:05:07 */
    exactTime: (at: Instant) => exact.format(at),
    /** 1.234,5 */
    number: (value: number) => number.format(value),
    /** 4 366 → 4,366: milliseconds as seconds, exactly */
    seconds: (ms: number) => seconds.format(ms / 1000),
    /** 0.873 → 87,3 % */
    percent: (share: number) => percent.format(share),
    /** a, b en c */
    list: (items: readonly string[]) => list.format(items),
    /** 192 000 → 3 minuten 12 seconden; whole units, those that are nought left out */
    spokenDuration: (ms: number) => spokenDuration(locale, ms),
  }
}

export type Formats = ReturnType<typeof formatsFor>

function spokenDuration(locale: string, ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const parts: [number, string][] = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second'],
  ]
  const shown = parts.filter(([amount, unit]) => amount > 0 || (unit === 'second' && seconds === 0))
  return shown
    .map(([amount, unit]) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount),
    )
    .join(' ')
}

const cache = new Map<Language, Formats>()

/** The formatters of the chosen language. */
export function useFormats(): Formats {
  const language = useLanguage()
  const known = cache.get(language)
  if (known) return known
  const made = formatsFor(language)
  cache.set(language, made)
  return made
}
