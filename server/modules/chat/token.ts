import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Db } from '../../kit/db.ts'
import type { Caller } from '../../kit/http.ts'
import { citizenToken } from './contract.ts'
import { contactOfToken } from './store.ts'

/** What is stored of a citizen's key: it has 256 random bits, so a plain hash is enough. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/**
 * Who a citizen's key says they are: the citizen of its contact, or nobody when it opens nothing.
 * Null when there is no key at all, and something else may say who asks. `token` is the one of a
 * live connection; a request carries it as `Authorization: Bearer`.
 */
export async function authenticateCitizen(
  db: Db,
  request: FastifyRequest,
  token: string | null,
): Promise<Caller | null> {
  const given = token ?? bearer(request.headers.authorization)
  if (given === null) return null
  if (!citizenToken.safeParse(given).success) return { kind: 'nobody' }
  const contact = await db.as({ kind: 'system', name: 'chat' }, (tx) =>
    contactOfToken(tx, tokenHash(given)),
  )
  return contact === null ? { kind: 'nobody' } : { kind: 'citizen', contact }
}

function bearer(header: string | undefined): string | null {
  return /^Bearer (\S+)$/i.exec(header ?? '')?.[1] ?? null
}
