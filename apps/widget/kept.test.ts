import { expect, test } from 'vitest'
import { Keep, type KeptChat, type Shelf } from './kept.ts'

/** A storage as a browser has it. */
function shelf(): Shelf & { items: Map<string, string> } {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
}

const chat: KeptChat = {
  token: 'key',
  key: 'start',
  line: { code: '1700', name: '1700', opening: '' },
  theme: null,
  language: 'nl',
  question: '',
  contact: null,
  reference: null,
  draft: '',
  outgoing: [],
  seen: 0,
  emergency: [],
  endedAt: null,
}

test('WIDGET-8: everything is under one key, and nothing is left when there is nothing', () => {
  const { items, ...storage } = shelf()
  const keep = new Keep(storage)
  keep.change({ chat, isOpen: true })
  expect([...items.keys()]).toEqual(['onthaal'])
  keep.change({ chat: null, isOpen: false })
  expect(items.size).toBe(0)
})

test('WIDGET-8: two tabs do not undo each other’s changes', () => {
  const storage = shelf()
  const [one, other] = [new Keep(storage), new Keep(storage)]
  one.change({ chat })
  other.changeChat('key', { draft: 'Dag' })
  one.changeChat('key', { seen: 3 })
  expect(other.read().chat).toMatchObject({ draft: 'Dag', seen: 3 })
})

test('WIDGET-8: a change meant for another chat changes nothing', () => {
  const keep = new Keep(shelf())
  keep.change({ chat })
  keep.changeChat('older', { draft: 'Dag' })
  expect(keep.read().chat?.draft).toBe('')
})

test('WIDGET-8: where a browser keeps nothing, memory does', () => {
  const no = () => {
    throw new Error('forbidden')
  }
  for (const storage of [null, { getItem: no, setItem: no, removeItem: no }]) {
    const keep = new Keep(storage)
    keep.change({ chat })
    expect(keep.read().chat?.token).toBe('key')
  }
})

test('WIDGET-8: what cannot be read counts as nothing', () => {
  for (const text of ['{', '{"version":2}', 'null']) {
    const storage = shelf()
    storage.setItem('onthaal', text)
    expect(new Keep(storage).read().chat).toBeNull()
  }
})

test('WIDGET-8: an ended conversation is let go after an hour, one that goes on never', () => {
  const keep = new Keep(shelf())
  keep.change({ chat })
  keep.tidy(1e12)
  expect(keep.read().chat).not.toBeNull()
  keep.changeChat('key', { endedAt: 1_000 })
  keep.tidy(1_000 + 60 * 60_000)
  expect(keep.read().chat).not.toBeNull()
  keep.tidy(1_001 + 60 * 60_000)
  expect(keep.read().chat).toBeNull()
})
