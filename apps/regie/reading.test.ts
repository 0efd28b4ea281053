import { expect, test } from 'vitest'
import { mayRead, type Told } from './reading.ts'

const story = (state: Told['contact']['state'], ...types: string[]): Told => ({
  contact: { channel: 'chat', state },
  events: types.map((type) => ({ type })),
})

test('REGIE-6: while it goes on, a conversation is read only after an emergency or abuse', () => {
  expect(mayRead(story('talking'), true)).toBe('going')
  expect(mayRead(story('talking', 'opened', 'emergencyRaised'), true)).toBe('yes')
  expect(mayRead(story('held', 'abuseRaised'), true)).toBe('yes')
  expect(mayRead(story('over'), true)).toBe('yes')
  expect(mayRead(story('closed'), true)).toBe('yes')
})

test('REGIE-6: only a supervisor reads, and only what was written', () => {
  expect(mayRead(story('closed'), false)).toBe('notYours')
  const call: Told = { contact: { channel: 'call', state: 'closed' }, events: [] }
  expect(mayRead(call, true)).toBe('notChat')
})
