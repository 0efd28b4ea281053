import type { Output } from '../../kit/contract.ts'
import { inNameOf, type Tx } from '../../kit/db.ts'
import type { Call } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { must } from '../../kit/must.ts'
import { refusals as kit, type Language } from '../../kit/refusal.ts'
import { type Text, textIn } from '../clients/contract.ts'
import {
  closedText,
  type ServedLine,
  type ServedQueue,
  type ServedTheme,
} from '../clients/index.ts'
import { type Contact, freeReference, open, record, waitingIn } from '../contacts/index.ts'
import { type startChat as operation, refusals } from './contract.ts'
import { type EmergencyNumber, emergencyIn } from './danger.ts'
import { maskNumbers } from './mask-numbers.ts'
import type { Parts } from './parts.ts'
import { insertAccess } from './store.ts'
import { tokenHash } from './token.ts'
import { withoutControls } from './words.ts'
import { citizen, writeMessage } from './write-message.ts'

type Started = Output<typeof operation>
type Start = Call<typeof operation>

const system = { kind: 'system', name: 'chat' } as const

const fullText: Text = {
  nl: 'Er wachten nu te veel mensen. Probeer het straks opnieuw, of bel.',
  fr: 'Trop de personnes attendent. Réessayez plus tard ou appelez.',
  de: 'Es warten zu viele Personen. Versuchen Sie es später noch einmal oder rufen Sie an.',
  en: 'Too many people are waiting now. Try again later, or call.',
}

/**
 * Opens a contact that waits, and gives the citizen's key access to it. A closed line opens none. A
 * full queue turns the contact away at once, so that it is counted; acute danger is never turned
 * away for lack of room. Whether the line is open is asked here and never again.
 */
export async function startChat(parts: Parts, call: Start): Promise<Started> {
  const { cache, starts } = parts
  const { input, now } = call
  if (!starts.take(call.address, now)) throw kit.tooMany()
  const place = placeOf(parts, call)
  const { line } = place
  const message = withoutControls(input.message ?? '').trim()
  const emergency = emergencyIn(cache, message, input.language)
  const state = cache.openNow(line.id)
  if (!state.open) {
    const text = closedText(state, line.said.texts.closed)
    return notOpened(line, input.language, 'closed', text, state.nextOpen, emergency)
  }
  const { reference, waiting } = await inNameOf(call.tx, system, async (tx) => ({
    reference: await freeReference(tx),
    waiting: await waitingIn(tx, place.queue.id),
  }))
  const urgent = emergency.length > 0
  const contact = newId()
  await inNameOf(call.tx, { kind: 'citizen', contact }, async (tx) => {
    await openContact(parts, tx, { contact, reference, urgent, key: call.key, ...place })
    if (full(place.queue, waiting, urgent)) await turnAway(parts, tx, contact, call.key)
    else if (message !== '') await writeFirst(parts, tx, contact, message)
  })
  if (full(place.queue, waiting, urgent))
    return notOpened(line, input.language, 'full', fullText, null, emergency)
  await inNameOf(call.tx, system, async (tx) => {
    if (!(await insertAccess(tx, tokenHash(input.token), contact))) throw kit.keyReused()
  })
  return { opened: true, contact, reference, emergency }
}

interface Place {
  line: ServedLine
  theme: ServedTheme | null
  queue: ServedQueue
  language: Contact['language']
}

/** Which line, theme and queue are meant, and in which language one will be answered there. */
function placeOf({ cache }: Parts, { input }: Start): Place {
  const line = cache.lines().find(({ code }) => code === input.line)
  if (!line?.said.channels.includes('chat')) throw refusals.noSuchLine()
  const theme =
    cache.themes(line.id).find(({ id, code }) => id === input.theme || code === input.theme) ?? null
  if (input.theme !== null && theme === null) throw refusals.noSuchTheme()
  const queue = cache.queueFor(line.id, theme?.id ?? null)
  if (!queue) throw refusals.noSuchLine()
  const offered = line.said.languages.map(({ language }) => language)
  const language = offered.find((one) => one === input.language) ?? must(offered[0], 'language')
  return { line, theme, queue, language }
}

function full(queue: ServedQueue, waiting: number, urgent: boolean): boolean {
  return waiting >= queue.maxWaiting && !urgent
}

async function openContact(
  { clock }: Parts,
  tx: Tx,
  {
    contact,
    reference,
    urgent,
    key,
    line,
    theme,
    queue,
    language,
  }: Place & {
    contact: string
    reference: string
    urgent: boolean
    key: string
  },
): Promise<void> {
  await open(tx, clock, contact, citizen(contact), key, {
    reference,
    line: line.id,
    channel: 'chat',
    language,
    queue: queue.id,
    question: newId(),
    theme: theme?.id ?? null,
    department: theme?.department ?? null,
    urgent,
  })
}

async function turnAway({ clock }: Parts, tx: Tx, contact: string, key: string): Promise<void> {
  const by = { kind: 'system', id: 'chat' } as const
  const data = { reason: 'queueFull' } as const
  await record(tx, clock, contact, by, { type: 'turnedAway', data, key: `${key}:full` })
}

async function writeFirst({ clock }: Parts, tx: Tx, contact: string, message: string) {
  const body = maskNumbers(message)
  const by = { kind: 'citizen' } as const
  await writeMessage(tx, clock, { contact, id: newId(), body, file: null, by })
}

function notOpened(
  line: ServedLine,
  language: Language,
  because: 'closed' | 'full',
  text: Text,
  opensAt: number | null,
  emergency: EmergencyNumber[],
): Started {
  const instead = line.said.texts.instead.map(({ text, href }) => ({
    text: textIn(text, language),
    href,
  }))
  return { opened: false, because, text: textIn(text, language), opensAt, instead, emergency }
}
