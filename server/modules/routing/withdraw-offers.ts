import type { Clock } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { Refusal } from '../../kit/refusal.ts'
import { type By, record } from '../contacts/index.ts'
import type { Part } from './contact-store.ts'

/** Takes back the offers among these parts; one that is gone already is left as it is. */
export async function withdrawOffers(
  tx: Tx,
  clock: Clock,
  by: By,
  parts: readonly (Part & { state: string })[],
  reason: 'statusChosen' | 'deskLost',
): Promise<void> {
  for (const { contact, engagement, state } of parts) {
    if (state !== 'offered') continue
    const happening = { type: 'withdrawn', engagement, data: { reason }, key: newId() } as const
    await record(tx, clock, contact, by, happening).catch(unlessRefused)
  }
}

function unlessRefused(error: unknown): void {
  if (!(error instanceof Refusal)) throw error
}
