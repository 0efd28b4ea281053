import type { Tx } from '../../kit/db.ts'
import type { Caller } from '../../kit/http.ts'
import type { SettingsCache } from '../clients/index.ts'
import { type Contact, eventsAfter } from '../contacts/index.ts'
import { refusals } from './contract.ts'

/**
 * Reading along with a colleague who is in conversation is a way of watching staff: it takes a line
 * that allows it, which takes the day of the staff consultation. An emergency or abuse that the
 * agent raised themselves opens the conversation too, and once it is over it is a record.
 */
export async function refuseReadingAlong(
  tx: Tx,
  cache: SettingsCache,
  caller: Caller,
  contact: Contact,
): Promise<void> {
  if (caller.kind !== 'staff') return
  const going = contact.engagements.some(({ state }) => state === 'active' || state === 'hold')
  const taking = contact.engagements.some(
    ({ staff, state }) => staff === caller.id && state !== 'ended',
  )
  if (!going || taking) return
  if (cache.line(contact.line)?.operation.monitoring.readingAlong) return
  const events = await eventsAfter(tx, contact.id, 0)
  if (events.some(({ type }) => type === 'emergencyRaised' || type === 'abuseRaised')) return
  throw refusals.readingAlong()
}
