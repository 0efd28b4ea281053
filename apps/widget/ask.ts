import type { Input, Operation, Output } from '../../server/kit/contract.ts'
import { BugError, RefusalError, UnreachableError } from '../shared/client-error.ts'

const patienceMs = 20_000

export interface AskOptions {
  /** Given for a write: the same key again is the same act again. */
  key?: string
  /** The citizen's key to their contact. */
  token?: string
  signal?: AbortSignal
}

export type Ask = ReturnType<typeof createAsk>

/**
 * Makes the function that asks the contact centre, from whatever site: never with cookies. It asks
 * once; who asks decides whether to ask again. Rejects with RefusalError, BugError or
 * UnreachableError.
 */
export function createAsk(origin: string, language: () => string) {
  return async function ask<P extends Operation>(
    name: P['name'],
    input: Input<P>,
    options: AskOptions = {},
  ): Promise<Output<P>> {
    const { status, body } = await answerOf(name, addressOf(origin, name, input, options), {
      ...requestOf(input, options),
      headers: { 'accept-language': language(), ...headersOf(options) },
    })
    if (status >= 200 && status < 300) return body as Output<P>
    if (isRefusal(body)) throw new RefusalError(status, body)
    // What stands before the server says that the server is away.
    if ([502, 503, 504].includes(status)) throw new UnreachableError(name)
    throw new BugError((body ?? {}) as { bug?: string })
  }
}

/** The headers of a request: who asks, and of a write its key. */
export function headersOf({ key, token }: AskOptions): Record<string, string> {
  return {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(key === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': key }),
  }
}

function addressOf(origin: string, name: string, input: unknown, { key }: AskOptions): string {
  if (key !== undefined) return `${origin}/api/${name}`
  const given = Object.entries(input ?? {}).filter(([, value]) => value != null)
  const query = new URLSearchParams(given.map(([one, value]) => [one, String(value)]))
  return `${origin}/api/${name}?${query}`
}

function requestOf(input: unknown, { key, signal }: AskOptions): RequestInit {
  const limit = AbortSignal.timeout(patienceMs)
  return {
    credentials: 'omit',
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
    ...(key === undefined ? {} : { method: 'POST', body: JSON.stringify(input) }),
  }
}

async function answerOf(name: string, address: string, request: RequestInit) {
  try {
    const response = await fetch(address, request)
    return { status: response.status, body: (await response.json().catch(() => null)) as unknown }
  } catch {
    throw new UnreachableError(name)
  }
}

export function isRefusal(body: unknown): body is { refusal: string; sentence: string } {
  return typeof body === 'object' && body !== null && 'refusal' in body && 'sentence' in body
}
