// The door of `contacts`: what happens, and the only way to say so.
export { type Contact, type ContactEvent, openEngagements } from './contact.ts'
export { handlingOf } from './handling.ts'
export { routes } from './http.ts'
export { addNote, eraseNotesDue } from './note.ts'
export { eraseNotes, notesOf } from './note-store.ts'
export { type Happening, open, type Recorded, record } from './record.ts'
export {
  asEvent,
  type By,
  eventsAfter,
  freeReference,
  grantAccess,
  type LoggedEvent,
  lockContact,
  namesOf,
  type Ongoing,
  ongoingOver,
  readContact,
  waitingIn,
} from './store.ts'
