import { expect, test } from 'vitest'
import { isLoopback } from './loopback.ts'

test('loopback is this machine only', () => {
  expect(['localhost', '127.0.0.1', '127.1.2.3', '::1'].every(isLoopback)).toBe(true)
  expect(['0.0.0.0', '::', '10.0.0.1', '127.example.org'].some(isLoopback)).toBe(false)
})
