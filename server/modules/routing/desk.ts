import type { Clock } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { staffOf } from '../../kit/http.ts'
import type { Stream } from '../../kit/live.ts'
import type { SettingsCache } from '../clients/index.ts'
import { namesOf, notesOf, readContact } from '../contacts/index.ts'
import { type AgentState, readAgents } from './agent-store.ts'
import { AsWorld } from './as-world.ts'
import { openParts } from './contact-store.ts'
import type { DeskView } from './contract.ts'
import { heldBackOf } from './free.ts'
import { freeFor } from './room.ts'

/** The live stream `desk:` — everything an agent has in hand; watching it is being at the desk. */
export function deskStream(clock: Clock, cache: SettingsCache): Stream {
  return {
    kind: 'desk',
    who: ['agent'],
    topics: (_id, caller) => [`staff:${staffOf(caller)}`, 'settings'],
    subject: (_id, caller) => `staff:${staffOf(caller)}`,
    async read(tx, caller) {
      const now = clock.now()
      return { number: now, body: await readDesk(tx, cache, staffOf(caller), now) }
    },
  }
}

/** What an agent chose, why the system holds them back, and what they have. `now`: epoch ms. */
export async function readDesk(
  tx: Tx,
  cache: SettingsCache,
  staff: string,
  now: number,
): Promise<DeskView> {
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
    handsFull: agent ? hasFullHands(agent, new AsWorld(cache, now)) : false,
    contacts,
    notes,
    now,
  }
}

/** They have something in hand, and no chat of any of their queues fits beside it. */
function hasFullHands(agent: AgentState, asWorld: AsWorld): boolean {
  if (agent.hand.length === 0 || heldBackOf(agent).length > 0) return false
  const person = asWorld.agent(agent)
  return !asWorld.queues().some((queue) => freeFor(person, queue, 'chat'))
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
