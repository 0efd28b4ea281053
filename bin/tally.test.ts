import { expect, test } from 'vitest'
import { sum, tallyOf, words } from './tally.mjs'

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
})
const report = (testResults: ReturnType<typeof file>[], counts = {}) => ({
  success: true,
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  ...counts,
  testResults,
})

test('tests count as passed, failed or skipped', () => {
  const counts = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 }
  expect(
    tallyOf(report([file('failed', 'failed', 'passed')], { ...counts, success: false })),
  ).toEqual({
    passed: 5,
    failed: 1,
    skipped: 2,
  })
})

test('a file that cannot be loaded counts as a failure', () => {
  expect(tallyOf(report([file('failed')], { success: false })).failed).toBe(1)
})

test('an error outside of any test counts as a failure', () => {
  expect(tallyOf(report([file('passed', 'passed')], { success: false })).failed).toBe(1)
})

test('the closing line', () => {
  const total = sum([
    { passed: 2, failed: 0, skipped: 0 },
    { passed: 1, failed: 1, skipped: 0 },
  ])
  expect(words(total)).toBe('3 passed, 1 failed')
  expect(words({ ...total, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped')
})
