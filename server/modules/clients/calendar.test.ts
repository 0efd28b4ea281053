import { expect, test } from 'vitest'
import { calendarDays } from './calendar.ts'

test('CLIENTS-9: the ten Belgian public holidays of a year, in four languages', () => {
  const { belgianHolidays } = calendarDays(2027, 2027)
  expect(belgianHolidays.map((day) => day.date)).toEqual([
    '2027-01-01',
    '2027-03-29',
    '2027-05-01',
    '2027-05-06',
    '2027-05-17',
    '2027-07-21',
    '2027-08-15',
    '2027-11-01',
    '2027-11-11',
    '2027-12-25',
  ])
  expect(belgianHolidays[1]?.name).toEqual({
    nl: 'Paasmaandag',
    fr: 'Lundi de Pâques',
    de: 'Ostermontag',
    en: 'Easter Monday',
  })
})

test('CLIENTS-9: the civil service adds its own days, in any later year', () => {
  const { belgianHolidays, civilService } = calendarDays(2050, 2050)
  const shared = new Set(belgianHolidays.map((day) => day.date))
  expect(civilService.map((day) => day.date).filter((date) => !shared.has(date))).toEqual([
    '2050-07-11',
    '2050-11-02',
    '2050-11-15',
    '2050-12-26',
    '2050-12-27',
    '2050-12-28',
    '2050-12-29',
    '2050-12-30',
    '2050-12-31',
  ])
  expect(civilService).toHaveLength(19)
})

test('CLIENTS-13: a calendar says which dates it knows', () => {
  expect(calendarDays(2026, 2028)).toMatchObject({ from: '2026-01-01', to: '2028-12-31' })
})
