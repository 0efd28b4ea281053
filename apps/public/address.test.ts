import { expect, test } from 'vitest'
import { addressOf, wantedBy } from './address.ts'

test('PUBLIC-1: the address says the language, else the browser, else Dutch', () => {
  expect(wantedBy('?lang=fr', ['de']).language).toBe('fr')
  expect(wantedBy('?lang=es', ['es', 'de-AT']).language).toBe('de')
  expect(wantedBy('', []).language).toBe('nl')
})

test('PUBLIC-2: the address says the department, and a link keeps it', () => {
  const wanted = wantedBy('?department=OVO900140&lang=en', [])
  expect(wanted).toEqual({ language: 'en', department: 'OVO900140' })
  expect(addressOf(wanted)).toBe('/?lang=en&department=OVO900140')
  expect(addressOf({ ...wanted, department: null })).toBe('/?lang=en')
})
