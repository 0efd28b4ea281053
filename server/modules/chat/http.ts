import { type Route, route, staffOf } from '../../kit/http.ts'
import { refusals as kit } from '../../kit/refusal.ts'
import { readContact } from '../contacts/index.ts'
import * as contract from './contract.ts'
import { conversation } from './conversation.ts'
import { leaveChat } from './leave-chat.ts'
import { maskNumbers } from './mask-numbers.ts'
import type { Parts } from './parts.ts'
import { rateChat } from './rate-chat.ts'
import { reply } from './reply.ts'
import { say } from './say.ts'
import { sendFile } from './send-file.ts'
import { startChat } from './start-chat.ts'
import { keepDraft, readDraft } from './store.ts'
import { withoutControls } from './words.ts'

export function routes(parts: Parts): Route[] {
  return [
    route(contract.startChat, (call) => startChat(parts, call)),
    route(contract.say, (call) => say(parts, call)),
    route(contract.leaveChat, (call) => leaveChat(parts, call)),
    route(contract.rateChat, (call) => rateChat(parts, call)),
    route(contract.sendFile, (call) => sendFile(parts, call)),
    route(contract.reply, (call) => reply(parts, call)),
    route(contract.saveDraft, async ({ tx, caller, input, now }) => {
      const { contact } = input
      if (!(await readContact(tx, contact))) throw kit.notFound()
      const body = maskNumbers(withoutControls(input.body))
      await keepDraft(tx, { staff: staffOf(caller), contact, body, at: now })
      return { savedAt: now }
    }),
    route(contract.draft, async ({ tx, caller, input }) => {
      if (!(await readContact(tx, input.contact))) throw kit.notFound()
      return readDraft(tx, staffOf(caller), input.contact)
    }),
    route(contract.conversation, ({ tx, caller, input, now }) =>
      conversation(tx, parts.cache, { caller, id: input.contact, after: 0, now }),
    ),
  ]
}

/** What the widget uses from any website: without cookies, with no more than a citizen's key. */
export const openToOtherSites = [
  contract.startChat,
  contract.say,
  contract.leaveChat,
  contract.rateChat,
  contract.sendFile,
  contract.conversation,
].map(({ name }) => name)
