import { type Call, contactOf } from '../../kit/http.ts'
import { must } from '../../kit/must.ts'
import { lockContact, record } from '../contacts/index.ts'
import { type rateChat as operation, refusals } from './contract.ts'
import type { Parts } from './parts.ts'
import { insertMarks } from './store.ts'
import { citizen } from './write-message.ts'

/** The citizen's verdict on a conversation that took place and is over; given once. */
export async function rateChat(
  { clock }: Pick<Parts, 'clock'>,
  { tx, caller, key, input, now }: Call<typeof operation>,
): Promise<Record<never, never>> {
  const id = contactOf(caller)
  const contact = must(await lockContact(tx, id), 'contact of a citizen')
  const over = contact.state === 'over' || contact.state === 'closed'
  if (!over || contact.answeredAt === null) throw refusals.stillTalking()
  if (!(await insertMarks(tx, id, input, now))) throw refusals.alreadyRated()
  await record(tx, clock, id, citizen(id), { type: 'rated', data: {}, key })
  return {}
}
