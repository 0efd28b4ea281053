import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { defineRefusals } from '../../kit/refusal.ts'
import { outcomes } from './contact.ts'
import { contactStates, engagementStates } from './life.ts'

export { type Outcome, outcomes, withoutTheme } from './contact.ts'
export { contactLife, contactStates, type EventName, engagementLife } from './life.ts'

export const refusals = defineRefusals('contacts', {
  alreadyOffered: {
    status: 409,
    nl: 'Dit contact wordt al aan iemand aangeboden.',
    en: 'This contact is already being offered to someone.',
  },
  offerGone: {
    status: 409,
    nl: 'Dit aanbod is er niet meer: een collega nam het, of de vrager is weg.',
    en: 'This offer is gone: a colleague took it, or the person left.',
  },
  notWaiting: {
    status: 409,
    nl: 'Dit contact wacht niet meer.',
    en: 'This contact is no longer waiting.',
  },
  notTalking: {
    status: 409,
    nl: 'U bent niet in gesprek met deze vrager.',
    en: 'You are not in conversation with this person.',
  },
  notHeld: {
    status: 409,
    nl: 'Dit gesprek staat niet in de wacht.',
    en: 'This conversation is not on hold.',
  },
  conversationOver: {
    status: 409,
    nl: 'Dit gesprek is afgelopen.',
    en: 'This conversation is over.',
    fr: 'Cette conversation est terminée.',
    de: 'Dieses Gespräch ist beendet.',
  },
  contactClosed: {
    status: 409,
    nl: 'Dit contact is afgesloten.',
    en: 'This contact is closed.',
    fr: 'Ce contact est clôturé.',
    de: 'Dieser Kontakt ist abgeschlossen.',
  },
  stillOpen: {
    status: 409,
    nl: 'Dit gesprek loopt nog.',
    en: 'This conversation is still going on.',
  },
  notYours: {
    status: 403,
    nl: 'Dit gesprek is niet van u.',
    en: 'This conversation is not yours.',
  },
  outcomeMissing: {
    status: 422,
    nl: 'Kies eerst hoe elke vraag afliep.',
    en: 'First choose how each question ended.',
  },
  themeMissing: {
    status: 422,
    nl: 'Kies eerst het thema van deze vraag.',
    en: 'First choose the theme of this question.',
  },
  destinationMissing: {
    status: 422,
    nl: 'Noteer naar welke dienst of wie u doorverwees.',
    en: 'Write down which service or whom you pointed to.',
  },
})

const instant = z.number().int()

export const questionView = z.object({
  id: z.uuid(),
  number: z.number().int(),
  theme: z.uuid().nullable(),
  department: z.uuid().nullable(),
  outcome: z.enum(outcomes).nullable(),
  destination: z.string().nullable(),
  outcomeAt: instant.nullable(),
})

export const engagementView = z.object({
  id: z.uuid(),
  staff: z.uuid(),
  operator: z.uuid().nullable(),
  queue: z.uuid(),
  state: z.enum(engagementStates),
  question: z.uuid(),
  offeredAt: instant,
  offerUntil: instant.nullable(),
  acceptedAt: instant.nullable(),
  endedAt: instant.nullable(),
  endedAs: z.enum(['handled', 'declined', 'lapsed', 'withdrawn', 'deskLost']).nullable(),
  phaseSince: instant,
  disconnectedAt: instant.nullable(),
})

/** A contact as staff see it: ids and instants (epoch ms); the words are asked for elsewhere. */
export const contactView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  reference: z.string(),
  line: z.uuid(),
  channel: z.enum(['chat', 'call', 'written']),
  language: z.enum(['nl', 'fr', 'de', 'en']),
  state: z.enum(contactStates),
  stateSince: instant,
  queue: z.uuid(),
  onlyStaff: z.uuid().nullable(),
  urgent: z.boolean(),
  openedAt: instant,
  waitingSince: instant,
  answeredAt: instant.nullable(),
  citizenLostAt: instant.nullable(),
  endedAs: z.enum(['handled', 'abandoned', 'shortAbandon', 'refused']).nullable(),
  closedAt: instant.nullable(),
  phases: z.object({
    waiting: z.number(),
    offered: z.number(),
    talking: z.number(),
    held: z.number(),
    over: z.number(),
  }),
  questions: z.array(questionView),
  engagements: z.array(engagementView),
})
export type ContactView = z.infer<typeof contactView>

const noteText = z.string().trim().max(2_000)
const mine = { engagement: z.uuid(), contact: z.uuid() }
const aboutContact = ({ contact }: { contact: string }) => ({ kind: 'contact', id: contact })
const done = z.object({ version: z.number().int() })

export const hold = operation({
  name: 'contacts.hold',
  kind: 'write',
  who: ['agent'],
  input: z.object(mine),
  output: done,
  refusals: ['notTalking', 'conversationOver', 'contactClosed', 'notYours'],
  about: aboutContact,
  summary: 'Put a conversation on hold',
})

export const resume = operation({
  name: 'contacts.resume',
  kind: 'write',
  who: ['agent'],
  input: z.object(mine),
  output: done,
  refusals: ['notHeld', 'conversationOver', 'contactClosed', 'notYours'],
  about: aboutContact,
  summary: 'Take a conversation off hold',
})

