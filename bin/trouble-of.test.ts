import { expect, test } from 'vitest'
import { troubleOf } from './trouble-of.ts'

const failing = (code: string, path?: string) =>
  Object.assign(new Error('as the system says it'), { code, path })
const sentence = (error: unknown) => (troubleOf(error, '/srv/data') as Error).message

test.each([
  [
    failing('ENOSPC', '/srv/data/holder'),
    /^The disk that holds the data folder \/srv\/data is full/,
  ],
  [failing('EACCES', '/srv/data/holder'), /^This user cannot read and write the data folder/],
  [failing('EACCES', '/elsewhere'), /^This user cannot read and write \/elsewhere/],
  [failing('ENOTDIR', '/srv/data'), /^A file stands where the data folder \/srv\/data should be/],
  [failing('53100'), /is full/],
  [failing('58P01'), /damaged or missing/],
  [failing('28P01'), /^The passwords in the data folder/],
])('%o is one sentence', (error, expected) => {
  expect(sentence(error)).toMatch(expected)
})

test('a mistake of ours stays what it is', () => {
  const bug = new TypeError('x is not a function')
  expect(troubleOf(bug, '/srv/data')).toBe(bug)
})
