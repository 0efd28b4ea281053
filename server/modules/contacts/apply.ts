import { must } from '../../kit/must.ts'
import {
  type Contact,
  type ContactEvent,
  type Engagement,
  type EventData,
  type Phase,
  type Question,
  type Segment,
  shortAbandonMs,
} from './contact.ts'
import {
  type ContactState,
  contactLife,
  type EngagementState,
  type EventName,
  engagementLife,
  type LoggedType,
  requests,
} from './life.ts'

export interface Applied {
  contact: Contact
  /** Stretches of agents' time that this event brought to an end. */
  segments: Segment[]
}

const nameOf = new Map<LoggedType, EventName>(
  Object.entries(requests).map(([name, type]) => [type, name as EventName]),
)

/** The column of the tables for a type of the log: the request it came from, or the fact itself. */
export function eventName(type: Exclude<LoggedType, 'opened'>): EventName {
  return nameOf.get(type) ?? (type as EventName)
}

/** Events that concern every open engagement; all others concern the one they name. */
const forAll: ReadonlySet<LoggedType> = new Set(['citizenLeft', 'lineLost', 'finished'])

/** The contact that an `opened` event makes. */
export function opened(id: string, at: number, data: EventData['opened']): Contact {
  return {
    id,
    version: 1,
    reference: data.reference,
    line: data.line,
    channel: data.channel,
    language: data.language,
    state: 'waiting',
    stateSince: at,
    phases: { waiting: 0, offered: 0, talking: 0, held: 0, over: 0 },
    queue: data.queue,
    onlyStaff: null,
    urgent: data.urgent,
    openedAt: at,
    waitingSince: at,
    answeredAt: null,
    citizenLostAt: null,
    endedAs: null,
    closedAt: null,
    questions: [newQuestion(data.question, 1, data.theme, data.department)],
    engagements: [],
  }
}

/**
 * The contact after one event that the tables have let through: the same function writes the rows
 * and folds the log, so that state is always derivable again.
 */
export function apply(before: Contact, event: ContactEvent): Applied {
  if (event.type === 'opened')
    return { contact: opened(before.id, event.happenedAt, event.data), segments: [] }
  const name = eventName(event.type)
  const cell = contactLife[before.state][name]
  const at = Math.max(event.happenedAt, before.stateSince)
  const contact = moveTo(
    before,
    typeof cell === 'string' && cell !== 'same' ? cell : before.state,
    at,
  )
  contact.version = before.version + 1
  const segments: Segment[] = []
  contact.engagements = contact.engagements.map((engagement) => {
    if (!concerns(event, engagement)) return engagement
    const moved = moveEngagement(engagement, event, name)
    segments.push(...moved.segments)
    return moved.engagement
  })
  change(contact, before, event, at)
  return { contact, segments }
}

function concerns(event: ContactEvent, engagement: Engagement): boolean {
  return (
    engagement.id === event.engagement || (forAll.has(event.type) && engagement.state !== 'ended')
  )
}

/** Moves the conversation on, keeping the books of how long each state lasted. */
function moveTo(contact: Contact, state: ContactState, at: number): Contact {
  if (state === contact.state || contact.state === 'closed') return { ...contact }
  const phases = { ...contact.phases }
  phases[contact.state] += at - contact.stateSince
  return { ...contact, state, phases, stateSince: at }
}

const phaseOf: Record<EngagementState, Phase | null> = {
  offered: null,
  active: 'active',
  hold: 'hold',
  wrapUp: 'wrapUp',
  ended: null,
}

function moveEngagement(
  before: Engagement,
  event: ContactEvent,
  name: EventName,
): { engagement: Engagement; segments: Segment[] } {
  const cell = engagementLife[before.state][name]
  const state = typeof cell === 'string' && cell !== 'same' ? cell : before.state
  const at = Math.max(event.happenedAt, before.phaseSince)
  const after: Engagement = { ...before, state }
  if (event.type === 'accepted') after.acceptedAt = at
  if (event.type === 'focused' && after.state !== 'ended') after.question = event.data.question
  if (event.type === 'deskLost') after.disconnectedAt ??= at
  if (event.type === 'deskBack') after.disconnectedAt = null
  if (state === 'ended' && before.state !== 'ended') {
    after.endedAt = at
    after.endedAs = endOf(event)
  }
  const changed =
    state !== before.state ||
    after.question !== before.question ||
    after.disconnectedAt !== before.disconnectedAt
  if (!changed) return { engagement: after, segments: [] }
  after.phaseSince = at
  const phase = phaseOf[before.state]
  const worked = phase !== null && before.disconnectedAt === null && at > before.phaseSince
  const segment = { engagement: before.id, staff: before.staff, question: before.question }
  const segments = worked ? [{ ...segment, phase, from: before.phaseSince, until: at }] : []
  return { engagement: after, segments }
}