export const finish = operation({
  name: 'contacts.finish',
  kind: 'write',
  who: ['agent'],
  input: z.object(mine),
  output: done,
  refusals: ['notTalking', 'conversationOver', 'contactClosed', 'notYours'],
  about: aboutContact,
  summary: 'End the conversation; wrap-up begins',
})

export const focus = operation({
  name: 'contacts.focus',
  kind: 'write',
  who: ['agent'],
  input: z.object({ ...mine, question: z.uuid() }),
  output: done,
  refusals: ['notTalking', 'contactClosed', 'notYours'],
  about: aboutContact,
  summary: 'Turn to another question of the contact; time counts there from now on',
})

export const addQuestion = operation({
  name: 'contacts.addQuestion',
  kind: 'write',
  who: ['agent'],
  input: z.object({ ...mine, theme: z.uuid().nullable() }),
  output: done.extend({ question: z.uuid() }),
  refusals: ['notTalking', 'contactClosed', 'notYours'],
  about: aboutContact,
  summary: 'Add a question: one more need in the same contact',
})

export const chooseTheme = operation({
  name: 'contacts.chooseTheme',
  kind: 'write',
  who: ['agent'],
  input: z.object({ ...mine, question: z.uuid(), theme: z.uuid() }),
  output: done,
  refusals: ['notTalking', 'contactClosed', 'notYours'],
  about: aboutContact,
  summary: 'Say what a question is about',
})

export const setOutcome = operation({
  name: 'contacts.setOutcome',
  kind: 'write',
  who: ['agent'],
  input: z.object({
    ...mine,
    question: z.uuid(),
    outcome: z.enum(outcomes),
    /** The service, desk or person it went to; kept as an erasable note. */
    destination: z.string().trim().max(300).nullable(),
  }),
  output: done,
  refusals: ['notTalking', 'contactClosed', 'notYours', 'themeMissing', 'destinationMissing'],
  about: aboutContact,
  summary: 'Say how a question ended',
})

export const wrapUp = operation({
  name: 'contacts.wrapUp',
  kind: 'write',
  who: ['agent'],
  input: z.object({ ...mine, note: noteText.optional() }),
  output: done,
  refusals: ['notTalking', 'outcomeMissing', 'stillOpen', 'contactClosed', 'notYours'],
  about: aboutContact,
  summary: 'Finish wrap-up',
})

export const raiseEmergency = operation({
  name: 'contacts.raiseEmergency',
  kind: 'write',
  who: ['agent'],
  input: z.object(mine),
  output: done,
  refusals: ['notTalking', 'contactClosed', 'notYours'],
  about: aboutContact,
  summary: 'Emergency: alert the supervisor; no time limit from here on',
})

export const raiseAbuse = operation({
  name: 'contacts.raiseAbuse',
  kind: 'write',
  who: ['agent'],
  input: z.object({
    ...mine,
    step: z.enum(['warning', 'ended']),
    reason: z.enum(['insults', 'threats', 'sexual', 'discrimination', 'spam']),
  }),
  output: done,
  refusals: ['notTalking', 'conversationOver', 'contactClosed', 'notYours'],
  about: aboutContact,
  summary: 'Abuse: warn the person, or end the conversation with a reason',
})

export const timelineEvent = z.object({
  version: z.number().int(),
  type: z.string(),
  by: z.object({ kind: z.enum(['citizen', 'staff', 'system']), id: z.string() }),
  engagement: z.uuid().nullable(),
  happenedAt: instant,
  recordedAt: instant,
  data: z.record(z.string(), z.unknown()),
})

export const handlingView = z.object({
  engagement: z.uuid(),
  staff: z.uuid(),
  question: z.uuid(),
  phase: z.enum(['active', 'hold', 'wrapUp']),
  from: instant,
  until: instant,
  handlingMs: z.number().int(),
})

export const timeline = operation({
  name: 'contacts.timeline',
  kind: 'read',
  who: ['agent', 'supervisor', 'contactCentreExpert'],
  input: z.object({ contact: z.uuid() }),
  output: z.object({
    contact: contactView,
    events: z.array(timelineEvent),
    handling: z.array(handlingView),
    notes: z.array(
      z.object({
        id: z.uuid(),
        question: z.uuid().nullable(),
        staff: z.uuid(),
        purpose: z.string(),
        body: z.string().nullable(),
        madeAt: instant,
      }),
    ),
    /** First names of the agents, by id. */
    names: z.record(z.string(), z.string()),
  }),
  refusals: [],
  about: aboutContact,
  summary: 'Everything that happened to a contact, with the seconds it took',
})

export const find = operation({
  name: 'contacts.find',
  kind: 'read',
  who: ['agent', 'supervisor', 'contactCentreExpert'],
  /** As it is spoken or typed: only its ten digits count. */
  input: z.object({ reference: z.string().max(40) }),
  output: z.object({ contact: z.uuid() }),
  refusals: [],
  about: ({ reference }) => ({ kind: 'reference', id: reference }),
  summary: 'The contact that has a reference',
})

export const operations = [
  hold,
  resume,
  finish,
  focus,
  addQuestion,
  chooseTheme,
  setOutcome,
  wrapUp,
  raiseEmergency,
  raiseAbuse,
  timeline,
  find,
] as const
