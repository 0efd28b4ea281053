import type { Clock } from '../../kit/clock.ts'
import type { Db } from '../../kit/db.ts'
import type { Caller } from '../../kit/http.ts'
import { endOf, hashOf, noteMs } from './session.ts'
import { system } from './sign-in.ts'
import { findSession, touchSession } from './store.ts'

/**
 * Who has this session, and what they may do at this moment. Nothing is remembered between
 * requests: a sign-out or a lost role counts from the next one, on every node, and one look-up by
 * key costs less than a millisecond. Asking counts as use of the session.
 */
export async function authenticate(
  { db, clock }: { db: Db; clock: Clock },
  session: string,
): Promise<Caller> {
  const hash = hashOf(session)
  return db.as(system, async (tx) => {
    const now = clock.now()
    const found = await findSession(tx, hash, now)
    if (!found) return { kind: 'nobody' }
    if (now - found.seenAt >= noteMs) await touchSession(tx, hash, now)
    const until = endOf({ seenAt: now, expiresAt: found.expiresAt })
    return { kind: 'staff', id: found.staff, grants: found.grants, until }
  })
}
