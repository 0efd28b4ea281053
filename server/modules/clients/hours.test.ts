import fc from 'fast-check'
import { expect, test } from 'vitest'
import { admits, explainDays, hoursToday, nextOpening, openAt, periodsOn } from './hours.ts'
import type { CalendarDays, HoursDocument, HoursException } from './hours-document.ts'
import { at, days, everyDay, general } from './hours-sample.ts'

const closedForTraining: HoursException = {
  date: '2026-11-24',
  periods: [{ from: '13:00', to: '16:00' }],
  text: { nl: 'Door een opleiding zijn we open van 13 tot 16 uur.' },
  reason: 'opleiding',
}

test('CLIENTS-1: open at 09:00:00.000, closed at 19:00:00.000', () => {
  const opening = at('2026-11-23T09:00')
  const closing = at('2026-11-23T19:00')
  expect(openAt(general, days, opening - 1)).toMatchObject({ open: false, nextOpen: opening })
  expect(openAt(general, days, opening)).toEqual({ open: true, until: closing })
  expect(openAt(general, days, closing - 1)).toEqual({ open: true, until: closing })
  expect(openAt(general, days, closing)).toEqual({
    open: false,
    because: 'outsideHours',
    text: null,
    nextOpen: at('2026-11-24T09:00'),
  })
})

test('CLIENTS-2: who enters at 18:59:59 is admitted, who enters at 19:00 is not', () => {
  expect(admits(general, days, at('2026-11-23T18:59:59'))).toBe(true)
  expect(admits(general, days, at('2026-11-23T19:00:00'))).toBe(false)
})

test('CLIENTS-3: exception before holiday before week', () => {
  const doc = {
    ...general,
    exceptions: [closedForTraining, { ...closedForTraining, date: '2026-12-25' }],
  }
  expect(periodsOn(doc, days, '2026-11-23').because).toBe('weekly')
  expect(periodsOn(doc, days, '2026-11-24')).toMatchObject({ because: 'exception' })
  expect(openAt(doc, days, at('2026-11-24T10:00'))).toEqual({
    open: false,
    because: 'exception',
    text: closedForTraining.text,
    nextOpen: at('2026-11-24T13:00'),
  })
  expect(openAt(doc, days, at('2026-12-25T14:00')).open).toBe(true)
  expect(openAt(general, days, at('2026-12-25T14:00'))).toMatchObject({
    because: 'holiday',
    text: { nl: 'Kerstmis', fr: 'Noël' },
    nextOpen: at('2027-01-04T09:00'),
  })
})

test('CLIENTS-3: an exception over several dates closes them all', () => {
  const doc = { ...general, exceptions: [{ ...closedForTraining, to: '2026-11-26', periods: [] }] }
  expect(nextOpening(doc, days, at('2026-11-24T09:00'))).toBe(at('2026-11-27T09:00'))
})

const closure = {
  from: at('2026-11-23T11:00'),
  until: at('2026-11-23T12:30'),
  text: { nl: 'We zijn nu niet bereikbaar door een stroomonderbreking.' },
  by: 'staff-1',
  since: at('2026-11-23T10:58'),
}

test('CLIENTS-4: an emergency closure closes at once and ends when it says', () => {
  const doc = { ...general, emergencyClosure: closure }
  expect(openAt(doc, days, closure.from - 1)).toEqual({ open: true, until: closure.from })
  expect(openAt(doc, days, closure.from)).toEqual({
    open: false,
    because: 'emergency',
    text: closure.text,
    nextOpen: closure.until,
  })
  expect(openAt(doc, days, closure.until).open).toBe(true)
})

test('CLIENTS-4: without an end nobody knows when the line opens', () => {
  const doc = { ...general, emergencyClosure: { ...closure, until: null } }
  expect(openAt(doc, days, at('2027-03-01T10:00'))).toMatchObject({
    because: 'emergency',
    nextOpen: null,
  })
})

test('CLIENTS-5: the skipped hour of spring is never open, and its half loses only the rest', () => {
  const night = everyDay({ from: '02:00', to: '03:00' })
  expect(hoursToday(night, days, at('2027-03-28T12:00')).open).toEqual([])
  const half = everyDay({ from: '01:00', to: '02:30' })
  expect(hoursToday(half, days, at('2027-03-28T12:00')).open).toEqual([
    { from: at('2027-03-28T01:00'), to: at('2027-03-28T03:00') },
  ])
})

