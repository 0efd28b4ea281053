import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { MessageView } from './contract.ts'

const date = (instant: number): Date => new Date(instant)

/** Gives a citizen's key access to a contact; false when the key was used before. */
export async function insertAccess(tx: Tx, tokenHash: Buffer, contact: string): Promise<boolean> {
  const rows = await tx.q
    .insertInto('chat_access')
    .values({ token_hash: tokenHash, contact_id: contact })
    .onConflict((conflict) => conflict.doNothing())
    .returning('contact_id')
    .execute()
  return rows.length > 0
}

/** The contact that a citizen's key gives access to, or null. */
export async function contactOfToken(tx: Tx, tokenHash: Buffer): Promise<string | null> {
  const row = await tx.q
    .selectFrom('chat_access')
    .select('contact_id')
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row?.contact_id ?? null
}

export interface Message {
  contact: string
  number: number
  id: string
  author: 'citizen' | 'agent'
  staff: string | null
  body: string | null
  file: string | null
  /** Epoch ms, as `deleteAfter`. */
  sentAt: number
  deleteAfter: number
}

/** Adds a message; its number was taken under the lock of the contact. */
export async function insertMessage(tx: Tx, message: Message): Promise<void> {
  await tx.q
    .insertInto('chat_message')
    .values({
      contact_id: message.contact,
      number: message.number,
      id: message.id,
      author: message.author,
      staff_id: message.staff,
      body: message.body,
      file_id: message.file,
      sent_at: date(message.sentAt),
      delete_after: date(message.deleteAfter),
    })
    .execute()
}

/** The number of the last message; 0 when there is none. */
export async function lastNumber(tx: Tx, contact: string): Promise<number> {
  const row = await tx.q
    .selectFrom('chat_message')
    .select('number')
    .where('contact_id', '=', contact)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.number ?? 0
}

/** The message with this id, or null. */
export async function messageById(tx: Tx, contact: string, id: string) {
  const row = await tx.q
    .selectFrom('chat_message')
    .select(['number', 'author', 'staff_id', 'body', 'file_id', 'sent_at', 'erased_at'])
    .where('contact_id', '=', contact)
    .where('id', '=', id)
    .executeTakeFirst()
  return row
    ? {
        number: row.number,
        author: row.author,
        staff: row.staff_id,
        body: row.body,
        file: row.file_id,
        sentAt: row.sent_at.getTime(),
        erased: row.erased_at !== null,
      }
    : null
}

/** The messages after a number, in order; agents under the name that citizens may see. */
export async function messagesAfter(
  tx: Tx,
  contact: string,
  number: number,
): Promise<MessageView[]> {
  const rows = await tx.q
    .selectFrom('chat_message as m')
    .leftJoin('file as f', 'f.id', 'm.file_id')
    .select(['m.number', 'm.id', 'm.author', 'm.body', 'm.sent_at'])
    .select(['f.id as file', 'f.name as file_name', 'f.type as file_type', 'f.size as file_size'])
    .select(sql<string | null>`shown_name(m.staff_id)`.as('name'))
    .where('m.contact_id', '=', contact)
    .where('m.number', '>', number)
    .orderBy('m.number')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    id: row.id,
    author: row.author,
    name: row.name,
    body: row.body,
    file: row.file
      ? { id: row.file, name: row.file_name, type: row.file_type ?? '', size: row.file_size ?? 0 }
      : null,
    sentAt: row.sent_at.getTime(),
  }))
}

