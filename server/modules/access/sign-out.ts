import type { Clock } from '../../kit/clock.ts'
import type { Db } from '../../kit/db.ts'
import { hashOf } from './session.ts'
import { system } from './sign-in.ts'
import { endSession, insertAudit } from './store.ts'

/**
 * Ends a session here, at once and on every node; gives the token that ends it at the provider
 * too. Waking the person makes their live connections ask again who they are.
 */
export async function signOut(
  { db, clock }: { db: Db; clock: Clock },
  session: string,
): Promise<string | null> {
  return db.as(system, async (tx) => {
    const now = clock.now()
    const ended = await endSession(tx, hashOf(session), now)
    if (!ended) return null
    const about = { kind: 'staff', id: ended.staff }
    const entry = { at: now, staff: ended.staff, action: 'access.signOut', about }
    await insertAudit(tx, { ...entry, kind: 'did' })
    tx.wake(`staff:${ended.staff}`)
    return ended.idToken
  })
}
