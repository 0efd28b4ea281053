import type { Clock } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { refusals as kit } from '../../kit/refusal.ts'
import { refusals as contacts } from '../contacts/contract.ts'
import { type By, type Contact, lockContact, record } from '../contacts/index.ts'
import { deleteAfter } from './retention.ts'
import { insertMessage, lastNumber, messageById } from './store.ts'

/** A message on its way in. Its id is the writer's: the same id again is the same message. */
export interface NewMessage {
  contact: string
  id: string
  body: string | null
  file: string | null
  by: { kind: 'citizen' } | { kind: 'staff'; id: string; engagement: string }
}

export interface Written {
  number: number
  /** Epoch ms. */
  sentAt: number
  contact: Contact
  /** False when this message was written before: nothing was written now. */
  fresh: boolean
}

/**
 * The one way a message gets into a conversation. Under the lock of the contact it takes the next
 * number and writes the row and the event, in the caller's transaction; so numbers run from 1
 * without gaps in the order of writing, and each message is there once, whatever is sent again.
 */
export async function writeMessage(tx: Tx, clock: Clock, message: NewMessage): Promise<Written> {
  const { by, id } = message
  const contact = await lockContact(tx, message.contact)
  if (contact?.channel !== 'chat') throw kit.notFound()
  const known = await messageById(tx, contact.id, id)
  if (known) {
    const same = known.staff === (by.kind === 'staff' ? by.id : null)
    const kind = (known.file === null) === (message.file === null)
    const words = known.file !== null || known.erased || known.body === message.body
    if (!same || !kind || !words) throw kit.keyReused()
    return { number: known.number, sentAt: known.sentAt, contact, fresh: false }
  }
  if (by.kind === 'citizen') refuseWhenOver(contact)
  const number = (await lastNumber(tx, contact.id)) + 1
  const sentAt = clock.now()
  const event = { data: { message: id, number }, key: `message:${id}`, happenedAt: sentAt }
  const recorded =
    by.kind === 'staff'
      ? await record(tx, clock, contact.id, by, {
          type: 'agentWrote',
          engagement: by.engagement,
          ...event,
        })
      : await record(tx, clock, contact.id, citizen(contact.id), { type: 'citizenWrote', ...event })
  await insertMessage(tx, {
    contact: contact.id,
    number,
    id,
    author: by.kind === 'staff' ? 'agent' : 'citizen',
    staff: by.kind === 'staff' ? by.id : null,
    body: message.body,
    file: message.file,
    sentAt,
    deleteAfter: deleteAfter(sentAt),
  })
  return { number, sentAt, contact: recorded.contact, fresh: true }
}

/** The citizen of a contact, as the log names them. */
export function citizen(contact: string): By {
  return { kind: 'citizen', id: contact }
}

function refuseWhenOver({ state }: Contact): void {
  if (state === 'over') throw contacts.conversationOver()
  if (state === 'closed') throw contacts.contactClosed()
}