/** Whether somebody else wrote after what an agent had on screen. */
export async function othersWroteAfter(
  tx: Tx,
  contact: string,
  seen: number,
  staff: string,
): Promise<boolean> {
  const row = await tx.q
    .selectFrom('chat_message')
    .select('number')
    .where('contact_id', '=', contact)
    .where('number', '>', seen)
    .where('staff_id', 'is distinct from', staff)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Keeps an agent's unsent words; empty ones are forgotten. */
export async function keepDraft(
  tx: Tx,
  draft: { staff: string; contact: string; body: string; at: number },
): Promise<void> {
  const { staff, contact, body } = draft
  if (body === '') return forgetDraft(tx, staff, contact)
  const row = { body, saved_at: date(draft.at) }
  await tx.q
    .insertInto('draft')
    .values({ staff_id: staff, contact_id: contact, ...row })
    .onConflict((conflict) => conflict.columns(['staff_id', 'contact_id']).doUpdateSet(row))
    .execute()
}

export async function forgetDraft(tx: Tx, staff: string, contact: string): Promise<void> {
  await tx.q
    .deleteFrom('draft')
    .where('staff_id', '=', staff)
    .where('contact_id', '=', contact)
    .execute()
}

export async function readDraft(tx: Tx, staff: string, contact: string) {
  const row = await tx.q
    .selectFrom('draft')
    .select(['body', 'saved_at'])
    .where('staff_id', '=', staff)
    .where('contact_id', '=', contact)
    .executeTakeFirst()
  return { body: row?.body ?? '', savedAt: row?.saved_at.getTime() ?? null }
}

export interface Marks {
  friendly: number | null
  correct: number | null
  helped: number | null
}

/** Keeps the citizen's verdict; false when there is one already. */
export async function insertMarks(
  tx: Tx,
  contact: string,
  marks: Marks,
  at: number,
): Promise<boolean> {
  const rows = await tx.q
    .insertInto('satisfaction')
    .values({ contact_id: contact, ...marks, at: date(at) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('contact_id')
    .execute()
  return rows.length > 0
}

export async function isRated(tx: Tx, contact: string): Promise<boolean> {
  const row = await tx.q
    .selectFrom('satisfaction')
    .select('contact_id')
    .where('contact_id', '=', contact)
    .executeTakeFirst()
  return row !== undefined
}

/** Where a waiting contact stands, as the routing owner last reckoned; null while unknown. */
export async function standingOf(tx: Tx, contact: string) {
  const row = await tx.q
    .selectFrom('standing')
    .select(['position', 'expected_wait_ms'])
    .where('contact_id', '=', contact)
    .executeTakeFirst()
  return row ? { position: row.position, expectedWaitMs: row.expected_wait_ms } : null
}

export interface StoredFile {
  id: string
  contact: string
  name: string
  type: string
  size: number
  sealed: Buffer
  madeAt: number
  deleteAfter: number
}

export async function insertFile(tx: Tx, file: StoredFile): Promise<void> {
  await tx.q
    .insertInto('file')
    .values({
      id: file.id,
      contact_id: file.contact,
      name: file.name,
      type: file.type,
      size: file.size,
      content: file.sealed,
      made_at: date(file.madeAt),
      delete_after: date(file.deleteAfter),
    })
    .execute()
}

/** A file with its sealed bytes; null when not there, not seen, or erased. */
export async function readFile(tx: Tx, id: string) {
  const row = await tx.q
    .selectFrom('file')
    .select(['contact_id', 'name', 'type', 'content'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.content
    ? { contact: row.contact_id, name: row.name, type: row.type, sealed: row.content }
    : null
}

export async function countFiles(tx: Tx, contact: string): Promise<number> {
  const row = await tx.q
    .selectFrom('file')
    .select(({ fn }) => fn.countAll().as('files'))
    .where('contact_id', '=', contact)
    .executeTakeFirst()
  return Number(row?.files ?? 0)
}

/** The contacts of which some words are due to be erased at `now`. */
export async function contactsDue(tx: Tx, now: number): Promise<string[]> {
  const rows = await tx.q
    .selectFrom('chat_message')
    .select('contact_id')
    .distinct()
    .where('erased_at', 'is', null)
    .where('delete_after', '<=', date(now))
    .execute()
  return rows.map((row) => row.contact_id)
}

/** Erases every word and file of a conversation, and ends the citizen's access to it. */
export async function eraseWords(tx: Tx, contact: string, now: number): Promise<void> {
  const at = date(now)
  await tx.q
    .updateTable('chat_message')
    .set({ body: null, erased_at: at })
    .where('contact_id', '=', contact)
    .where('erased_at', 'is', null)
    .execute()
  await tx.q
    .updateTable('file')
    .set({ name: null, content: null, erased_at: at })
    .where('contact_id', '=', contact)
    .where('erased_at', 'is', null)
    .execute()
  await tx.q.deleteFrom('draft').where('contact_id', '=', contact).execute()
  await tx.q
    .updateTable('chat_access')
    .set({ ended_at: at })
    .where('contact_id', '=', contact)
    .where('ended_at', 'is', null)
    .execute()
}
