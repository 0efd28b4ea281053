import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { defineRefusals } from '../../kit/refusal.ts'
import { contactStates } from '../contacts/contract.ts'

export const refusals = defineRefusals('chat', {
  noSuchLine: {
    status: 404,
    nl: 'Deze lijn bestaat niet of heeft geen chat.',
    en: 'This line does not exist or has no chat.',
    fr: 'Cette ligne n’existe pas ou n’a pas de chat.',
    de: 'Diese Leitung gibt es nicht oder sie hat keinen Chat.',
  },
  noSuchTheme: {
    status: 404,
    nl: 'Over dit thema kunt u op deze lijn niet chatten.',
    en: 'This line has no chat about this theme.',
    fr: 'Cette ligne n’a pas de chat sur ce thème.',
    de: 'Diese Leitung hat zu diesem Thema keinen Chat.',
  },
  stale: {
    status: 409,
    nl: 'Er kwamen intussen nieuwe berichten. Lees ze eerst; uw antwoord staat er nog.',
    en: 'New messages came in meanwhile. Read them first; your answer is still there.',
  },
  emptyMessage: {
    status: 422,
    nl: 'Een leeg bericht kan niet verstuurd worden.',
    en: 'An empty message cannot be sent.',
    fr: 'Un message vide ne peut pas être envoyé.',
    de: 'Eine leere Nachricht kann nicht gesendet werden.',
  },
  fileTooLarge: {
    status: 413,
    nl: 'Dit bestand is te groot. Het mag hoogstens {max} MB zijn.',
    en: 'This file is too large. The limit is {max} MB.',
    fr: 'Ce fichier est trop volumineux. La limite est de {max} Mo.',
    de: 'Diese Datei ist zu groß. Höchstens {max} MB sind möglich.',
  },
  fileType: {
    status: 415,
    nl: 'Alleen een foto (JPEG, PNG, WebP) of een pdf kan worden verstuurd.',
    en: 'Only an image (JPEG, PNG, WebP) or a PDF can be sent.',
    fr: 'Seule une image (JPEG, PNG, WebP) ou un PDF peut être envoyé.',
    de: 'Nur ein Bild (JPEG, PNG, WebP) oder ein PDF kann gesendet werden.',
  },
  readingAlong: {
    status: 403,
    nl: 'Meelezen met een collega kan op deze lijn niet. Na het gesprek kunt u het nalezen.',
    en: 'This line does not allow reading along with a colleague. You can read it afterwards.',
  },
  alreadyRated: {
    status: 409,
    nl: 'U gaf uw mening al. Dank u.',
    en: 'You have already given your opinion. Thank you.',
    fr: 'Vous avez déjà donné votre avis. Merci.',
    de: 'Sie haben Ihre Meinung bereits abgegeben. Danke.',
  },
  stillTalking: {
    status: 409,
    nl: 'Dit kan pas na het gesprek.',
    en: 'This is possible only after the conversation.',
    fr: 'Ceci n’est possible qu’après la conversation.',
    de: 'Das ist erst nach dem Gespräch möglich.',
  },
})

const instant = z.number().int()
const language = z.enum(['nl', 'fr', 'de', 'en'])

/** The longest message, in characters; longer is refused with a sentence, never cut. */
export const maxMessage = 4_000
/** The largest file, in megabytes. */
export const maxFileMb = 10

/** One message. `number` is its place in the conversation, from 1, without gaps. */
export const messageView = z.object({
  number: z.number().int(),
  id: z.uuid(),
  author: z.enum(['citizen', 'agent', 'system']),
  name: z.string().nullable(),
  /** Null once erased. National register and card numbers are masked. */
  body: z.string().nullable(),
  file: z
    .object({ id: z.uuid(), name: z.string().nullable(), type: z.string(), size: z.number() })
    .nullable(),
  sentAt: instant,
})
export type MessageView = z.infer<typeof messageView>

/** The body of the live stream `chat:<contact>`; its news are `MessageView`s. */
export const chatView = z.object({
  contact: z.uuid(),
  reference: z.string(),
  state: z.enum(contactStates),
  endedAs: z.enum(['handled', 'abandoned', 'shortAbandon', 'refused']).nullable(),
  language,
  /** The name the citizen sees of who answers now, or null. */
  agent: z.string().nullable(),
  /** Place in the queue (1 is next) and expected wait in ms, while waiting and known. */
  standing: z
    .object({ position: z.number().int(), expectedWaitMs: z.number().nullable() })
    .nullable(),
  urgent: z.boolean(),
  citizenPresent: z.boolean(),
  rated: z.boolean(),
  openedAt: instant,
  /** Server time at reading, epoch ms. */
  now: instant,
})
export type ChatView = z.infer<typeof chatView>

/** What somebody typed; a character that a keyboard or a cut left half is mended, not refused. */
const body = z
  .string()
  .max(maxMessage)
  .overwrite((text) => text.replace(/\0/g, '').replace(/\p{Cs}/gu, '\ufffd'))

/** The citizen's key to their contact: 32 random bytes in base64url, made by their own browser. */
export const citizenToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** Numbers to call at once, when words sound like acute danger; else empty. */
const emergency = z.array(z.object({ number: z.string(), what: z.string() }))

