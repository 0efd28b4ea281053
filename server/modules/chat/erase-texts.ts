import type { Clock } from '../../kit/clock.ts'
import type { Db, Tx } from '../../kit/db.ts'
import { lockContact, record } from '../contacts/index.ts'
import { contactsDue, eraseWords } from './store.ts'

const system = { kind: 'system', name: 'erasure' } as const

/**
 * Erases the words and files of conversations whose time has come, whole conversations at a time;
 * each in its own transaction. One that is not closed yet is still being worked on and waits.
 */
export async function eraseDue(db: Db, clock: Clock): Promise<void> {
  const due = await db.as(system, (tx) => contactsDue(tx, clock.now()))
  for (const contact of due) await db.as(system, (tx) => eraseChat(tx, clock, contact))
}

/**
 * Erases what was said in one chat, at the citizen's request or because its time has come. What
 * happened stays: states, seconds and figures are those of before. False while it is not closed.
 */
export async function eraseChat(tx: Tx, clock: Clock, id: string): Promise<boolean> {
  const contact = await lockContact(tx, id)
  if (contact?.state !== 'closed') return false
  await eraseWords(tx, id, clock.now())
  const by = { kind: 'system', id: 'erasure' } as const
  await record(tx, clock, id, by, { type: 'erased', data: {}, key: `erased:${clock.now()}` })
  return true
}
