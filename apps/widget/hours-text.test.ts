import { expect, test } from 'vitest'
import { hoursToday, moment, untilToday } from './hours-text.ts'

const at = (text: string) => Date.parse(text)
const monday = at('2026-11-23T10:00:00+01:00')
const day = (periods: { from: string; to: string }[]) => ({
  date: '2026-11-23',
  periods,
  text: null,
})

test('WIDGET-5: the hours of today in four languages', () => {
  const split = day([
    { from: '09:00', to: '12:30' },
    { from: '13:00', to: '17:30' },
  ])
  expect(hoursToday(split, 'nl')).toBe('Vandaag: van 9 tot 12.30 uur en van 13 tot 17.30 uur')
  expect(hoursToday(split, 'fr')).toBe('Aujourd’hui : de 9 h à 12 h 30 et de 13 h à 17 h 30')
  expect(hoursToday(split, 'de')).toBe('Heute: von 9 bis 12.30 Uhr und von 13 bis 17.30 Uhr')
  expect(hoursToday(split, 'en')).toBe('Today: 9:00 to 12:30 and 13:00 to 17:30')
})

test('WIDGET-5: a closed day and a day without end have words of their own', () => {
  expect(hoursToday(day([]), 'nl')).toBe('Vandaag gesloten')
  expect(hoursToday(day([{ from: '00:00', to: '24:00' }]), 'fr')).toBe('Aujourd’hui : jour et nuit')
})

test('WIDGET-5: the next opening is today, tomorrow or a day with its name', () => {
  expect(moment(at('2026-11-23T13:00:00+01:00'), monday, 'nl')).toBe('vandaag om 13 uur')
  expect(moment(at('2026-11-24T09:00:00+01:00'), monday, 'nl')).toBe('morgen om 9 uur')
  expect(moment(at('2026-11-30T09:30:00+01:00'), monday, 'nl')).toBe(
    'maandag 30 november om 9.30 uur',
  )
  expect(moment(at('2026-11-30T09:00:00+01:00'), monday, 'fr')).toBe('lundi 30 novembre à 9 h')
})

test('WIDGET-5: late in the evening, the morning after is tomorrow in Brussels', () => {
  const late = at('2026-11-23T23:30:00+01:00')
  expect(moment(at('2026-11-24T09:00:00+01:00'), late, 'en')).toBe('tomorrow at 9:00')
})

test('WIDGET-5: open until a time of today; a later end is not told', () => {
  expect(untilToday(at('2026-11-23T19:00:00+01:00'), monday, 'nl')).toBe('tot 19 uur')
  expect(untilToday(at('2026-11-25T19:00:00+01:00'), monday, 'nl')).toBe('')
  expect(untilToday(null, monday, 'nl')).toBe('')
})
