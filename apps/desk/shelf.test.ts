import { expect, test, vi } from 'vitest'
import type { Watcher } from '../shared/live.ts'
import { chatOf, message } from './sample.ts'
import { Shelf } from './shelf.ts'

function desk() {
  const watched = new Map<string, Watcher>()
  const kept = new Map<string, string>()
  const shelf = new Shelf(
    {
      watch: (stream, watcher) => {
        watched.set(stream, watcher)
        return () => watched.delete(stream)
      },
      drafts: {
        storage: {
          getItem: (name) => kept.get(name) ?? null,
          setItem: (name, value) => void kept.set(name, value),
          removeItem: (name) => void kept.delete(name),
        },
        load: async () => ({ body: '', savedAt: null }),
        save: vi.fn(async () => {}),
        now: () => 0,
      },
    },
    'noor',
  )
  return { shelf, watched, kept }
}

test('DESK-1: each contact in hand has its own conversation, and keeps it', () => {
  const { shelf, watched } = desk()
  shelf.keep(['a', 'b'])
  watched.get('chat:a')?.take(chatOf('a'), [message(1, 'citizen', 'Van A')], 1)
  expect(shelf.of('a').conversation.snapshot().messages).toHaveLength(1)
  expect(shelf.of('b').conversation.snapshot().messages).toHaveLength(0)
  shelf.keep(['a', 'b', 'c'])
  expect(shelf.of('a').conversation.snapshot().messages).toHaveLength(1)
})

test('DESK-1: a contact that is no longer in hand is let go, with its words', () => {
  const { shelf, watched, kept } = desk()
  shelf.keep(['a'])
  const late = watched.get('chat:a')
  shelf.of('a').reply.type('Een halve zin')
  expect(kept.size).toBe(1)
  shelf.keep([])
  expect(watched.size).toBe(0)
  expect(kept.size).toBe(0)
  late?.take(chatOf('a'), [message(1, 'citizen', 'Te laat')], 1)
  shelf.keep(['a'])
  expect(shelf.of('a').conversation.snapshot().messages).toHaveLength(0)
  expect(shelf.of('a').reply.snapshot().text).toBe('')
})
