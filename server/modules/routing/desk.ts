import type { Clock } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { staffOf } from '../../kit/http.ts'
import type { Stream } from '../../kit/live.ts'
import { namesOf, notesOf, readContact } from '../contacts/index.ts'
import { readAgents } from './agent-store.ts'
import { openParts } from './contact-store.ts'
import type { DeskView } from './contract.ts'
import { heldBackOf } from './free.ts'

/** The live stream `desk:` — everything an agent has in hand; watching it is being at the desk. */
export function deskStream(clock: Clock): Stream {
  return {
    kind: 'desk',
    who: ['agent'],
    topics: (_id, caller) => [`staff:${staffOf(caller)}`, 'settings'],
    subject: (_id, caller) => `staff:${staffOf(caller)}`,
    async read(tx, caller) {
      const now = clock.now()
      return { number: now, body: await readDesk(tx, staffOf(caller), now) }
    },
  }
}

/** What an agent chose, why the system holds them back, and what they have. `now`: epoch ms. */
export async function readDesk(tx: Tx, staff: string, now: number): Promise<DeskView> {
  const [agent] = await readAgents(tx, now, [staff])
  const contacts: DeskView['contacts'] = []
  const notes: DeskView['notes'] = {}
  for (const { contact: id } of agent ? await openParts(tx, staff) : []) {
    const contact = await readContact(tx, id)
    if (!contact || contacts.some((one) => one.id === id)) continue
    contacts.push(contact)
    notes[id] = await transferNotes(tx, id)
  }
  return {
    status: agent?.status ?? 'signedOut',
    statusSince: agent?.statusSince ?? now,
    heldBack: agent ? heldBackOf(agent) : ['signedOut'],
    contacts,
    notes,
    now,
  }
}

async function transferNotes(tx: Tx, contact: string): Promise<DeskView['notes'][string]> {
  const notes = (await notesOf(tx, contact)).filter(({ purpose }) => purpose === 'transfer')
  if (notes.length === 0) return []
  const names = await namesOf(
    tx,
    notes.map(({ staff }) => staff),
  )
  return notes.flatMap(({ staff, body, madeAt }) =>
    body === null ? [] : [{ name: names[staff] ?? '?', body, at: madeAt }],
  )
}