/**
 * The browser makes the key and keeps it; from then on it sends `Authorization: Bearer <token>`.
 * So a start that is sent twice gives one contact and one key, and the server never has the key
 * itself: only its SHA-256.
 */
export const startChat = operation({
  name: 'chat.startChat',
  kind: 'write',
  who: ['anyone'],
  input: z.object({
    token: citizenToken,
    line: z.string().max(60),
    /** Its id or its code. Null: "I don't know". */
    theme: z.string().max(60).nullable(),
    language,
    /** The first question, if the person typed one already. */
    message: body.nullable(),
  }),
  output: z.discriminatedUnion('opened', [
    z.object({
      opened: z.literal(true),
      contact: z.uuid(),
      reference: z.string(),
      emergency,
    }),
    z.object({
      opened: z.literal(false),
      /** Closed: there is no contact. Full: it was opened and turned away at once. */
      because: z.enum(['closed', 'full']),
      text: z.string(),
      /** When the line opens, epoch ms; null when it is open, or nobody knows. */
      opensAt: instant.nullable(),
      /** What one can do instead. */
      instead: z.array(z.object({ text: z.string(), href: z.string() })),
      emergency,
    }),
  ]),
  refusals: ['noSuchLine', 'noSuchTheme'],
  summary: 'Start a chat: a contact is opened and waits; or hear why not, and what else there is',
})

export const say = operation({
  name: 'chat.say',
  kind: 'write',
  who: ['citizen'],
  input: z.object({ id: z.uuid(), body }),
  output: z.object({
    number: z.number().int(),
    sentAt: instant,
    emergency,
    /** True when a national register or card number was masked in what was stored. */
    masked: z.boolean(),
  }),
  refusals: ['emptyMessage', 'conversationOver', 'contactClosed'],
  summary: 'The citizen writes; stored before this answers',
})

export const leaveChat = operation({
  name: 'chat.leaveChat',
  kind: 'write',
  who: ['citizen'],
  input: z.object({}),
  output: z.object({}),
  refusals: [],
  summary: 'The citizen leaves the chat',
})

const mark = z.number().int().min(1).max(5).nullable()

export const rateChat = operation({
  name: 'chat.rateChat',
  kind: 'write',
  who: ['citizen'],
  input: z
    .object({ friendly: mark, correct: mark, helped: mark })
    .refine((marks) => Object.values(marks).some((one) => one !== null), 'friendly'),
  output: z.object({}),
  refusals: ['alreadyRated', 'stillTalking'],
  summary: 'The citizen says how it was; optional',
})

const aboutContact = ({ contact }: { contact: string }) => ({ kind: 'contact', id: contact })

/** The file itself is at `GET /files/<id>`, for whoever sees the contact. */
export const sendFile = operation({
  name: 'chat.sendFile',
  kind: 'write',
  who: ['citizen', 'agent'],
  input: z.object({
    contact: z.uuid(),
    id: z.uuid(),
    name: z.string().max(200),
    /** The bytes, base64. */
    content: z.base64(),
  }),
  output: z.object({ number: z.number().int(), sentAt: instant }),
  refusals: [
    'fileTooLarge',
    'fileType',
    'conversationOver',
    'contactClosed',
    'notTalking',
    'notYours',
  ],
  about: aboutContact,
  summary: 'Send an image or a PDF in a chat',
  maxBody: Math.ceil(maxFileMb * 1_048_576 * 1.5),
})

const mine = { contact: z.uuid(), engagement: z.uuid() }

export const reply = operation({
  name: 'chat.reply',
  kind: 'write',
  who: ['agent'],
  input: z.object({
    ...mine,
    id: z.uuid(),
    body,
    /** The number of the last message that was on the agent's screen. */
    seen: z.int32().min(0),
  }),
  output: z.object({ number: z.number().int(), sentAt: instant }),
  refusals: [
    'stale',
    'emptyMessage',
    'notTalking',
    'conversationOver',
    'contactClosed',
    'notYours',
  ],
  about: aboutContact,
  summary: 'The agent writes; refused when newer messages were not on screen',
})

export const saveDraft = operation({
  name: 'chat.saveDraft',
  kind: 'write',
  who: ['agent'],
  input: z.object({ contact: z.uuid(), body }),
  output: z.object({ savedAt: instant }),
  refusals: [],
  summary: 'Keep what an agent is writing',
})

export const draft = operation({
  name: 'chat.draft',
  kind: 'read',
  who: ['agent'],
  input: z.object({ contact: z.uuid() }),
  output: z.object({ body: z.string(), savedAt: instant.nullable() }),
  refusals: [],
  summary: 'What the agent was writing here',
})

/** Also for the citizen's own copy of the conversation. */
export const conversation = operation({
  name: 'chat.conversation',
  kind: 'read',
  who: ['citizen', 'agent', 'supervisor'],
  input: z.object({ contact: z.uuid() }),
  output: z.object({ chat: chatView, messages: z.array(messageView) }),
  refusals: ['readingAlong'],
  about: aboutContact,
  summary: 'The whole conversation',
})

export const operations = [
  startChat,
  say,
  leaveChat,
  rateChat,
  sendFile,
  reply,
  saveDraft,
  draft,
  conversation,
] as const
