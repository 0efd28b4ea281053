import { z } from 'zod'
import { operation, roles } from '../../kit/contract.ts'
import { defineRefusals } from '../../kit/refusal.ts'

export const refusals = defineRefusals('access', {
  signInExpired: {
    status: 400,
    nl: 'Deze aanmelding is verlopen, al gebruikt of in een andere browser begonnen. Meld u opnieuw aan.',
    en: 'This sign-in has expired, was already used, or began in another browser. Please sign in again.',
  },
  signInDeclined: {
    status: 400,
    nl: 'De aanmelddienst heeft u niet aangemeld. Probeer het opnieuw; lukt het dan nog niet, spreek dan uw beheerder aan.',
    en: 'The identity provider did not sign you in. Please try again; if it still fails, ask your administrator.',
  },
  providerAway: {
    status: 503,
    nl: 'De aanmelddienst antwoordt niet. Wie al aangemeld is, kan gewoon voortwerken. Probeer het over enkele minuten opnieuw.',
    en: 'The identity provider does not answer. Whoever is signed in can go on working. Please try again in a few minutes.',
  },
  noRole: {
    status: 403,
    nl: 'De aanmelddienst kent u als {name}, maar u hebt hier geen rol. Vraag uw beheerder om een rol en meld u daarna opnieuw aan.',
    en: 'The identity provider knows you as {name}, but you have no role here. Ask your administrator for one, then sign in again.',
  },
})

const instant = z.number().int()

export const grantView = z.object({
  role: z.enum(roles),
  scopeKind: z.enum(['all', 'operator', 'line', 'department']),
  scopeCode: z.string(),
})

const personView = z.object({
  id: z.uuid(),
  givenName: z.string(),
  familyName: z.string(),
  /** The name citizens see instead, for who prefers so. */
  alias: z.string().nullable(),
  grants: z.array(grantView),
})

export const me = operation({
  name: 'access.me',
  kind: 'read',
  who: ['staff'],
  input: z.object({}),
  /** `until`: when the session ends if nothing more is asked, epoch ms. */
  output: personView.extend({ until: instant }),
  refusals: [],
  summary: 'Who is signed in, and what they may do',
})

export const people = operation({
  name: 'access.people',
  kind: 'read',
  who: ['supervisor', 'administrator', 'privacyOfficer'],
  input: z.object({ search: z.string().trim().max(100).optional() }),
  output: z.object({
    people: z.array(personView.extend({ signedInAt: instant.nullable() })),
    /** True when there are more than are listed: search more narrowly. */
    more: z.boolean(),
  }),
  refusals: [],
  about: ({ search }) => ({ kind: 'people', id: search ?? '' }),
  summary: 'The colleagues one is responsible for',
})

export const auditEntry = z.object({
  id: z.uuid(),
  at: instant,
  staff: z.uuid().nullable(),
  /** The name, where it may be seen. */
  name: z.string().nullable(),
  action: z.string(),
  kind: z.enum(['did', 'read', 'refused']),
  about: z.object({ kind: z.string(), id: z.string() }).nullable(),
  detail: z.record(z.string(), z.unknown()),
})

export const audit = operation({
  name: 'access.audit',
  kind: 'read',
  who: ['staff'],
  input: z
    .object({
      staff: z.uuid().optional(),
      aboutKind: z.string().max(50).optional(),
      aboutId: z.string().max(100).optional(),
      /** The id of the last entry of the page before. */
      before: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    })
    .refine((input) => (input.aboutKind === undefined) === (input.aboutId === undefined), {
      path: ['aboutId'],
      message: 'aboutKind and aboutId go together',
    }),
  output: z.object({ entries: z.array(auditEntry), more: z.boolean() }),
  refusals: [],
  about: ({ staff, aboutKind, aboutId }) => ({
    kind: 'audit',
    id: staff ?? (aboutKind ? `${aboutKind}:${aboutId}` : ''),
  }),
  summary:
    'Who did and who read what about whom: everything for administrators and privacy officers, for others what is about themselves',
})

export const operations = [me, people, audit] as const
