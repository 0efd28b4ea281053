import { expect, test } from 'vitest'
import { message } from './sample.ts'
import { seenAtFirst, unansweredSince, unread } from './waiting.ts'

test('DESK-5: waiting counts from the first message without an answer', () => {
  expect(unansweredSince([])).toBeNull()
  const asked = [message(1, 'citizen', 'Hallo'), message(2, 'citizen', 'Bent u er?')]
  expect(unansweredSince(asked)).toBe(1_000)
  const answered = [...asked, message(3, 'agent', 'Dag')]
  expect(unansweredSince(answered)).toBeNull()
  const again = [...answered, message(4, 'system', 'Noor is er'), message(5, 'citizen', 'Fijn')]
  expect(unansweredSince(again)).toBe(5_000)
})

test('DESK-4: new are the messages of the citizen after the last that was seen', () => {
  const all = [message(1, 'citizen', 'a'), message(2, 'agent', 'b'), message(3, 'citizen', 'c')]
  expect(unread(all, 0)).toBe(2)
  expect(unread(all, 2)).toBe(1)
  expect(unread(all, 3)).toBe(0)
  expect(seenAtFirst([])).toBe(0)
  expect(seenAtFirst(all)).toBe(2)
  expect(seenAtFirst(all.slice(0, 2))).toBe(2)
})
