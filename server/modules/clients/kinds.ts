import { type ZodType, z } from 'zod'
import { languages } from '../../kit/refusal.ts'
import { hoursDocumentSchema } from './hours-document.ts'
import { textSchema } from './text.ts'

/**
 * Everything about whom we serve that can change, one kind at a time. A kind says what its value
 * looks like, what it is about, and who may see it. `v` numbers the shape: a newer shape makes the
 * schema a union that turns the older one into it, so that stored versions are never rewritten.
 */
export interface Kind<S extends ZodType = ZodType> {
  schema: S
  /** What the setting is about; `everything` has one subject, {@link EVERYTHING}. */
  about: 'operator' | 'department' | 'line' | 'theme' | 'queue' | 'everything'
  /** `public`: anyone. `line`: who handles the line. `lineAndDepartment`: its department too. */
  seenBy: 'public' | 'line' | 'lineAndDepartment' | 'administrator'
}

/** The subject of settings that hold for the whole installation. */
export const EVERYTHING = '00000000-0000-0000-0000-000000000000'

export const channels = ['chat', 'call', 'written'] as const

const v = z.literal(1)
const language = z.enum(languages)
const short = z.string().trim().min(1).max(200)
const count = z.int().min(0).max(100_000)
/** A page, a mail address or a telephone number to follow; never a script. */
const href = z.string().regex(/^(https:\/\/|mailto:|tel:)\S+$/)

const operator = z.strictObject({ v, name: short })

const department = z.strictObject({
  v,
  name: textSchema,
  website: z.url({ protocol: /^https$/ }),
  contactPoints: z.array(
    z.strictObject({ name: short, address: short, phone: short, mail: z.email(), open: short }),
  ),
})

const line = z.strictObject({
  v,
  name: textSchema,
  /** `local` may be short (1700); `international` is a full number for callers abroad. */
  phone: z.strictObject({ local: short, international: short, cost: textSchema }).nullable(),
  mail: z.email().nullable(),
  channels: z.array(z.enum(channels)).min(1),
  /** The languages offered: only staffed ones, each on a ground that is written down. */
  languages: z.array(z.strictObject({ language, ground: short })).min(1),
  hours: hoursDocumentSchema.omit({ emergencyClosure: true }),
  texts: z.strictObject({
    /** First line of a conversation, while the citizen waits. */
    opening: textSchema,
    closed: textSchema,
    /** Proposed to whoever closes the line at once. */
    exceptionallyClosed: textSchema,
    /** What one can do when the line is closed or full. */
    instead: z.array(z.strictObject({ text: textSchema, href })),
    privacy: textSchema,
  }),
})

/** Apart from `line`, so that closing and opening again is one small version. Null: not closed. */
const emergencyClosure = z.strictObject({
  v,
  closure: hoursDocumentSchema.shape.emergencyClosure,
})

const lineOperation = z.strictObject({
  v,
  /** How many chats, and pieces of written work, one agent has at once. */
  atOnce: z.strictObject({ chat: z.int().min(1).max(20), written: z.int().min(1).max(20) }),
  /** Wrap-up beyond this is not charged. */
  wrapUpCapSeconds: count,
  /** Each way of watching agents stays off until the day their representatives were consulted. */
  monitoring: z
    .strictObject({
      staffConsultationDate: z.iso.date().nullable(),
      listening: z.boolean(),
      readingAlong: z.boolean(),
      recording: z.boolean(),
      namedFigures: z.boolean(),
    })
    .refine(
      ({ staffConsultationDate, ...ways }) =>
        staffConsultationDate !== null || !Object.values(ways).includes(true),
      'staffConsultationDate',
    ),
})

const theme = z.strictObject({
  v,
  name: textSchema,
  description: textSchema.nullable(),
  keywords: z.array(short),
})

const queue = z.strictObject({
  v,
  name: short,
  themes: z.array(z.uuid()),
  /** Takes who does not know the theme, and the themes of the line that no queue names. */
  takesUnknown: z.boolean(),
  skills: z.array(z.strictObject({ skill: short, level: z.int().min(1).max(5) })),
  basePriority: count,
  agingPerMinute: count,
  offerSeconds: z.int().min(5).max(600),
  maxWaiting: count,
  overflow: z.array(
    z.strictObject({
      afterSeconds: count,
      to: z.union([z.strictObject({ queue: z.uuid() }), z.strictObject({ operator: z.uuid() })]),
    }),
  ),
})

const cannedAnswers = z.strictObject({
  v,
  answers: z.array(z.strictObject({ id: short, title: short, body: textSchema })),
})

const emergencyNumbers = z.strictObject({
  v,
  numbers: z.array(
    z.strictObject({ number: short, what: textSchema, languages: z.array(language) }),
  ),
})

/** Words of acute danger per language: lower case, no accents, found at a word boundary. */
const dangerWords = z.strictObject({ v, words: z.record(language, z.array(short)) })

export const kinds = {
  operator: { schema: operator, about: 'operator', seenBy: 'public' },
  department: { schema: department, about: 'department', seenBy: 'public' },
  line: { schema: line, about: 'line', seenBy: 'public' },
  emergencyClosure: { schema: emergencyClosure, about: 'line', seenBy: 'public' },
  lineOperation: { schema: lineOperation, about: 'line', seenBy: 'line' },
  theme: { schema: theme, about: 'theme', seenBy: 'public' },
  queue: { schema: queue, about: 'queue', seenBy: 'line' },
  cannedAnswers: { schema: cannedAnswers, about: 'line', seenBy: 'lineAndDepartment' },
  emergencyNumbers: { schema: emergencyNumbers, about: 'everything', seenBy: 'public' },
  dangerWords: { schema: dangerWords, about: 'everything', seenBy: 'administrator' },
} as const satisfies Record<string, Kind>

export type KindName = keyof typeof kinds
export type Value<K extends KindName> = z.output<(typeof kinds)[K]['schema']>

/** The value of a stored version in its newest shape. Throws ZodError when it fits no known one. */
export function readValue<K extends KindName>(kind: K, stored: unknown): Value<K> {
  return kinds[kind].schema.parse(stored) as Value<K>
}

/** Whether this release knows the kind: a newer one beside it may have written others. */
export function isKind(name: string): name is KindName {
  return Object.hasOwn(kinds, name)
}