function endOf(event: ContactEvent): Engagement['endedAs'] {
  if (event.type === 'declined') return 'declined'
  if (event.type === 'lapsed') return 'lapsed'
  if (event.type === 'requeued') return 'deskLost'
  return event.type === 'wrappedUp' ? 'handled' : 'withdrawn'
}

/** What an event changes besides states. `contact` is ours to change; `before` is not. */
function change(contact: Contact, before: Contact, event: ContactEvent, at: number): void {
  switch (event.type) {
    case 'offered':
      contact.engagements = [...contact.engagements, newEngagement(contact, event, at)]
      break
    case 'accepted':
      contact.answeredAt ??= at
      contact.onlyStaff = null
      break
    case 'transferred':
      contact.queue = event.data.queue
      contact.onlyStaff = event.data.onlyStaff
      contact.waitingSince = at
      break
    case 'requeued':
      if (before.state !== 'waiting') contact.waitingSince = at
      contact.onlyStaff = null
      break
    case 'overflowed':
      contact.queue = event.data.queue
      break
    case 'citizenLeft':
    case 'lineLost':
    case 'turnedAway':
    case 'finished':
      if (before.state !== 'over' && before.state !== 'closed')
        leave(contact, before, event.type, at)
      break
    case 'citizenLost':
      contact.citizenLostAt ??= at
      break
    case 'citizenBack':
      contact.citizenLostAt = null
      break
    case 'urgentMarked':
      contact.urgent = true
      break
    case 'closed':
      contact.closedAt = at
      break
    default:
      changeQuestions(contact, event, at)
  }
}

function changeQuestions(contact: Contact, event: ContactEvent, at: number): void {
  if (event.type === 'questionAdded') {
    const { question, theme, department } = event.data
    const number = contact.questions.length + 1
    contact.questions = [...contact.questions, newQuestion(question, number, theme, department)]
  } else if (event.type === 'themeChosen') {
    const { theme, department } = event.data
    setQuestion(contact, event.data.question, { theme, department })
  } else if (event.type === 'outcomeSet') {
    const { outcome, destination } = event.data
    setQuestion(contact, event.data.question, { outcome, destination, outcomeAt: at })
  }
}

/** The conversation ends: how it counts, and the outcome of what nobody could answer. */
function leave(contact: Contact, before: Contact, how: LoggedType, at: number): void {
  if (contact.answeredAt !== null) contact.endedAs = 'handled'
  else if (how !== 'citizenLeft') contact.endedAs = 'refused'
  else contact.endedAs = at - contact.openedAt < shortAbandonMs ? 'shortAbandon' : 'abandoned'
  if (before.state !== 'waiting' && before.state !== 'offered') return
  for (const question of contact.questions) {
    if (question.outcome !== null) continue
    setQuestion(contact, question.id, { outcome: 'citizenLeft', destination: null, outcomeAt: at })
  }
}

function setQuestion(contact: Contact, id: string, change: Partial<Question>): void {
  contact.questions = contact.questions.map((question) =>
    question.id === id ? { ...question, ...change } : question,
  )
}

function newQuestion(
  id: string,
  number: number,
  theme: string | null,
  department: string | null,
): Question {
  return { id, number, theme, department, outcome: null, destination: null, outcomeAt: null }
}

function newEngagement(
  contact: Contact,
  event: Extract<ContactEvent, { type: 'offered' }>,
  at: number,
): Engagement {
  const open = contact.questions.find((question) => question.outcome === null)
  return {
    id: must(event.engagement, 'engagement of an offer'),
    staff: event.data.staff,
    operator: event.data.operator,
    queue: event.data.queue,
    state: 'offered',
    question: (open ?? must(contact.questions.at(-1), 'question')).id,
    offeredAt: at,
    offerUntil: event.data.until,
    acceptedAt: null,
    endedAt: null,
    endedAs: null,
    phaseSince: at,
    disconnectedAt: null,
  }
}
