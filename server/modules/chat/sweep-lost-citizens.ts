import type { Clock } from '../../kit/clock.ts'
import type { Db, Tx } from '../../kit/db.ts'
import { presentAmong } from '../../kit/presence.ts'
import { lockContact, type Ongoing, ongoingOver, record } from '../contacts/index.ts'
import { note } from './presence.ts'

/** A citizen who was lost for so long has left: sooner from a queue than from a conversation. */
const goneAfterMs = { waiting: 90_000, offered: 90_000, talking: 300_000, held: 300_000 }
/** Who has started a chat and is not connected by then never was. */
const connectWithinMs = 15_000

const system = { kind: 'system', name: 'chat' } as const

/**
 * Ends the chats of citizens who are gone, as of the moment at which they were lost: nobody waits
 * who is not there, and no agent is offered an empty chair. Run every second by one node.
 */
export async function sweepLostCitizens(db: Db, clock: Clock): Promise<void> {
  const now = clock.now()
  const { chats, present } = await db.as(system, async (tx) => {
    const chats = await ongoingOver(tx, 'chat')
    const unsure = chats
      .filter((chat) => neverConnected(chat, now))
      .map(({ id }) => `contact:${id}`)
    return { chats, present: unsure.length > 0 ? await presentAmong(tx, unsure) : new Set() }
  })
  for (const chat of chats) {
    if (isGone(chat, now)) await db.as(system, (tx) => leave(tx, clock, chat.id))
    else if (neverConnected(chat, now) && !present.has(`contact:${chat.id}`))
      await db.as(system, (tx) => note(tx, clock, chat.id, 'citizenLost', chat.openedAt))
  }
}

function isGone({ state, citizenLostAt }: Pick<Ongoing, 'state' | 'citizenLostAt'>, now: number) {
  if (citizenLostAt === null || state === 'over' || state === 'closed') return false
  return now - citizenLostAt >= goneAfterMs[state]
}

function neverConnected({ openedAt, citizenLostAt }: Ongoing, now: number): boolean {
  return citizenLostAt === null && now - openedAt >= connectWithinMs
}

/** Under the lock it is asked again: the citizen may just be back. */
async function leave(tx: Tx, clock: Clock, id: string): Promise<void> {
  const contact = await lockContact(tx, id)
  if (!contact || contact.citizenLostAt === null || !isGone(contact, clock.now())) return
  const at = contact.citizenLostAt
  await record(
    tx,
    clock,
    id,
    { kind: 'system', id: 'chat' },
    {
      type: 'citizenLeft',
      data: { how: 'gone' },
      happenedAt: at,
      key: `gone:${at}`,
    },
  )
}
