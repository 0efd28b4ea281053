// The door of `contacts`: what happens, and the only way to say so.
export { type Contact, type ContactEvent, openEngagements } from './contact.ts'
export { handlingOf } from './handling.ts'
export { routes } from './http.ts'
export { addNote } from './note.ts'
export { type Happening, open, type Recorded, record } from './record.ts'
export {
  asEvent,
  type By,
  eraseNotes,
  eventsAfter,
  freeReference,
  grantAccess,
  type LoggedEvent,
  lockContact,
  namesOf,
  notesOf,
  type Ongoing,
  ongoingOver,
  readContact,
  waitingIn,
} from './store.ts'
