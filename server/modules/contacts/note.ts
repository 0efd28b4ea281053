import type { Clock } from '../../kit/clock.ts'
import type { Db, Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { eraseNotes, insertNote } from './note-store.ts'

/** How long words about a contact are kept, in days; an installation may choose otherwise. */
export const keepNotesDays = 90

export interface NewNote {
  contact: string
  question?: string
  staff: string
  purpose: 'wrapUp' | 'transfer' | 'destination'
  body: string
  /** Epoch ms. */
  at: number
}

/** Writes words about a contact into their own, erasable row; returns its id for the log. */
export async function addNote(tx: Tx, note: NewNote): Promise<string> {
  const id = newId()
  await insertNote(tx, { ...note, id, deleteAfter: note.at + keepNotesDays * 86_400_000 })
  return id
}

/** Erases the words of all notes whose time has come; what happened stays. */
export async function eraseNotesDue(db: Db, clock: Clock): Promise<void> {
  await db.as({ kind: 'system', name: 'erasure' }, (tx) => eraseNotes(tx, clock.now()))
}
