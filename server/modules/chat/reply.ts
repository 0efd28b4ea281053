import type { Output } from '../../kit/contract.ts'
import { type Call, staffOf } from '../../kit/http.ts'
import { type reply as operation, refusals } from './contract.ts'
import { maskNumbers } from './mask-numbers.ts'
import type { Parts } from './parts.ts'
import { forgetDraft, othersWroteAfter } from './store.ts'
import { readable } from './words.ts'
import { writeMessage } from './write-message.ts'

/**
 * The agent writes. Refused when somebody else wrote something that was not on the agent's screen:
 * nobody answers blindly after a gap in the network.
 */
export async function reply(
  { clock }: Pick<Parts, 'clock'>,
  call: Call<typeof operation>,
): Promise<Output<typeof operation>> {
  const { tx } = call
  const { contact, engagement, id, seen } = call.input
  const staff = staffOf(call.caller)
  const body = maskNumbers(readable(call.input.body))
  const by = { kind: 'staff', id: staff, engagement } as const
  const written = await writeMessage(tx, clock, { contact, id, body, file: null, by })
  // The lock is ours and the refusal undoes the writing: who may write at all is asked first.
  if (written.fresh && (await othersWroteAfter(tx, contact, seen, staff))) throw refusals.stale()
  await forgetDraft(tx, staff, contact)
  return { number: written.number, sentAt: written.sentAt }
}
