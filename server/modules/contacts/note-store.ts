import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'

const date = (instant: number): Date => new Date(instant)

/** Writes words about a contact. */
export async function insertNote(
  tx: Tx,
  note: {
    id: string
    contact: string
    question?: string
    staff: string
    purpose: string
    body: string
    at: number
    deleteAfter: number
  },
): Promise<void> {
  await tx.q
    .insertInto('contact_note')
    .values({
      id: note.id,
      contact_id: note.contact,
      question_id: note.question ?? null,
      staff_id: note.staff,
      purpose: note.purpose,
      body: note.body,
      made_at: date(note.at),
      delete_after: date(note.deleteAfter),
    })
    .execute()
}

export interface Note {
  id: string
  question: string | null
  staff: string
  purpose: string
  body: string | null
  madeAt: number
}

/** The notes about a contact, oldest first; erased ones without their words. */
export async function notesOf(tx: Tx, contact: string): Promise<Note[]> {
  const rows = await tx.q
    .selectFrom('contact_note')
    .selectAll()
    .where('contact_id', '=', contact)
    .orderBy('made_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    question: row.question_id,
    staff: row.staff_id,
    purpose: row.purpose,
    body: row.body,
    madeAt: row.made_at.getTime(),
  }))
}

/** Erases the words of notes whose time has come, or of one contact; returns whose they were. */
export async function eraseNotes(tx: Tx, now: number, contact?: string): Promise<string[]> {
  const { rows } = await sql<{ contact_id: string }>`
    update contact_note set body = null, erased_at = ${date(now)}
    where erased_at is null and ${contact ? sql`contact_id = ${contact}` : sql`delete_after <= ${date(now)}`}
    returning contact_id`.execute(tx.q)
  return [...new Set(rows.map((row) => row.contact_id))]
}
