import type { Input, Operation, Output } from '../../server/kit/contract.ts'
import { BugError, RefusalError, UnreachableError } from './client-error.ts'
import { sessionEnded } from './client-session.ts'
import { i18n } from './words/language.ts'

export interface AskOptions {
  /** Stops the trying; the promise then rejects with the signal's reason. */
  signal?: AbortSignal
  /** The same key again is the same act again: given by a caller that retries after a failure. */
  key?: string
}

/** What asking needs of the world, so that a test can be the world. */
export interface ClientParts {
  fetch(address: string, request: RequestInit): Promise<Response>
  wait(ms: number, signal?: AbortSignal): Promise<void>
  now(): number
  /** A number in [0, 1). */
  random(): number
  language(): string
  /** Called when the server no longer knows who asks. */
  onSessionEnded(): void
}

/** How long an unanswered question is asked again, and how long one try may take, in ms. */
const keepTryingMs = 30_000
const oneTryMs = 20_000
const longestPauseMs = 5_000
const tryAgain = new Set([502, 503, 504])

/**
 * Makes the function that asks the server. It retries what did not arrive, always with the same
 * idempotency key, so that a write happens once whatever the network does.
 * Rejects with RefusalError, BugError or UnreachableError.
 */
export function createAsk(parts: ClientParts) {
  return async function ask<P extends Operation>(
    operation: P,
    input: Input<P>,
    { signal, key = crypto.randomUUID() }: AskOptions = {},
  ): Promise<Output<P>> {
    const [address, request] = requestOf(operation, input, key, parts.language())
    const until = parts.now() + keepTryingMs
    for (let attempt = 0; ; attempt++) {
      const answer = await tryOnce(parts, address, request, signal)
      if (answer) return read<Output<P>>(parts, answer)
      const pause = Math.min(longestPauseMs, 300 * 2 ** attempt) * (0.5 + parts.random() / 2)
      if (parts.now() + pause > until) throw new UnreachableError(operation.name)
      await parts.wait(pause, signal)
    }
  }
}

/** Null when nobody answered, or only what stands before the server. */
async function tryOnce(
  parts: ClientParts,
  address: string,
  request: RequestInit,
  signal: AbortSignal | undefined,
): Promise<{ status: number; body: unknown } | null> {
  const limit = AbortSignal.timeout(oneTryMs)
  try {
    const response = await parts.fetch(address, {
      ...request,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    })
    const body: unknown = await response.json().catch(() => null)
    if (tryAgain.has(response.status) && !isRefusal(body)) return null
    return { status: response.status, body }
  } catch {
    signal?.throwIfAborted()
    return null
  }
}

function requestOf(
  { name, kind }: Operation,
  input: unknown,
  key: string,
  language: string,
): [string, RequestInit] {
  const headers: Record<string, string> = { 'accept-language': language }
  if (kind === 'read') return [`/api/${name}${query(input)}`, { headers }]
  headers['content-type'] = 'application/json'
  headers['idempotency-key'] = key
  return [`/api/${name}`, { method: 'POST', headers, body: JSON.stringify(input) }]
}

function query(input: unknown): string {
  const given = Object.entries(input ?? {}).filter(
    ([, value]) => value !== null && value !== undefined,
  )
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text && `?${text}`
}

function read<T>(parts: ClientParts, { status, body }: { status: number; body: unknown }): T {
  // The server has parsed its answer by the contract; it is not parsed twice.
  if (status >= 200 && status < 300) return body as T
  if (status === 401) parts.onSessionEnded()
  if (isRefusal(body)) throw new RefusalError(status, body)
  throw new BugError((body ?? {}) as { bug?: string })
}

function isRefusal(body: unknown): body is { refusal: string; sentence: string } {
  return typeof body === 'object' && body !== null && 'refusal' in body && 'sentence' in body
}

/** Waits so many ms; rejects with the reason of the signal when that comes first. */
function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}

/** Asks our own server, in the language of the page. */
export const ask = createAsk({
  fetch: (address, request) => fetch(address, request),
  wait,
  now: () => Date.now(),
  random: Math.random,
  language: () => i18n.language,
  onSessionEnded: sessionEnded,
})
