import { expect, test, vi } from 'vitest'
import { Conversation } from './conversation.ts'
import { chatOf, message } from './sample.ts'

test('DESK-1: what comes for another contact is dropped', () => {
  const mine = new Conversation('a')
  mine.take(chatOf('b'), [message(1, 'citizen', 'Ik ben een ander')])
  expect(mine.snapshot()).toMatchObject({ chat: null, messages: [] })
})

test('DESK-1: messages are there once and in order, whatever comes twice', () => {
  const talk = new Conversation('a')
  talk.take(chatOf('a'), [message(2, 'agent', 'Dag'), message(1, 'citizen', 'Hallo')])
  talk.take(chatOf('a'), [message(2, 'agent', 'Dag'), message(3, 'citizen', 'Dank u')])
  expect(talk.snapshot().messages.map(({ number }) => number)).toEqual([1, 2, 3])
})

test('DESK-1: an erased message takes the place of its words', () => {
  const talk = new Conversation('a')
  talk.take(chatOf('a'), [message(1, 'citizen', 'Hallo')])
  talk.take(chatOf('a'), [{ ...message(1, 'citizen', ''), body: null }])
  expect(talk.snapshot().messages.map(({ body }) => body)).toEqual([null])
})

test('DESK-4: on opening, what has an answer is seen and the rest is not', () => {
  const talk = new Conversation('a')
  talk.take(chatOf('a'), [
    message(1, 'citizen', 'Hallo'),
    message(2, 'agent', 'Dag'),
    message(3, 'citizen', 'Ik heb een vraag'),
  ])
  expect(talk.snapshot().seen).toBe(2)
  talk.take(chatOf('a'), [message(4, 'citizen', 'Bent u er?')])
  expect(talk.snapshot().seen).toBe(2)
  talk.markSeen(4)
  talk.markSeen(3)
  expect(talk.snapshot().seen).toBe(4)
})

test('DESK-4: a sign of typing passes, at once when the message comes', () => {
  vi.useFakeTimers()
  const talk = new Conversation('a')
  talk.signal('agent')
  expect(talk.snapshot().isTyping).toBe(false)
  talk.signal('citizen')
  expect(talk.snapshot().isTyping).toBe(true)
  vi.advanceTimersByTime(5_000)
  expect(talk.snapshot().isTyping).toBe(false)
  talk.signal('citizen')
  talk.take(chatOf('a'), [message(1, 'citizen', 'Hallo')])
  expect(talk.snapshot().isTyping).toBe(false)
  vi.useRealTimers()
})
