import { z } from 'zod'
import type { Tx } from '../../kit/db.ts'
import type { Caller } from '../../kit/http.ts'
import { refusals as kit } from '../../kit/refusal.ts'
import type { SettingsCache } from '../clients/index.ts'
import { type Contact, namesOf, readContact } from '../contacts/index.ts'
import type { ChatView, MessageView } from './contract.ts'
import { refuseReadingAlong } from './reading-along.ts'
import { isRated, messagesAfter, standingOf } from './store.ts'

/** No message has a higher number: the largest that its column holds. */
const lastPlace = 2_147_483_647

/** How a conversation stands, and its messages after a number. Refuses who may not see it. */
export async function conversation(
  tx: Tx,
  cache: SettingsCache,
  { caller, id, after, now }: { caller: Caller; id: string; after: number; now: number },
): Promise<{ chat: ChatView; messages: MessageView[] }> {
  const contact = z.uuid().safeParse(id).success ? await readContact(tx, id) : null
  if (contact?.channel !== 'chat') throw kit.notFound()
  await refuseReadingAlong(tx, cache, caller, contact)
  const messages = await messagesAfter(tx, id, Math.min(Math.max(after, 0), lastPlace))
  return { chat: await viewOf(tx, contact, now), messages }
}

async function viewOf(tx: Tx, contact: Contact, now: number): Promise<ChatView> {
  const { id, reference, state, endedAs, language, urgent, openedAt } = contact
  const waits = state === 'waiting' || state === 'offered'
  return {
    contact: id,
    reference,
    state,
    endedAs,
    language,
    agent: await agentOf(tx, contact),
    standing: waits ? await standingOf(tx, id) : null,
    urgent,
    citizenPresent: contact.citizenLostAt === null,
    rated: await isRated(tx, id),
    openedAt,
    now,
  }
}

/** The name of who is in conversation now. */
async function agentOf(tx: Tx, { engagements }: Contact): Promise<string | null> {
  const staff = engagements.find(({ state }) => state === 'active' || state === 'hold')?.staff
  return staff ? ((await namesOf(tx, [staff]))[staff] ?? null) : null
}
