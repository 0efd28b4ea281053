import type { ContactLine } from '../../server/modules/clients/contract.ts'
import type { Language } from './language.ts'
import { words } from './words/words.ts'

/** The hours of a line in words, in Brussels time whatever the device says. */

const timeZone = 'Europe/Brussels'
const dayMs = 86_400_000

/** '09:00' → 9 uur, '12:30' → 12.30 uur. */
function clock(time: string, language: Language): string {
  return words[language].hour(Number(time.slice(0, 2)), time.slice(3))
}

/** Today's hours: Vandaag: van 9 tot 12.30 uur en van 13 tot 17.30 uur. */
export function hoursToday({ periods }: ContactLine['today'], language: Language): string {
  const say = words[language]
  if (periods.length === 0) return say.closedToday
  if (periods.length === 1 && periods[0]?.from === '00:00' && periods[0].to === '24:00')
    return say.today(say.dayAndNight)
  const spoken = periods.map(({ from, to }) =>
    say.fromTo(clock(from, language), clock(to, language)),
  )
  const last = spoken.pop()
  return say.today(spoken.length > 0 ? `${spoken.join(', ')} ${say.and} ${last}` : `${last}`)
}

/** An instant to come, seen from another: vandaag om 13 uur, maandag 30 november om 9 uur. Epoch ms. */
export function moment(at: number, now: number, language: Language): string {
  const say = words[language]
  const time = clockAt(at, language)
  if (date(at) === date(now)) return say.todayAt(time)
  if (date(at) === date(now + dayMs)) return say.tomorrowAt(time)
  const day = new Intl.DateTimeFormat(`${language}-BE`, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  })
  return say.dayAt(day.format(at), time)
}

/** Until when it is open: tot 19 uur; empty when that is not today. */
export function untilToday(closesAt: number | null, now: number, language: Language): string {
  if (closesAt === null || date(closesAt) !== date(now)) return ''
  return words[language].until(clockAt(closesAt, language))
}

/** The time on the clock in Brussels, as it is written: 14.05 uur. */
function clockAt(at: number, language: Language): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return clock(format.format(at), language)
}

function date(at: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(at)
}
