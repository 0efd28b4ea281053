import type { Clock } from '../../kit/clock.ts'
import type { Actor, Db } from '../../kit/db.ts'
import { admitPerson } from './admit-person.ts'
import { refusals } from './contract.ts'
import { type ClaimReading, identityOf } from './identity.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { absoluteMs, attemptMs, hashOf, newSecret } from './session.ts'
import { endSession, insertAttempt, insertSession, takeAttempt } from './store.ts'

/** In whose name sessions and grants are kept: people cannot reach those tables. */
export const system: Actor = { kind: 'system', name: 'access' }

export interface SignInSettings extends ClaimReading {
  adminEmail?: string | undefined
}

export interface SignInHouse {
  db: Db
  clock: Clock
  provider: IdentityProvider
  settings: SignInSettings
}

/**
 * Signing in takes two requests. The first sends the browser to the provider, the second brings it
 * back with a code. Between them lies one row, found only with both the state (in the address) and
 * a secret (in a cookie of this browser): a link made by somebody else finds nothing.
 */
export async function beginSignIn(
  { db, clock, provider }: SignInHouse,
  browser: string,
  returnTo: string,
): Promise<URL> {
  const [state, nonce, verifier] = [newSecret(), newSecret(), newSecret()]
  const address = await provider.signInUrl({ state, nonce, verifier })
  const now = clock.now()
  const attempt = { nonce, verifier, returnTo, now, expiresAt: now + attemptMs }
  await db.as(system, (tx) => insertAttempt(tx, hashOf(state, browser), attempt))
  return address
}

export type Finished =
  | { session: string; returnTo: string }
  /** Known at the provider, but without a role here. */
  | { stranger: string; idToken: string }

/**
 * Finishes a sign-in: the code becomes a person, and the person gets a new session; the one that
 * this browser had ends. Refuses an answer that does not belong to a sign-in of this browser.
 */
export async function finishSignIn(
  { db, clock, provider, settings }: SignInHouse,
  answer: { query: string; browser: string | null; session: string | null },
): Promise<Finished> {
  const state = new URLSearchParams(answer.query).get('state')
  if (!state || !answer.browser) throw refusals.signInExpired()
  const hash = hashOf(state, answer.browser)
  const attempt = await db.as(system, (tx) => takeAttempt(tx, hash, clock.now()))
  if (!attempt) throw refusals.signInExpired()
  const { claims, idToken } = await provider.redeem(answer.query, { state, ...attempt })
  const identity = identityOf(claims, settings)
  const session = newSecret()
  const staff = await db.as(system, async (tx) => {
    const now = clock.now()
    if (answer.session) await endSession(tx, hashOf(answer.session), now)
    const admitted = await admitPerson(tx, identity, now, settings.adminEmail)
    const times = { now, expiresAt: now + absoluteMs }
    if (admitted) await insertSession(tx, hashOf(session), { staff: admitted, idToken, ...times })
    if (admitted) tx.wake(`staff:${admitted}`)
    return admitted
  })
  if (staff) return { session, returnTo: attempt.returnTo }
  return { stranger: `${identity.givenName} ${identity.familyName}`.trim(), idToken }
}
