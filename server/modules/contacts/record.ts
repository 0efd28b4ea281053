import type { Clock } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { refusals as kit } from '../../kit/refusal.ts'
import { apply, eventName, opened } from './apply.ts'
import {
  type Contact,
  type ContactEvent,
  type EventData,
  openEngagements,
  openQuestions,
} from './contact.ts'
import { refusals } from './contract.ts'
import { type Cell, contactLife, engagementLife, type LoggedType } from './life.ts'
import {
  addSegments,
  appendEvent,
  type By,
  eventOfKey,
  grantAccess,
  insertContact,
  lockContact,
  saveContact,
} from './store.ts'

/** Something that happened or is asked for, on its way into the log. */
export type Happening = {
  [T in Exclude<LoggedType, 'opened' | 'closed'>]: {
    type: T
    data: EventData[T]
    engagement?: string
    /** When it happened, if that is not now (a fact that reaches us late). Epoch ms. */
    happenedAt?: number
    key: string
  }
}[Exclude<LoggedType, 'opened' | 'closed'>]

export interface Recorded {
  contact: Contact
  /** False when this key was recorded before: nothing was written now. */
  fresh: boolean
}

/** Opens a contact: its row, first question, first event and who may see it. */
export async function open(
  tx: Tx,
  clock: Clock,
  id: string,
  by: By,
  key: string,
  data: EventData['opened'],
): Promise<Contact> {
  const at = clock.now()
  const contact = opened(id, at, data)
  await insertContact(tx, contact)
  const event: ContactEvent = { type: 'opened', data, engagement: null, happenedAt: at }
  await appendEvent(tx, { contact: id, version: 1, key, by, recordedAt: at }, event)
  await grantAccess(tx, id, { kind: 'line', id: contact.line }, 1)
  wake(tx, contact)
  return contact
}

/**
 * The one way anything gets into the log: locks the contact, looks in the tables, appends the
 * event, updates the rows, grants sight, and says whom to wake; all in the caller's transaction.
 * A request that the tables refuse throws its refusal and writes nothing. A fact never throws.
 */
export async function record(
  tx: Tx,
  clock: Clock,
  id: string,
  by: By,
  happening: Happening,
): Promise<Recorded> {
  const before = await lockContact(tx, id)
  if (!before) throw kit.notFound()
  const known = await eventOfKey(tx, id, happening.key)
  if (known && !isSame(known, by, happening)) throw kit.keyReused()
  if (known) return { contact: before, fresh: false }
  check(before, by, happening)
  const now = clock.now()
  const event = {
    type: happening.type,
    data: happening.data,
    engagement: happening.engagement ?? null,
    happenedAt: happening.happenedAt ?? now,
  } as ContactEvent
  let contact = await write(tx, before, event, { key: happening.key, by, recordedAt: now })
  if (isFinished(contact)) {
    const closed: ContactEvent = {
      type: 'closed',
      data: { as: contact.endedAs ?? 'handled' },
      engagement: null,
      happenedAt: event.happenedAt,
    }
    const system: By = { kind: 'system', id: 'contacts' }
    contact = await write(tx, contact, closed, {
      key: `${happening.key}:closed`,
      by: system,
      recordedAt: now,
    })
  }
  wake(tx, contact)
  return { contact, fresh: true }
}

/** The same thing by the same person: sent again, not a key that was used for something else. */
function isSame(known: { type: string; by: By }, by: By, { type }: Happening): boolean {
  return known.type === type && known.by.kind === by.kind && known.by.id === by.id
}

/** Nothing is left to do: the conversation is over, all agents are done, all questions decided. */
function isFinished(contact: Contact): boolean {
  return (
    contact.state === 'over' &&
    openEngagements(contact).length === 0 &&
    openQuestions(contact).length === 0
  )
}

async function write(
  tx: Tx,
  before: Contact,
  event: ContactEvent,
  how: { key: string; by: By; recordedAt: number },
): Promise<Contact> {
  const { contact, segments } = apply(before, event)
  await appendEvent(tx, { contact: before.id, version: contact.version, ...how }, event)
  await saveContact(tx, before, contact)
  await addSegments(tx, before.id, segments)
  if (event.type === 'overflowed' && event.data.operator) {
    await grantAccess(tx, before.id, { kind: 'operator', id: event.data.operator }, contact.version)
  }
  return contact
}

/** Throws the refusal that the tables, or the rules beside them, have for this happening. */
function check(contact: Contact, by: By, happening: Happening): void {
  const name = eventName(happening.type)
  refuse(contactLife[contact.state][name])
  if (happening.engagement && happening.type !== 'offered') {
    const engagement = contact.engagements.find((one) => one.id === happening.engagement)
    if (!engagement) throw kit.notFound()
    if (by.kind === 'staff' && engagement.staff !== by.id) throw refusals.notYours()
    refuse(engagementLife[engagement.state][name])
  }
  if ('question' in happening.data && happening.type !== 'questionAdded') {
    const { question } = happening.data
    if (!contact.questions.some((one) => one.id === question)) throw kit.notFound()
  }
  if (happening.type === 'wrappedUp') {
    const others = openEngagements(contact).filter((one) => one.id !== happening.engagement)
    const last = contact.state === 'over' && others.length === 0
    if (last && openQuestions(contact).length > 0) throw refusals.outcomeMissing()
  }
}

function refuse(cell: Cell<string>): void {
  if (typeof cell === 'object') throw refusals[cell.no]()
}

function wake(tx: Tx, contact: Contact): void {
  tx.wake(`contact:${contact.id}`)
  tx.wake(`line:${contact.line}`)
  for (const engagement of contact.engagements) tx.wake(`staff:${engagement.staff}`)
}
