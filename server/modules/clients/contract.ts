import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { defineRefusals, languages } from '../../kit/refusal.ts'
import { hoursDocumentSchema, instantSchema } from './hours-document.ts'
import { textSchema } from './text.ts'

export { type Text, textIn } from './text.ts'

export const refusals = defineRefusals('clients', {
  lineAlreadyClosed: {
    status: 409,
    nl: 'Deze lijn is al uitzonderlijk gesloten. Open ze eerst weer.',
    en: 'This line is already closed at once. Open it again first.',
  },
  lineNotClosed: {
    status: 409,
    nl: 'Deze lijn is niet uitzonderlijk gesloten.',
    en: 'This line is not closed by anyone.',
  },
  closureEnded: {
    status: 422,
    nl: 'Het einde van de sluiting ligt in het verleden.',
    en: 'The closure would end in the past.',
  },
  notYourLine: {
    status: 403,
    nl: 'Alleen wie deze lijn leidt, kan ze sluiten of openen.',
    en: 'Only who oversees this line can close or open it.',
  },
})

/** Epoch milliseconds. */
const instant = z.number().int()
const language = z.enum(languages)
const periods = hoursDocumentSchema.shape.weekly.shape.monday

/** Why a closed line is closed. */
const closedBecause = z.enum(['outsideHours', 'holiday', 'exception', 'emergency'])
export const openState = z.discriminatedUnion('open', [
  z.object({ open: z.literal(true), until: instant.nullable() }),
  z.object({
    open: z.literal(false),
    because: closedBecause,
    text: textSchema.nullable(),
    nextOpen: instant.nullable(),
  }),
])

/** `exceptionallyClosed`: closed although an ordinary day would have it open. */
export const channelState = z.enum(['open', 'closed', 'exceptionallyClosed'])

const contactLine = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  /** False: a general line, offered after the department's own. */
  own: z.boolean(),
  state: channelState,
  because: closedBecause.nullable(),
  /** Why it is closed, in words for the citizen; null while open. */
  closedText: z.string().nullable(),
  /** While open: when it closes. Null when closed, or when it never does. */
  closesAt: instant.nullable(),
  /** While closed: when it opens. Null when open, or when nobody knows. */
  nextOpening: instant.nullable(),
  /** The hours of today in Brussels; `text` says what is special about the day. */
  today: z.object({ date: z.iso.date(), periods, text: z.string().nullable() }),
  channels: z.array(
    z.object({ channel: z.enum(['chat', 'call', 'written']), state: channelState }),
  ),
  /** Whether a chat in the language that was asked for can be started now. */
  canStartChat: z.boolean(),
  /** `local` may be a short number; `international` always works from abroad. */
  phone: z.object({ local: z.string(), international: z.string(), cost: z.string() }).nullable(),
  mail: z.string().nullable(),
  languages: z.array(language),
  texts: z.object({ opening: z.string(), privacy: z.string() }),
  /** What one can do when the line is closed or full. */
  instead: z.array(z.object({ text: z.string(), href: z.string() })),
  themes: z.array(z.object({ id: z.uuid(), name: z.string(), description: z.string().nullable() })),
})
export type ContactLine = z.infer<typeof contactLine>

export const contactOptions = operation({
  name: 'clients.contactOptions',
  kind: 'read',
  who: ['anyone'],
  input: z.object({ department: z.string().max(50).optional(), language: language.default('nl') }),
  output: z.object({
    now: instant,
    language,
    department: z.object({ code: z.string(), name: z.string(), website: z.string() }).nullable(),
    lines: z.array(contactLine),
    emergencyNumbers: z.array(z.object({ number: z.string(), what: z.string() })),
  }),
  refusals: [],
  publicSeconds: 15,
  summary: 'How to reach us: the lines of a department, then the general ones',
})
export type ContactOptions = z.infer<typeof contactOptions.output>

export const publicLines = operation({
  name: 'clients.publicLines',
  kind: 'read',
  who: ['anyone'],
  input: z.object({ language: language.default('nl') }),
  output: z.object({
    now: instant,
    lines: z.array(
      contactLine.extend({
        /** Whose line it is; null for a general one. */
        department: z.object({ code: z.string(), name: z.string() }).nullable(),
      }),
    ),
  }),
  refusals: [],
  publicSeconds: 15,
  summary: 'Every line there is, the general ones first',
})

