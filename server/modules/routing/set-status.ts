import type { Clock } from '../../kit/clock.ts'
import { inNameOf, type Tx } from '../../kit/db.ts'
import { type Call, type Caller, staffOf } from '../../kit/http.ts'
import type { SettingsCache } from '../clients/index.ts'
import { isConnected, lockAgent, operatorByCode, readAgentRow, saveAgent } from './agent-store.ts'
import { openParts } from './contact-store.ts'
import { type setStatus as operation, refusals } from './contract.ts'
import { withdrawOffers } from './withdraw-offers.ts'

/**
 * An agent says what they are doing. It ends what held them back after an emergency or an offer
 * they let pass; whoever turns away from work gives back the offers that still ring.
 */
export async function setStatus(
  clock: Clock,
  cache: SettingsCache,
  { tx, caller, input, now }: Call<typeof operation>,
): Promise<Record<never, never>> {
  const staff = staffOf(caller)
  const { status } = input
  const operator = await operatorOf(tx, cache, caller)
  if (!operator) throw refusals.notAnAgent()
  await lockAgent(tx, staff)
  const before = await readAgentRow(tx, staff)
  const parts = await openParts(tx, staff)
  if (status === 'signedOut' && parts.some(({ state }) => state !== 'offered'))
    throw refusals.workInHand()
  const connected = await inNameOf(tx, { kind: 'system', name: 'routing' }, (system) =>
    isConnected(system, staff),
  )
  const lostAt = before ? before.lostAt : connected ? null : now
  const version = (before?.version ?? 0) + 1
  const agent = { staff, operator, status, statusSince: now, lostAt, version }
  const fact = { type: 'statusChosen', data: { status } } as const
  await saveAgent(tx, agent, fact, { happenedAt: now, recordedAt: now })
  if (status !== 'available') {
    const by = { kind: 'staff', id: staff } as const
    await withdrawOffers(tx, clock, by, parts, 'statusChosen')
  }
  return {}
}

/** The operator for whom the caller is an agent: named by the grant, or the one of its line. */
async function operatorOf(tx: Tx, cache: SettingsCache, caller: Caller): Promise<string | null> {
  const grants = caller.kind === 'staff' ? caller.grants : []
  const own = grants.filter(({ role }) => role === 'agent')
  const named = own.find(({ scopeKind }) => scopeKind === 'operator')
  if (named) return operatorByCode(tx, named.scopeCode)
  const line = cache.lines().find(({ code }) => {
    return own.some(({ scopeKind, scopeCode }) => scopeKind === 'line' && scopeCode === code)
  })
  return line?.operator ?? null
}
