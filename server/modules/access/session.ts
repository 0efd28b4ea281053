import { createHash, randomBytes } from 'node:crypto'

const minute = 60_000

/** A session ends this long after its last use (ms); a live connection counts as use. */
export const idleMs = 60 * minute
/** A session ends this long after signing in, whatever happens (ms): longer than any shift. */
export const absoluteMs = 12 * 60 * minute
/** Use is noted this often at most (ms). */
export const noteMs = minute
/** A sign-in has to be finished within this time (ms). */
export const attemptMs = 10 * minute

/** A value nobody can guess: 256 bits as 43 signs of base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** True for what {@link newSecret} could have made. */
export function looksLikeSecret(text: string | undefined): text is string {
  return text !== undefined && /^[\w-]{43}$/.test(text)
}

/** Only hashes of secrets are stored: who reads the database cannot take over a session. */
export function hashOf(...secrets: string[]): Buffer {
  return createHash('sha256').update(secrets.join('.')).digest()
}

/** When a session ends if it is not used again (epoch ms). */
export function endOf(session: { seenAt: number; expiresAt: number }): number {
  return Math.min(session.seenAt + idleMs, session.expiresAt)
}
