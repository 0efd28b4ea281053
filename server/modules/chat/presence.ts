import type { Clock } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import type { PresenceRules } from '../../kit/presence.ts'
import { type Contact, type Happening, lockContact, record } from '../contacts/index.ts'

/** The citizen's last connection broke, or one is back: noted while the conversation goes on. */
export function citizenPresence(clock: Clock): PresenceRules {
  return {
    prefix: 'contact:',
    left: async (tx, id, at) => {
      const contact = await ongoing(tx, id)
      if (contact?.citizenLostAt === null) await note(tx, clock, id, 'citizenLost', at)
    },
    arrived: async (tx, id, at) => {
      const contact = await ongoing(tx, id)
      if (contact && contact.citizenLostAt !== null) await note(tx, clock, id, 'citizenBack', at)
    },
  }
}

/** Notes that a citizen was lost or is back at `at` (epoch ms). */
export async function note(
  tx: Tx,
  clock: Clock,
  contact: string,
  type: 'citizenLost' | 'citizenBack',
  at: number,
): Promise<void> {
  const happening: Happening = { type, data: {}, happenedAt: at, key: `${type}:${at}` }
  await record(tx, clock, contact, { kind: 'system', id: 'presence' }, happening)
}

async function ongoing(tx: Tx, id: string): Promise<Contact | null> {
  const contact = await lockContact(tx, id)
  return contact && contact.state !== 'over' && contact.state !== 'closed' ? contact : null
}
