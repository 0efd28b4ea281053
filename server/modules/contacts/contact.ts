import type { ContactState, EngagementState, LoggedType } from './life.ts'

export type Channel = 'chat' | 'call' | 'written'
export type ContactLanguage = 'nl' | 'fr' | 'de' | 'en'

/** How a question can end. The last five need no theme and no service. */
export const outcomes = [
  'answered',
  'signposted',
  'forwarded',
  'callBackAgreed',
  'complaint',
  'dataRequest',
  'press',
  'emergencyHandedOver',
  'citizenLeft',
  'misdialled',
  'silent',
  'abuse',
] as const
export type Outcome = (typeof outcomes)[number]

/** Outcomes that need no theme. */
export const withoutTheme: readonly Outcome[] = [
  'emergencyHandedOver',
  'citizenLeft',
  'misdialled',
  'silent',
  'abuse',
]

/** How a contact ended, as the figures count it. */
export type EndedAs = 'handled' | 'abandoned' | 'shortAbandon' | 'refused'

/** How an engagement ended. */
export type EngagementEnd = 'handled' | 'declined' | 'lapsed' | 'withdrawn' | 'deskLost'

/** Under this many ms of waiting a citizen who leaves is a short abandon, shown apart. */
export const shortAbandonMs = 5_000

/** One need on one theme. */
export interface Question {
  id: string
  number: number
  theme: string | null
  department: string | null
  outcome: Outcome | null
  destination: string | null
  outcomeAt: number | null
}

/** One agent on one contact, from the offer to the end of wrap-up. */
export interface Engagement {
  id: string
  staff: string
  operator: string | null
  queue: string
  state: EngagementState
  question: string
  offeredAt: number
  offerUntil: number | null
  acceptedAt: number | null
  endedAt: number | null
  endedAs: EngagementEnd | null
  /** Start of the stretch that is running now, while connected. */
  phaseSince: number
  disconnectedAt: number | null
}

export type Phase = 'active' | 'hold' | 'wrapUp'

/** A finished stretch of an engagement: one agent, one question, one phase. Instants in ms. */
export interface Segment {
  engagement: string
  staff: string
  question: string
  phase: Phase
  from: number
  until: number
}

/** Milliseconds the contact has spent in each state before the present one. */
export type Phases = Record<Exclude<ContactState, 'closed'>, number>

/** A contact as the log tells it. All instants are epoch milliseconds. */
export interface Contact {
  id: string
  version: number
  reference: string
  line: string
  channel: Channel
  language: ContactLanguage
  state: ContactState
  stateSince: number
  phases: Phases
  queue: string
  /** Set while only this agent may take it: a transfer to a colleague. */
  onlyStaff: string | null
  urgent: boolean
  openedAt: number
  waitingSince: number
  answeredAt: number | null
  citizenLostAt: number | null
  endedAs: EndedAs | null
  closedAt: number | null
  questions: Question[]
  engagements: Engagement[]
}

/** What each event carries: ids, codes and numbers only. */
export interface EventData {
  opened: {
    reference: string
    line: string
    channel: Channel
    language: ContactLanguage
    queue: string
    question: string
    theme: string | null
    department: string | null
    urgent: boolean
  }
  offered: { staff: string; operator: string | null; queue: string; until: number | null }
  accepted: Record<never, never>
  declined: { reason: string }
  withdrawn: { reason: string }
  lapsed: Record<never, never>
  citizenWrote: { message: string; number: number }
  agentWrote: { message: string; number: number }
  citizenLeft: { how: 'left' | 'gone' }
  citizenLost: Record<never, never>
  citizenBack: Record<never, never>
  lineLost: Record<never, never>
  deskLost: Record<never, never>
  deskBack: Record<never, never>
  held: Record<never, never>
  resumed: Record<never, never>
  transferred: { queue: string; onlyStaff: string | null; note: string | null }
  requeued: { reason: string }
  overflowed: { queue: string; operator: string | null; step: number }
  finished: Record<never, never>
  turnedAway: { reason: 'queueFull' | 'closedEarly' }
  focused: { question: string }
  themeChosen: { question: string; theme: string; department: string; reason: string | null }
  questionAdded: { question: string; theme: string | null; department: string | null }
  outcomeSet: { question: string; outcome: Outcome; destination: string | null }
  wrappedUp: Record<never, never>
  urgentMarked: { reason: string }
  emergencyRaised: { numbers: string[] }
  abuseRaised: { step: 'warning' | 'ended'; reason: string }
  rated: Record<never, never>
  closed: { as: EndedAs }
  erased: Record<never, never>
}

/** One row of the log. `engagement` names the engagement it concerns, when it concerns one. */
export type ContactEvent = {
  [T in LoggedType]: {
    type: T
    data: EventData[T]
    engagement: string | null
    happenedAt: number
  }
}[LoggedType]

/** Engagements that have not ended. */
export function openEngagements(contact: Contact): Engagement[] {
  return contact.engagements.filter((engagement) => engagement.state !== 'ended')
}

/** Questions without an outcome. */
export function openQuestions(contact: Contact): Question[] {
  return contact.questions.filter((question) => question.outcome === null)
}
