import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Live, type Socket } from './live.ts'

class FakeSocket implements Socket {
  sent: Record<string, unknown>[] = []
  closed = false
  onopen: Socket['onopen'] = null
  onmessage: Socket['onmessage'] = null
  onclose: Socket['onclose'] = null

  opens(): void {
    this.onopen?.(new Event('open'))
  }

  breaks(code: number): void {
    this.onclose?.({ code } as CloseEvent)
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text))
  }

  close(): void {
    this.closed = true
  }

  says(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) } as MessageEvent)
  }
}

/** A page with a socket that the test holds the other end of. */
function page(hello?: () => string) {
  const sockets: FakeSocket[] = []
  const ended = vi.fn()
  const live = new Live({
    open: () => {
      const socket = new FakeSocket()
      sockets.push(socket)
      return socket
    },
    now: () => Date.now(),
    random: () => 0.5,
    onSessionEnded: ended,
    ...(hello ? { hello } : {}),
  })
  const last = () => {
    const socket = sockets.at(-1)
    if (!socket) throw new Error('no socket yet')
    return socket
  }
  return { live, sockets, last, ended }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('LIVE-1: after a broken connection each stream goes on from its last number', () => {
  const { live, sockets, last } = page()
  const got: unknown[] = []
  live.watch('chat:1', { take: (_body, news) => got.push(...news) })
  last().opens()
  expect(last().sent).toEqual([{ subscribe: 'chat:1', after: null }])
  last().says({ stream: 'chat:1', number: 2, body: {}, news: ['a', 'b'] })
  last().breaks(1006)
  expect(live.connection).toBe('lost')
  vi.advanceTimersByTime(200)
  expect(sockets).toHaveLength(2)
  last().opens()
  expect(live.connection).toBe('open')
  expect(last().sent).toEqual([{ subscribe: 'chat:1', after: 2 }])
  last().says({ stream: 'chat:1', number: 3, body: {}, news: ['c'] })
  expect(got).toEqual(['a', 'b', 'c'])
})

test('LIVE-1: what a socket says after it was let go is not heard, nor what is older', () => {
  const { live, sockets, last } = page()
  const got: unknown[] = []
  live.watch('chat:1', { take: (_body, news) => got.push(...news) })
  last().opens()
  last().says({ stream: 'chat:1', number: 2, body: {}, news: ['a', 'b'] })
  last().breaks(1012)
  vi.advanceTimersByTime(200)
  sockets[0]?.says({ stream: 'chat:1', number: 3, body: {}, news: ['c'] })
  last().opens()
  last().says({ stream: 'chat:1', number: 3, body: {}, news: ['c'] })
  last().says({ stream: 'chat:1', number: 2, body: {}, news: ['b'] })
  expect(got).toEqual(['a', 'b', 'c'])
})

test('LIVE-2: it tries again ever later, at most every five seconds, at once when the network is back', () => {
  const { live, sockets, last } = page()
  live.watch('desk:', { take: () => {} })
  const pauses: number[] = []
  for (let i = 0; i < 8; i++) {
    const before = sockets.length
    last().breaks(1006)
    let waited = 0
    while (sockets.length === before) {
      vi.advanceTimersByTime(50)
      waited += 50
    }
    pauses.push(waited)
  }
  expect(pauses[0]).toBeLessThanOrEqual(200)
  expect(Math.max(...pauses)).toBeLessThanOrEqual(5_000)
  expect(pauses.at(-1)).toBeGreaterThan(3_000)
  last().breaks(1006)
  const before = sockets.length
  live.resume()
  expect(sockets).toHaveLength(before + 1)
})

test('LIVE-3: a connection that fell silent is asked for a sign of life, then replaced', () => {
  const { live, sockets, last } = page()
  live.watch('desk:', { take: () => {} })
  last().opens()
  const beat = setInterval(() => live.beat(), 1_000)
  vi.advanceTimersByTime(9_000)
  expect(last().sent.at(-1)).toHaveProperty('ping')
  last().says({ pong: 1 })
  vi.advanceTimersByTime(7_000)
  expect(live.connection).toBe('open')
  vi.advanceTimersByTime(8_000)
  expect(sockets[0]?.closed).toBe(true)
  expect(sockets.length).toBeGreaterThan(1)
  clearInterval(beat)
})

test('LIVE-4: signed out, it waits until somebody signs in, and then resumes', () => {
  const { live, sockets, last, ended } = page()
  live.watch('desk:', { take: () => {} })
  last().opens()
  last().says({ stream: 'desk:', number: 7, body: {} })
  last().breaks(4401)
  vi.advanceTimersByTime(60_000)
  expect(ended).toHaveBeenCalledOnce()
  expect(live.connection).toBe('signedOut')
  expect(sockets).toHaveLength(1)
  live.resume()
  last().opens()
  expect(last().sent).toEqual([{ subscribe: 'desk:', after: 7 }])
})

test('LIVE-5: a stream that the server will not show is let go, with the reason', () => {
  const { live, last } = page()
  const refused = vi.fn()
  live.watch('chat:1', { take: () => {}, refused })
  last().opens()
  last().says({ stream: 'chat:1', refused: 'kit.notFound', sentence: 'Dit bestaat niet.' })
  expect(refused).toHaveBeenCalledWith('kit.notFound', 'Dit bestaat niet.')
})

test('LIVE-6: a page that stops watching a stream says so and hears no more of it', () => {
  const { live, last } = page()
  const take = vi.fn()
  const stop = live.watch('chat:1', { take })
  last().opens()
  stop()
  expect(last().sent.at(-1)).toEqual({ unsubscribe: 'chat:1' })
  last().says({ stream: 'chat:1', number: 1, body: {}, news: ['a'] })
  expect(take).not.toHaveBeenCalled()
})

test('LIVE-7: who has a key says it first, on every connection', () => {
  const { live, last } = page(() => 'key')
  live.watch('chat:1', { take: () => {} })
  last().opens()
  expect(last().sent).toEqual([{ hello: 'key' }, { subscribe: 'chat:1', after: null }])
  last().breaks(1006)
  vi.advanceTimersByTime(200)
  last().opens()
  expect(last().sent[0]).toEqual({ hello: 'key' })
})
