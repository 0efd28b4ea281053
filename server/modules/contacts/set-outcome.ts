import type { Clock } from '../../kit/clock.ts'
import { type Call, staffOf } from '../../kit/http.ts'
import { refusals as kit } from '../../kit/refusal.ts'
import { type Outcome, withoutTheme } from './contact.ts'
import { type setOutcome as operation, refusals } from './contract.ts'
import { addNote } from './note.ts'
import { type Recorded, record } from './record.ts'
import { readContact } from './store.ts'

/** Outcomes that send the person on: where to must be known. */
const needsDestination: readonly Outcome[] = ['signposted', 'forwarded']

/** Says how a question ended. The name of the service lies in an erasable note. */
export async function setOutcome(clock: Clock, call: Call<typeof operation>): Promise<Recorded> {
  const { contact: id, engagement, question, outcome, destination } = call.input
  const staff = staffOf(call.caller)
  const contact = await readContact(call.tx, id)
  const about = contact?.questions.find((one) => one.id === question)
  if (!about) throw kit.notFound()
  if (about.theme === null && !withoutTheme.includes(outcome)) throw refusals.themeMissing()
  if (needsDestination.includes(outcome) && !destination) throw refusals.destinationMissing()
  const note = destination
    ? await addNote(call.tx, {
        contact: id,
        question,
        staff,
        purpose: 'destination',
        body: destination,
        at: call.now,
      })
    : null
  return record(
    call.tx,
    clock,
    id,
    { kind: 'staff', id: staff },
    {
      type: 'outcomeSet',
      engagement,
      data: { question, outcome, destination: note },
      key: call.key,
    },
  )
}
