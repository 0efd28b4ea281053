import { expect, test } from 'vitest'
import { isDatabaseAway } from './database-away.ts'

const coded = (code: string) => Object.assign(new Error('no'), { code })

test('a database that is away, full or stopping is no mistake of ours', () => {
  for (const code of ['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '53300', '53100', '40P01'])
    expect(isDatabaseAway(coded(code)), code).toBe(true)
  expect(isDatabaseAway(new Error('Connection terminated unexpectedly'))).toBe(true)
})

test('a wrong query and a broken rule of the tables are mistakes of ours', () => {
  for (const code of ['42601', '23505', '22021', '42501', 'ERR_INVALID_ARG_TYPE'])
    expect(isDatabaseAway(coded(code)), code).toBe(false)
  expect(isDatabaseAway(new TypeError('undefined is not a function'))).toBe(false)
  expect(isDatabaseAway('57P01')).toBe(false)
})
