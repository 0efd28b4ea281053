import fc from 'fast-check'
import { must } from '../../kit/must.ts'
import { apply, eventName, opened } from './apply.ts'
import { type Contact, type ContactEvent, openEngagements, outcomes } from './contact.ts'
import { contactLife, engagementLife, type LoggedType } from './life.ts'

/** One step of a random walk: which event, on which of the engagements or questions, how much later. */
export interface Step {
  type: Exclude<LoggedType, 'opened' | 'closed'>
  pick: number
  afterMs: number
}

const types: Step['type'][] = [
  'offered',
  'accepted',
  'declined',
  'withdrawn',
  'lapsed',
  'citizenWrote',
  'agentWrote',
  'citizenLeft',
  'citizenLost',
  'citizenBack',
  'lineLost',
  'deskLost',
  'deskBack',
  'held',
  'resumed',
  'transferred',
  'requeued',
  'overflowed',
  'finished',
  'focused',
  'questionAdded',
  'outcomeSet',
  'wrappedUp',
  'urgentMarked',
  'turnedAway',
  'emergencyRaised',
]

/** Random sequences of events; not all of them will be allowed. Facts may come late. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    type: fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom(...types) },
      {
        weight: 2,
        arbitrary: fc.constantFrom<Step['type']>('offered', 'accepted', 'wrappedUp', 'outcomeSet'),
      },
    ),
    pick: fc.nat(20),
    afterMs: fc.oneof(fc.nat(60_000), fc.integer({ min: -2_000, max: 0 })),
  }),
  { maxLength: 40 },
)

/** The event that a step stands for in this state of the contact; ids come from `ids`. */
export function eventOf(contact: Contact, step: Step, at: number, ids: Ids): ContactEvent {
  const engagement = contact.engagements[step.pick % Math.max(1, contact.engagements.length)]
  const question = must(contact.questions[step.pick % contact.questions.length]).id
  const data: Record<string, unknown> = {
    staff: ids.staff(step.pick),
    operator: null,
    queue: contact.queue,
    until: at + 20_000,
    reason: 'other',
    message: ids.next(),
    number: 1,
    how: 'left',
    note: null,
    onlyStaff: null,
    step: 1,
    numbers: [],
    question: step.type === 'questionAdded' ? ids.next() : question,
    theme: null,
    department: null,
    outcome: outcomes[step.pick % outcomes.length],
    destination: null,
  }
  const names: Partial<Record<Step['type'], string[]>> = {
    offered: ['staff', 'operator', 'queue', 'until'],
    declined: ['reason'],
    withdrawn: ['reason'],
    citizenWrote: ['message', 'number'],
    agentWrote: ['message', 'number'],
    citizenLeft: ['how'],
    transferred: ['queue', 'onlyStaff', 'note'],
    requeued: ['reason'],
    overflowed: ['queue', 'operator', 'step'],
    focused: ['question'],
    questionAdded: ['question', 'theme', 'department'],
    outcomeSet: ['question', 'outcome', 'destination'],
    urgentMarked: ['reason'],
    turnedAway: ['reason'],
    emergencyRaised: ['numbers'],
  }
  const picked = Object.fromEntries((names[step.type] ?? []).map((name) => [name, data[name]]))
  return {
    type: step.type,
    data: picked,
    engagement:
      step.type === 'offered' ? ids.next() : aimedAt(step.type) ? (engagement?.id ?? null) : null,
    happenedAt: at,
  } as ContactEvent
}

const conversationWide: ReadonlySet<Step['type']> = new Set([
  'citizenWrote',
  'citizenLeft',
  'citizenLost',
  'citizenBack',
  'lineLost',
  'overflowed',
  'questionAdded',
  'outcomeSet',
  'urgentMarked',
  'turnedAway',
  'emergencyRaised',
])
function aimedAt(type: Step['type']): boolean {
  return !conversationWide.has(type)
}

export interface Ids {
  next(): string
  staff(n: number): string
}

/** True when the tables let the event through. */
export function allowed(contact: Contact, event: ContactEvent): boolean {
  if (event.type === 'opened') return false
  const name = eventName(event.type)
  if (typeof contactLife[contact.state][name] === 'object') return false
  if (event.type === 'offered') return true
  if (aimedAt(event.type as Step['type']) && !event.engagement) return false
  const engagement = contact.engagements.find((one) => one.id === event.engagement)
  return !engagement || typeof engagementLife[engagement.state][name] !== 'object'
}

/** Walks without a database: the contact after each allowed step, and all segments. */
export function walk(path: Step[], ids: Ids, start = 1_000_000) {
  let at = start
  let contact = opened('contact', at, {
    reference: 'r',
    line: 'l',
    channel: 'chat',
    language: 'nl',
    queue: 'q',
    question: ids.next(),
    theme: null,
    department: null,
    urgent: false,
  })
  const events: ContactEvent[] = []
  const segments = []
  for (const step of path) {
    at = Math.max(start, at + step.afterMs)
    const event = eventOf(contact, step, at, ids)
    if (!allowed(contact, event)) continue
    const applied = apply(contact, event)
    contact = applied.contact
    segments.push(...applied.segments)
    events.push(event)
  }
  return { contact, events, segments, open: openEngagements(contact) }
}
