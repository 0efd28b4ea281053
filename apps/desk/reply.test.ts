import { expect, test } from 'vitest'
import { RefusalError, UnreachableError } from '../shared/client-error.ts'
import { Draft } from './draft.ts'
import { Reply } from './reply.ts'

const never = new Promise<never>(() => {})
const silent = {
  storage: null,
  load: () => never,
  save: async () => {},
  now: () => 0,
}
const newReply = (text: string) => {
  const reply = new Reply(new Draft(silent, 'noor', 'a'))
  reply.type(text)
  return reply
}
const stale = new RefusalError(409, { refusal: 'chat.stale', sentence: 'Lees ze eerst.' })

test('DESK-3: the text stays until it is stored, and cannot be sent twice meanwhile', async () => {
  const reply = newReply('Goedendag')
  let store = () => {}
  let sends = 0
  const send = () => {
    sends++
    return new Promise<void>((resolve) => {
      store = resolve
    })
  }
  const sent = reply.send(send, 1)
  expect(reply.snapshot()).toMatchObject({ text: 'Goedendag', isSending: true })
  expect(await reply.send(send, 1)).toBe(false)
  store()
  expect(await sent).toBe(true)
  expect(sends).toBe(1)
  expect(reply.snapshot()).toEqual({ text: '', isSending: false, trouble: null })
})

test('DESK-3: a stale reply keeps its text; sent again it is the same message, now seen', async () => {
  const reply = newReply('Goedendag')
  const sent: { id: string; seen: number }[] = []
  await reply.send(async (message) => {
    sent.push(message)
    throw stale
  }, 1)
  expect(reply.snapshot()).toMatchObject({ text: 'Goedendag', trouble: { kind: 'stale' } })
  expect(await reply.send(async (message) => sent.push(message), 2)).toBe(true)
  expect(sent.map(({ seen }) => seen)).toEqual([1, 2])
  expect(sent[0]?.id).toBe(sent[1]?.id)
})

test('DESK-3: when nobody answered the same text is the same message, another text another one', async () => {
  const reply = newReply('Goedendag')
  const ids: string[] = []
  const lost = async ({ id }: { id: string }) => {
    ids.push(id)
    throw new UnreachableError('chat.reply')
  }
  await reply.send(lost, 1)
  expect(reply.snapshot().trouble).toEqual({ kind: 'unsure' })
  await reply.send(lost, 1)
  reply.type('Goedenavond')
  await reply.send(lost, 1)
  expect(ids[0]).toBe(ids[1])
  expect(ids[2]).not.toBe(ids[1])
})

test('DESK-3: an empty text is not sent', async () => {
  expect(await newReply('  \n ').send(async () => {}, 0)).toBe(false)
})
