import { type Call, contactOf } from '../../kit/http.ts'
import { record } from '../contacts/index.ts'
import type { leaveChat as operation } from './contract.ts'
import type { Parts } from './parts.ts'
import { citizen } from './write-message.ts'

/** The citizen leaves. A fact: whatever the state, it is noted and never refused. */
export async function leaveChat(
  { clock }: Pick<Parts, 'clock'>,
  { tx, caller, key }: Call<typeof operation>,
): Promise<Record<never, never>> {
  const contact = contactOf(caller)
  await record(tx, clock, contact, citizen(contact), {
    type: 'citizenLeft',
    data: { how: 'left' },
    key,
  })
  return {}
}
