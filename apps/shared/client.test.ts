import { expect, test, vi } from 'vitest'
import { draft, reply } from '../../server/modules/chat/contract.ts'
import { type ClientParts, createAsk } from './client.ts'
import { BugError, RefusalError, UnreachableError } from './client-error.ts'

const id = '01890000-0000-7000-8000-000000000001'
const input = { contact: id, engagement: id, id, body: 'Goedendag', seen: 1 }

type Answer = { status: number; body?: unknown } | 'no network'

/** A world that answers with these, one after the other. */
function world(...answers: Answer[]) {
  const asked: { address: string; request: RequestInit }[] = []
  let now = 0
  const onSessionEnded = vi.fn()
  const parts: ClientParts = {
    fetch: async (address, request) => {
      asked.push({ address, request })
      const answer = answers.length > 1 ? answers.shift() : answers[0]
      if (!answer || answer === 'no network') throw new TypeError('Failed to fetch')
      return new Response(JSON.stringify(answer.body ?? {}), { status: answer.status })
    },
    wait: async (ms, signal) => {
      now += ms
      signal?.throwIfAborted()
    },
    now: () => now,
    random: () => 0.5,
    language: () => 'nl',
    onSessionEnded,
  }
  return { ask: createAsk(parts), asked, onSessionEnded }
}

const header = (request: RequestInit | undefined, name: string) =>
  new Headers(request?.headers).get(name)

test('ASK-1: a write that did not arrive is asked again with the same key', async () => {
  const { ask, asked } = world('no network', { status: 502 }, { status: 200, body: { number: 2 } })
  expect(await ask(reply, input)).toEqual({ number: 2 })
  const keys = asked.map(({ request }) => header(request, 'idempotency-key'))
  expect(keys).toHaveLength(3)
  expect(new Set(keys).size).toBe(1)
  expect(asked[0]?.address).toBe('/api/chat.reply')
})

test('ASK-2: a read puts what it asks in the address, without a key', async () => {
  const { ask, asked } = world({ status: 200, body: { body: '', savedAt: null } })
  await ask(draft, { contact: id })
  expect(asked[0]?.address).toBe(`/api/chat.draft?contact=${id}`)
  expect(header(asked[0]?.request, 'idempotency-key')).toBeNull()
  expect(header(asked[0]?.request, 'accept-language')).toBe('nl')
})

test('ASK-3: a refusal is told with its sentence and is not asked again, also as 503', async () => {
  const body = { refusal: 'chat.stale', sentence: 'Er kwamen nieuwe berichten.', upTo: 4 }
  const { ask, asked } = world({ status: 503, body })
  const error = await ask(reply, input).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(RefusalError)
  expect(error).toMatchObject({ code: 'chat.stale', sentence: body.sentence, params: { upTo: 4 } })
  expect(asked).toHaveLength(1)
})

test('ASK-4: it gives up after half a minute', async () => {
  const { ask, asked } = world('no network')
  await expect(ask(reply, input)).rejects.toBeInstanceOf(UnreachableError)
  expect(asked.length).toBeGreaterThan(6)
})

test('ASK-5: asking stops when the one who asked no longer wants to know', async () => {
  const { ask } = world('no network')
  const stop = new AbortController()
  stop.abort(new Error('no longer'))
  await expect(ask(reply, input, { signal: stop.signal })).rejects.toThrow('no longer')
})

test('ASK-6: an unknown caller ends the session; our own mistake has a number', async () => {
  const signIn = { refusal: 'kit.signInFirst', sentence: 'Meld u eerst aan.' }
  const first = world({ status: 401, body: signIn })
  await expect(first.ask(reply, input)).rejects.toBeInstanceOf(RefusalError)
  expect(first.onSessionEnded).toHaveBeenCalledOnce()
  const second = world({ status: 500, body: { bug: '0189', sentence: 'Er ging iets mis.' } })
  const error = await second.ask(reply, input).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(BugError)
  expect(error).toMatchObject({ number: '0189' })
})
