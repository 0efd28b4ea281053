import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Outgoing } from '../kept.ts'
import { SendQueue, type Sent } from './send-queue.ts'

const message = (id: string): Outgoing => ({ id, body: `body of ${id}` })
const settled = () => new Promise((resolve) => setTimeout(resolve))

/** A server that stores by id, and a network that loses what it likes. */
function world(fate: (attempt: number) => 'arrives' | 'lost' | 'answerLost' | 'refused') {
  const stored: string[] = []
  const refused: string[] = []
  const kept: string[][] = []
  let attempt = 0
  const queue = new SendQueue({
    send: async ({ id }): Promise<Sent> => {
      const happens = fate(attempt++)
      await Promise.resolve()
      if (happens === 'lost') return 'again'
      if (happens === 'refused') {
        refused.push(id)
        return 'refused'
      }
      if (!stored.includes(id)) stored.push(id)
      return happens === 'arrives' ? 'stored' : 'again'
    },
    pause: async () => void (await settled()),
    changed: (waiting) => kept.push(waiting.map(({ id }) => id)),
  })
  return { queue, stored, refused, kept, attempts: () => attempt }
}

test('WIDGET-12: whatever the network does, each message is stored once, in the order of writing', async () => {
  const fates = fc.array(fc.constantFrom('arrives', 'lost', 'answerLost'), { maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(fates, fc.array(fc.uuid(), { maxLength: 8 }), async (list, ids) => {
      const { queue, stored, kept } = world((attempt) => list[attempt] ?? 'arrives')
      for (const [index, id] of ids.entries()) {
        queue.add(message(id))
        if (index % 3 === 0) await settled()
      }
      await expect.poll(() => kept.at(-1) ?? [], { interval: 1 }).toEqual([])
      expect(stored).toEqual([...new Set(ids)])
    }),
    { numRuns: 60 },
  )
})

test('WIDGET-12: a message waits for the one before it, also when that one fails for long', async () => {
  const { queue, stored } = world((attempt) => (attempt < 20 ? 'lost' : 'arrives'))
  queue.add(message('a'))
  queue.add(message('b'))
  await expect.poll(() => stored).toEqual(['a', 'b'])
})

test('WIDGET-13: a refused message makes way for the next', async () => {
  const { queue, stored, refused } = world((attempt) => (attempt === 0 ? 'refused' : 'arrives'))
  queue.add(message('a'), message('b'))
  await expect.poll(() => stored).toEqual(['b'])
  expect(refused).toEqual(['a'])
})

test('WIDGET-14: what is still to be sent is kept after every change', async () => {
  const { queue, kept } = world(() => 'arrives')
  queue.add(message('a'), message('b'))
  await expect.poll(() => kept.at(-1)).toEqual([])
  expect(kept).toEqual([['a', 'b'], ['b'], []])
})

test('WIDGET-14: what another tab left is sent too; the same message is one', async () => {
  const { queue, stored } = world(() => 'arrives')
  queue.add(message('a'))
  queue.add(message('a'), message('b'))
  await expect.poll(() => stored).toEqual(['a', 'b'])
})

test('WIDGET-12: after it is stopped nothing more is tried', async () => {
  const { queue, attempts } = world(() => 'lost')
  queue.add(message('a'))
  await settled()
  queue.stop()
  await settled()
  const tried = attempts()
  await settled()
  expect(attempts()).toBe(tried)
})
