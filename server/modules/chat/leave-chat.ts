import { type Call, contactOf } from '../../kit/http.ts'
import { refusals as kit } from '../../kit/refusal.ts'
import { record } from '../contacts/index.ts'
import type { leaveChat as operation } from './contract.ts'
import type { Parts } from './parts.ts'
import { citizen } from './write-message.ts'

/**
 * The citizen leaves. A fact: whatever the state, it is noted; only somebody who goes on leaving, as
 * a program might, is refused.
 */
export async function leaveChat(
  { clock, messages }: Pick<Parts, 'clock' | 'messages'>,
  { tx, caller, key, now }: Call<typeof operation>,
): Promise<Record<never, never>> {
  const contact = contactOf(caller)
  if (!messages.take(contact, now)) throw kit.tooMany()
  await record(tx, clock, contact, citizen(contact), {
    type: 'citizenLeft',
    data: { how: 'left' },
    key,
  })
  return {}
}