test('CLIENTS-5: the doubled hour of autumn is open twice, the day has 25 hours', () => {
  const night = everyDay({ from: '02:00', to: '02:30' })
  expect(hoursToday(night, days, at('2026-10-25T12:00')).open).toEqual([
    { from: at('2026-10-25T02:00', '+02:00'), to: at('2026-10-25T02:30', '+02:00') },
    { from: at('2026-10-25T02:00', '+01:00'), to: at('2026-10-25T02:30', '+01:00') },
  ])
  const day = everyDay({ from: '00:00', to: '24:00' })
  const [whole] = hoursToday(day, days, at('2026-10-25T12:00')).open
  expect(whole && whole.to - whole.from).toBe(25 * 3_600_000)
})

test('CLIENTS-6: periods that touch at midnight or noon are one stretch', () => {
  const doc = everyDay(
    { from: '00:00', to: '02:00' },
    { from: '20:00', to: '22:00' },
    { from: '22:00', to: '24:00' },
  )
  expect(openAt(doc, days, at('2026-11-23T21:00'))).toEqual({
    open: true,
    until: at('2026-11-24T02:00'),
  })
})

test('CLIENTS-7: a line that never closes has no closing, a line that never opens no opening', () => {
  const now = at('2026-11-23T10:00')
  expect(openAt(everyDay({ from: '00:00', to: '24:00' }), days, now)).toEqual({
    open: true,
    until: null,
  })
  expect(openAt(everyDay(), days, now)).toMatchObject({ open: false, nextOpen: null })
})

test('CLIENTS-10: a line adds days off and takes days back', () => {
  const doc: HoursDocument = {
    ...general,
    workingDays: {
      calendar: 'civilService',
      extra: [{ date: '2026-11-24', name: { nl: 'Personeelsdag' } }],
      worked: ['2026-12-28'],
    },
  }
  expect(openAt(doc, days, at('2026-11-24T10:00'))).toMatchObject({
    because: 'holiday',
    text: { nl: 'Personeelsdag' },
  })
  expect(openAt(doc, days, at('2026-12-28T10:00')).open).toBe(true)
})

test('CLIENTS-13: beyond the calendar is an error', () => {
  const short: CalendarDays = { ...days, to: '2026-12-31' }
  const later = at('2027-01-05T10:00')
  expect(() => openAt(general, short, later)).toThrow(RangeError)
  expect(() => nextOpening(general, short, later)).toThrow(RangeError)
  expect(openAt(general, short, at('2026-12-24T20:00'))).toMatchObject({ nextOpen: null })
})

test('CLIENTS-14: the calendar view tells what is planned, why, and what remains', () => {
  const doc = { ...general, exceptions: [closedForTraining], emergencyClosure: closure }
  const view = explainDays(doc, days, '2026-11-23', 3)
  expect(view.map((day) => [day.date, day.because])).toEqual([
    ['2026-11-23', 'emergency'],
    ['2026-11-24', 'exception'],
    ['2026-11-25', 'weekly'],
  ])
  expect(view[0]?.open).toEqual([
    { from: at('2026-11-23T09:00'), to: closure.from },
    { from: closure.until, to: at('2026-11-23T19:00') },
  ])
})

const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Brussels',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** The plainest reading of the rule: what does the clock on the wall say? */
function openByTheWall(doc: HoursDocument, t: number): boolean {
  const [date = '', time = ''] = wall.format(t).split(' ')
  return periodsOn(doc, days, date).periods.some(({ from, to }) => from <= time && time < to)
}

test('CLIENTS-5: minute by minute over the weeks of both clock changes, the wall decides', () => {
  const time = fc.integer({ min: 0, max: 48 }).map((half) => {
    return `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`
  })
  const cuts = fc.uniqueArray(time, { minLength: 2, maxLength: 6 })
  const week = fc.constantFrom(at('2026-10-22T00:00'), at('2027-03-25T00:00'))
  fc.assert(
    fc.property(cuts, week, (times, start) => {
      const sorted = times.sort()
      const periods = sorted.slice(1).flatMap((to, i) => {
        const from = sorted[i]
        return i % 2 === 0 && from !== undefined ? [{ from, to }] : []
      })
      const doc = everyDay(...periods)
      const intervals = explainDays(doc, days, wall.format(start).slice(0, 10), 7).flatMap(
        (day) => day.open,
      )
      for (let t = start; t < start + 6 * 86_400_000; t += 60_000) {
        const open = intervals.some(({ from, to }) => from <= t && t < to)
        if (open !== openByTheWall(doc, t)) return false
        if (t % 2_700_000 === 0 && openAt(doc, days, t).open !== open) return false
      }
      return true
    }),
    { numRuns: 15 },
  )
})
