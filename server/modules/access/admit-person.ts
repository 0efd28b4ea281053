import type { Tx } from '../../kit/db.ts'
import type { Grant } from '../../kit/http.ts'
import type { Identity } from './identity.ts'
import { grantOf } from './role-claims.ts'
import {
  claimFirstAdministrator,
  endSessionsOf,
  findStaff,
  firstAdministrator,
  insertAudit,
  knownCodes,
  replaceGrants,
  saveStaff,
} from './store.ts'

const everything: Grant = { role: 'administrator', scopeKind: 'all', scopeCode: '' }

/**
 * Takes over from the provider who somebody is and what they may do here. Returns their id, or
 * null when they have no role: then nothing about a stranger is kept but a line in the trail, and
 * somebody we knew loses every grant and session.
 */
export async function admitPerson(
  tx: Tx,
  identity: Identity,
  now: number,
  adminEmail: string | undefined,
): Promise<string | null> {
  const known = await knownCodes(
    tx,
    identity.statements.map(({ code }) => code),
  )
  const grants: Grant[] = []
  const unknown: string[] = []
  for (const statement of identity.statements) {
    const grant = grantOf(statement, known)
    if (grant) grants.push(grant)
    else unknown.push(statement.value)
  }
  const before = await findStaff(tx, identity)
  const first = adminEmail ? await firstAdministrator(tx) : null
  const claims = first === null && isFirst(identity, adminEmail)
  if (grants.length === 0 && before === null && !claims) {
    await note(tx, now, null, identity, unknown)
    return null
  }
  const staff = await saveStaff(tx, identity, now)
  if (claims && (await claimFirstAdministrator(tx, staff, now))) {
    const about = { kind: 'staff', id: staff }
    await insertAudit(tx, {
      at: now,
      staff,
      action: 'access.firstAdministrator',
      kind: 'did',
      about,
    })
    grants.push(everything)
  }
  if (first === staff) grants.push(everything)
  await replaceGrants(tx, staff, grants, now)
  if (grants.length === 0) await endSessionsOf(tx, staff, now)
  await note(tx, now, staff, identity, unknown, grants)
  return grants.length > 0 ? staff : null
}

function isFirst({ email, emailVerified }: Identity, adminEmail: string | undefined): boolean {
  return emailVerified && email !== null && email.toLowerCase() === adminEmail?.toLowerCase()
}

/** Writes the sign-in into the trail, with what the provider said that means nothing here. */
async function note(
  tx: Tx,
  at: number,
  staff: string | null,
  { subject }: Identity,
  unknown: string[],
  grants: Grant[] = [],
): Promise<void> {
  const kind = grants.length > 0 ? 'did' : 'refused'
  const about = staff ? { kind: 'staff', id: staff } : { kind: 'subject', id: subject }
  await insertAudit(
    tx,
    { at, staff, action: 'access.signIn', kind, about },
    { roles: grants.length },
  )
  if (unknown.length === 0) return
  const values = unknown.slice(0, 20).map((value) => value.slice(0, 100))
  const entry = { at, staff, action: 'access.unknownRole', kind: 'refused', about } as const
  await insertAudit(tx, entry, { values, count: unknown.length })
}
