import { z } from 'zod'
import type { Output } from '../../kit/contract.ts'
import type { Tx } from '../../kit/db.ts'
import { refusals as kit } from '../../kit/refusal.ts'
import type { timeline as operation } from './contract.ts'
import { handlingOf } from './handling.ts'
import { notesOf } from './note-store.ts'
import { eventsAfter, namesOf, readContact } from './store.ts'

/** A contact with its log, its seconds and the notes about it. `now` is epoch ms. */
export async function timeline(tx: Tx, id: string, now: number): Promise<Output<typeof operation>> {
  const contact = await readContact(tx, id)
  if (!contact) throw kit.notFound()
  const events = await eventsAfter(tx, id, 0)
  const notes = await notesOf(tx, id)
  const staff = [
    ...contact.engagements.map((one) => one.staff),
    ...events.filter((one) => one.by.kind === 'staff').map((one) => one.by.id),
    ...notes.map((one) => one.staff),
  ].filter((one) => z.uuid().safeParse(one).success)
  return {
    contact,
    events: events.map(({ data, ...event }) => ({ ...event, data: { ...data } })),
    handling: await handlingOf(tx, id, now),
    notes,
    names: await namesOf(tx, staff),
  }
}
