import type { Output } from '../../kit/contract.ts'
import { type Call, contactOf } from '../../kit/http.ts'
import { refusals as kit } from '../../kit/refusal.ts'
import type { say as operation } from './contract.ts'
import { emergencyIn, markUrgent } from './danger.ts'
import { maskNumbers } from './mask-numbers.ts'
import type { Parts } from './parts.ts'
import { readable } from './words.ts'
import { writeMessage } from './write-message.ts'

/** The citizen writes. Words of acute danger are answered with numbers, and jump the queue. */
export async function say(
  { clock, cache, messages }: Parts,
  call: Call<typeof operation>,
): Promise<Output<typeof operation>> {
  const { tx, input, now } = call
  const contact = contactOf(call.caller)
  if (!messages.take(contact, now)) throw kit.tooMany()
  const typed = readable(input.body)
  const body = maskNumbers(typed)
  const message = { contact, id: input.id, body, file: null, by: { kind: 'citizen' } } as const
  const written = await writeMessage(tx, clock, message)
  const emergency = emergencyIn(cache, typed, written.contact.language)
  if (emergency.length > 0 && written.fresh) await markUrgent(tx, clock, written.contact, input.id)
  const { number, sentAt } = written
  return { number, sentAt, emergency, masked: body !== typed }
}
