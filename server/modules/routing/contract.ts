import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { defineRefusals } from '../../kit/refusal.ts'
import { contactView } from '../contacts/contract.ts'

export const refusals = defineRefusals('routing', {
  notAnAgent: {
    status: 403,
    nl: 'U bent niet als voorlichter ingeschreven bij een operator.',
    en: 'You are not registered as an agent of an operator.',
  },
  noSuchQueue: {
    status: 404,
    nl: 'Deze wachtrij bestaat niet, of niet voor u.',
    en: 'This queue does not exist, or not for you.',
  },
  colleagueAway: {
    status: 409,
    nl: 'Deze collega is nu niet beschikbaar.',
    en: 'This colleague is not available now.',
  },
  workInHand: {
    status: 409,
    nl: 'Rond eerst uw lopende gesprekken af of draag ze over.',
    en: 'First finish or transfer the conversations you have in hand.',
  },
})

/** What an agent chose to be; the system's own reasons why not are kept apart. */
export const statuses = ['available', 'break', 'training', 'meeting', 'other', 'signedOut'] as const

/** Why no offer reaches an agent now. An agent is free when there is none. */
export const heldBack = [
  'break',
  'training',
  'meeting',
  'other',
  'signedOut',
  'deskLost',
  'wrapUp',
  'missedOffer',
  'emergencyBreak',
] as const

const instant = z.number().int()

export const setStatus = operation({
  name: 'routing.setStatus',
  kind: 'write',
  who: ['agent'],
  input: z.object({ status: z.enum(statuses) }),
  output: z.object({}),
  refusals: ['notAnAgent', 'workInHand'],
  summary: 'Choose what you are doing: available, on a break, in training…',
})

const offerInput = z.object({ contact: z.uuid(), engagement: z.uuid() })
const aboutContact = ({ contact }: { contact: string }) => ({ kind: 'contact', id: contact })

export const acceptOffer = operation({
  name: 'routing.acceptOffer',
  kind: 'write',
  who: ['agent'],
  input: offerInput,
  output: z.object({ version: z.number().int() }),
  refusals: ['offerGone', 'notYours'],
  about: aboutContact,
  summary: 'Take the contact that is offered',
})

export const declineOffer = operation({
  name: 'routing.declineOffer',
  kind: 'write',
  who: ['agent'],
  input: offerInput.extend({ reason: z.enum(['busy', 'notMySubject', 'technical', 'other']) }),
  output: z.object({ version: z.number().int() }),
  refusals: ['offerGone', 'notYours'],
  about: aboutContact,
  summary: 'Leave the offered contact to a colleague',
})

export const transfer = operation({
  name: 'routing.transfer',
  kind: 'write',
  who: ['agent'],
  input: offerInput.extend({
    to: z.union([z.object({ queue: z.uuid() }), z.object({ colleague: z.uuid() })]),
    note: z.string().trim().max(2_000),
  }),
  output: z.object({ version: z.number().int() }),
  refusals: [
    'noSuchQueue',
    'colleagueAway',
    'notTalking',
    'conversationOver',
    'contactClosed',
    'notYours',
  ],
  about: aboutContact,
  summary: 'Hand the conversation to a queue or a colleague, with a note',
})

export const transferTargets = operation({
  name: 'routing.transferTargets',
  kind: 'read',
  who: ['agent'],
  input: z.object({ contact: z.uuid() }),
  output: z.object({
    queues: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        waiting: z.number().int(),
        free: z.number().int(),
      }),
    ),
    colleagues: z.array(z.object({ id: z.uuid(), name: z.string(), free: z.boolean() })),
  }),
  refusals: [],
  about: aboutContact,
  summary: 'Where this conversation can go',
})

/** The body of the live stream `desk:` : everything an agent has in hand. */
export const deskView = z.object({
  status: z.enum(statuses),
  statusSince: instant,
  heldBack: z.array(z.enum(heldBack)),
  /** Nothing holds the agent back, but no further conversation fits in their hands. */
  handsFull: z.boolean(),
  /** Offers and engagements that have not ended, oldest first. */
  contacts: z.array(contactView),
  /** Notes of colleagues who transferred these contacts, by contact. */
  notes: z.record(
    z.string(),
    z.array(z.object({ name: z.string(), body: z.string(), at: instant })),
  ),
  /** Server time when this was read: what durations on screen count from. Epoch ms. */
  now: instant,
})
export type DeskView = z.infer<typeof deskView>

const waitingRow = z.object({
  contact: z.uuid(),
  reference: z.string(),
  queue: z.uuid(),
  channel: z.enum(['chat', 'call', 'written']),
  urgent: z.boolean(),
  since: instant,
  state: z.enum(['waiting', 'offered']),
})

/** The body of the live stream `board:` : the queues and agents a supervisor may see. */
export const boardView = z.object({
  now: instant,
  queues: z.array(
    z.object({
      queue: z.uuid(),
      line: z.uuid(),
      waiting: z.number().int(),
      longestSince: instant.nullable(),
      talking: z.number().int(),
      free: z.number().int(),
      /** Today (Europe/Brussels), of contacts that entered through this queue. */
      arrived: z.number().int(),
      answered: z.number().int(),
      answeredInTime: z.number().int(),
      abandoned: z.number().int(),
      shortAbandons: z.number().int(),
      refused: z.number().int(),
      /** The t of the service level, in ms. */
      targetMs: z.number().int(),
    }),
  ),
  agents: z.array(
    z.object({
      staff: z.uuid(),
      name: z.string(),
      operator: z.uuid(),
      status: z.enum(statuses),
      since: instant,
      heldBack: z.array(z.enum(heldBack)),
      load: z.object({ offered: z.number(), talking: z.number(), wrapUp: z.number() }),
      idleSince: instant.nullable(),
    }),
  ),
  waiting: z.array(waitingRow),
  /** Emergencies raised that no one has looked at yet. */
  emergencies: z.array(
    z.object({ contact: z.uuid(), reference: z.string(), staff: z.string(), at: instant }),
  ),
  /** Which node routes, and since which epoch; null when none does. */
  owner: z.object({ holder: z.string(), epoch: z.number().int() }).nullable(),
})
export type BoardView = z.infer<typeof boardView>

export const offerBecause = operation({
  name: 'routing.offerBecause',
  kind: 'read',
  who: ['supervisor', 'contactCentreExpert', 'agent'],
  input: z.object({ contact: z.uuid() }),
  output: z.object({
    offers: z.array(
      z.object({
        engagement: z.uuid(),
        epoch: z.number().int(),
        because: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
  refusals: [],
  about: aboutContact,
  summary: 'Why each offer of a contact went to whom it went',
})

export const noteEmergency = operation({
  name: 'routing.noteEmergency',
  kind: 'write',
  who: ['supervisor'],
  input: z.object({ contact: z.uuid() }),
  output: z.object({}),
  refusals: [],
  about: aboutContact,
  summary: 'Take note of the emergencies of a contact: they leave the board',
})

export const operations = [
  setStatus,
  acceptOffer,
  declineOffer,
  transfer,
  transferTargets,
  offerBecause,
  noteEmergency,
] as const
