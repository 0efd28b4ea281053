import type { Clock } from '../../kit/clock.ts'
import { type Call, staffOf } from '../../kit/http.ts'
import type { raiseAbuse as operation } from './contract.ts'
import { type Recorded, record } from './record.ts'

/**
 * A warning is put on record. The end also ends the conversation, if it still goes on, and decides
 * the question in hand as abuse; both in one transaction.
 */
export async function raiseAbuse(clock: Clock, call: Call<typeof operation>): Promise<Recorded> {
  const { contact: id, engagement, step, reason } = call.input
  const by = { kind: 'staff', id: staffOf(call.caller) } as const
  const { tx, key } = call
  const raised = { type: 'abuseRaised', engagement, data: { step, reason }, key } as const
  const recorded = await record(tx, clock, id, by, raised)
  const { contact } = recorded
  if (step === 'warning' || !['talking', 'held'].includes(contact.state)) return recorded
  const mine = contact.engagements.find((one) => one.id === engagement)
  const question = contact.questions.find((one) => one.id === mine?.question)
  if (question?.outcome === null) {
    const data = { question: question.id, outcome: 'abuse', destination: null } as const
    await record(tx, clock, id, by, { type: 'outcomeSet', engagement, data, key: `${key}:outcome` })
  }
  return record(tx, clock, id, by, {
    type: 'finished',
    engagement,
    data: {},
    key: `${key}:finished`,
  })
}
