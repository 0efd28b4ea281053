import type { Clock } from '../../kit/clock.ts'
import type { Db, Tx } from '../../kit/db.ts'
import { holds } from '../../kit/lease.ts'
import type { SettingsCache } from '../clients/index.ts'
import type { By } from '../contacts/index.ts'

export const leaseName = 'routing'
export const routing: By = { kind: 'system', id: 'routing' }
export const system = { kind: 'system', name: 'routing' } as const

/** Somebody else routes now; whatever this one was about to write is not written. */
export class NotOwner extends Error {
  override name = 'NotOwner'
}

export interface OwnerParts {
  db: Db
  clock: Clock
  cache: SettingsCache
}

/** Runs `work` in one transaction that commits only if `epoch` is still the one that routes. */
export function asOwner<T>(
  { db }: OwnerParts,
  epoch: number,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return db.as(system, async (tx) => {
    if (!(await holds(tx, leaseName, epoch))) throw new NotOwner(`epoch ${epoch}`)
    return work(tx)
  })
}
