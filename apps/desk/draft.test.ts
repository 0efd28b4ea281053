import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Draft, type DraftParts } from './draft.ts'

/** A server and a computer that keep drafts; the test breaks the network by hand. */
function world(there: { body: string; savedAt: number | null } = { body: '', savedAt: null }) {
  const kept = new Map<string, string>()
  const server = { ...there, isAway: false, saves: 0 }
  const parts: DraftParts = {
    storage: {
      getItem: (name) => kept.get(name) ?? null,
      setItem: (name, value) => void kept.set(name, value),
      removeItem: (name) => void kept.delete(name),
    },
    load: async () => ({ body: server.body, savedAt: server.savedAt }),
    save: async (_contact, body) => {
      if (server.isAway) throw new Error('away')
      server.saves++
      server.body = body
      server.savedAt = Date.now()
    },
    now: () => Date.now(),
  }
  return { parts, kept, server }
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

test('DESK-2: a draft is saved a moment after the last key, and then leaves this computer', async () => {
  const { parts, kept, server } = world()
  const draft = new Draft(parts, 'noor', 'a')
  for (const body of ['G', 'Go', 'Goe']) draft.keep(body)
  expect(kept.size).toBe(1)
  await vi.advanceTimersByTimeAsync(700)
  expect(server).toMatchObject({ body: 'Goe', saves: 1 })
  expect(kept.size).toBe(0)
})

test('DESK-2: what the server did not get is restored here and saved when it is back', async () => {
  const { parts, server } = world({ body: 'oud', savedAt: 1 })
  server.isAway = true
  new Draft(parts, 'noor', 'a').keep('nieuw')
  await vi.advanceTimersByTimeAsync(700)
  const again = new Draft(parts, 'noor', 'a')
  server.isAway = false
  expect(await again.restore()).toBe('nieuw')
  await vi.advanceTimersByTimeAsync(700)
  expect(server.body).toBe('nieuw')
})

test('DESK-2: what was written later on another computer stands', async () => {
  const { parts, server } = world()
  server.isAway = true
  new Draft(parts, 'noor', 'a').keep('hier')
  Object.assign(server, { body: 'elders', savedAt: Date.now() + 60_000 })
  expect(await new Draft(parts, 'noor', 'a').restore()).toBe('elders')
})

test('DESK-2: restoring late never takes away what one has begun to write', async () => {
  const { parts } = world({ body: 'oud', savedAt: 1 })
  const draft = new Draft(parts, 'noor', 'a')
  const restored = draft.restore()
  draft.keep('nieuw')
  expect(await restored).toBeNull()
})

test('DESK-1: a contact that left our hands leaves no draft here', async () => {
  const { parts, kept, server } = world()
  const draft = new Draft(parts, 'noor', 'a')
  draft.keep('Geheim')
  draft.forget()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(kept.size).toBe(0)
  expect(server.saves).toBe(0)
})

test('DESK-1: drafts of two agents and two contacts are apart', async () => {
  const { parts, server } = world()
  server.isAway = true
  new Draft(parts, 'noor', 'a').keep('van Noor')
  expect(await new Draft(parts, 'tarik', 'a').restore()).toBe('')
  expect(await new Draft(parts, 'noor', 'b').restore()).toBe('')
})
