import { expect, test } from 'vitest'
import { readHours } from './hours-document.ts'
import { general } from './hours-sample.ts'

const exception = { date: '2026-11-24', periods: [], text: { nl: 'Gesloten.' }, reason: 'r' }

test('CLIENTS-8: a right document is read back unchanged', () => {
  expect(readHours(structuredClone(general))).toEqual({ document: general })
})

test.each([
  ['overlap', monday(['09:00', '12:00'], ['11:59', '14:00']), 'weekly.monday.1', 'periodsOverlap'],
  ['backwards', monday(['12:00', '12:00']), 'weekly.monday.0', 'periodBackwards'],
  ['no such time', monday(['09:00', '24:30']), 'weekly.monday.0.to', 'malformed'],
  ['second on a date', exceptions(exception, exception), 'exceptions.1', 'exceptionsOverlap'],
  [
    'date within a range',
    exceptions({ ...exception, date: '2026-11-20', to: '2026-11-30' }, exception),
    'exceptions.1',
    'exceptionsOverlap',
  ],
  [
    'range backwards',
    exceptions({ ...exception, to: '2026-11-01' }),
    'exceptions.0',
    'exceptionBackwards',
  ],
  [
    'no Dutch',
    exceptions({ ...exception, text: { fr: 'Fermé.' } }),
    'exceptions.0.text.nl',
    'textMissing',
  ],
  [
    'empty Dutch',
    exceptions({ ...exception, text: { nl: ' ' } }),
    'exceptions.0.text.nl',
    'textMissing',
  ],
  ['no text', exceptions({ ...exception, text: undefined }), 'exceptions.0.text', 'textMissing'],
  [
    'no such date',
    exceptions({ ...exception, date: '2026-02-29' }),
    'exceptions.0.date',
    'malformed',
  ],
  ['closure', closure(10, 10), 'emergencyClosure.until', 'closureBackwards'],
])('CLIENTS-8: refused with reason and place: %s', (_, input, path, reason) => {
  expect(readHours(input)).toEqual({ problems: [{ path, reason }] })
})

test('CLIENTS-6: periods may touch, in a day and at midnight', () => {
  expect(readHours(monday(['12:00', '24:00'], ['00:00', '12:00']))).toHaveProperty('document')
})

function monday(...periods: [from: string, to: string][]) {
  const written = periods.map(([from, to]) => ({ from, to }))
  return { ...general, weekly: { ...general.weekly, monday: written } }
}

function exceptions(...list: object[]) {
  return { ...general, exceptions: list }
}

function closure(from: number, until: number) {
  const emergencyClosure = { from, until, text: { nl: 'Gesloten.' }, by: 'staff-1', since: from }
  return { ...general, emergencyClosure }
}