export const lines = operation({
  name: 'clients.lines',
  kind: 'read',
  who: ['staff'],
  input: z.object({}),
  output: z.object({
    lines: z.array(
      z.object({
        id: z.uuid(),
        code: z.string(),
        name: textSchema,
        department: z.uuid().nullable(),
        operator: z.object({ id: z.uuid(), name: z.string() }).nullable(),
        languages: z.array(language),
        state: openState,
        /** The emergency closure in force or announced; `by` is a staff id. */
        closure: hoursDocumentSchema.shape.emergencyClosure,
        /** Proposed as text to whoever closes the line. */
        proposedText: textSchema,
        /** Whether the person who asks may close it and open it again. */
        mayClose: z.boolean(),
        queues: z.array(z.object({ id: z.uuid(), code: z.string(), name: z.string() })),
      }),
    ),
  }),
  refusals: [],
  summary: 'The lines, whether they are open, and their queues',
})

export const themes = operation({
  name: 'clients.themes',
  kind: 'read',
  who: ['staff'],
  input: z.object({}),
  output: z.object({
    themes: z.array(
      z.object({
        id: z.uuid(),
        code: z.string(),
        name: textSchema,
        keywords: z.array(z.string()),
        department: z.uuid(),
        /** The lines that offer it, by id. */
        lines: z.array(z.uuid()),
      }),
    ),
    departments: z.array(z.object({ id: z.uuid(), code: z.string(), name: textSchema })),
  }),
  refusals: [],
  summary: 'What a question can be about, and whose question that is',
})

export const cannedAnswers = operation({
  name: 'clients.cannedAnswers',
  kind: 'read',
  who: ['agent', 'supervisor', 'contactCentreExpert', 'administrator'],
  input: z.object({ line: z.uuid() }),
  output: z.object({
    version: z.uuid().nullable(),
    answers: z.array(z.object({ id: z.string(), title: z.string(), body: textSchema })),
  }),
  refusals: [],
  summary: 'The canned answers of a line that one works for or helps out on',
})

const closing = ['supervisor', 'contactCentreExpert', 'administrator'] as const
const reason = z.string().trim().min(1).max(500)
const aboutLine = ({ line }: { line: string }) => ({ kind: 'line', id: line })

export const closeLine = operation({
  name: 'clients.closeLine',
  kind: 'write',
  who: closing,
  input: z.object({
    line: z.uuid(),
    text: textSchema,
    /** Null: until someone opens it again. */
    until: instantSchema.nullable(),
    reason,
  }),
  output: z.object({ version: z.uuid() }),
  refusals: ['notYourLine', 'lineAlreadyClosed', 'closureEnded'],
  about: aboutLine,
  summary: 'Close a line at once, with a text for citizens',
})

export const reopenLine = operation({
  name: 'clients.reopenLine',
  kind: 'write',
  who: closing,
  input: z.object({ line: z.uuid(), reason }),
  output: z.object({ version: z.uuid() }),
  refusals: ['notYourLine', 'lineNotClosed'],
  about: aboutLine,
  summary: 'Lift an emergency closure',
})

export const hoursExplained = operation({
  name: 'clients.hoursExplained',
  kind: 'read',
  who: ['staff'],
  input: z.object({ line: z.uuid(), days: z.coerce.number().int().min(1).max(62).default(14) }),
  output: z.object({
    days: z.array(
      z.object({
        date: z.iso.date(),
        periods,
        because: z.enum(['weekly', 'holiday', 'exception', 'emergency']),
        text: textSchema.nullable(),
        /** The stretches at which it is open, half-open. */
        open: z.array(z.object({ from: instant, to: instant })),
      }),
    ),
  }),
  refusals: [],
  summary: 'When a line is open on the days from today on, and why',
})

export const operations = [
  contactOptions,
  publicLines,
  lines,
  themes,
  cannedAnswers,
  closeLine,
  reopenLine,
  hoursExplained,
] as const
