import type { ChatView, MessageView } from '../../server/modules/chat/contract.ts'
import type { ContactView } from '../../server/modules/contacts/contract.ts'
import type { Work } from './work.ts'

/** Small examples for the tests of the desk. */
export function message(
  number: number,
  author: MessageView['author'],
  body: string,
  sentAt = number * 1_000,
): MessageView {
  return { number, id: `message-${number}`, author, name: null, body, file: null, sentAt }
}

export function chatOf(contact: string): ChatView {
  return {
    contact,
    reference: '482-173-9466',
    state: 'talking',
    endedAs: null,
    language: 'nl',
    agent: 'Noor',
    standing: null,
    urgent: false,
    citizenPresent: true,
    rated: false,
    openedAt: 0,
    now: 0,
  }
}

type States = { contact: ContactView['state']; engagement: Work['engagement']['state'] }

/** A piece of work of `staff` in these states. */
export function workOf(staff: string, states: States, offeredAt = 0): Work {
  const engagement: Work['engagement'] = {
    id: `engagement-${offeredAt}`,
    staff,
    operator: null,
    queue: 'queue',
    state: states.engagement,
    question: 'question',
    offeredAt,
    offerUntil: null,
    acceptedAt: null,
    endedAt: null,
    endedAs: null,
    phaseSince: 0,
    disconnectedAt: null,
  }
  const contact: ContactView = {
    id: `contact-${offeredAt}`,
    version: 1,
    reference: '482-173-9466',
    line: 'line',
    channel: 'chat',
    language: 'nl',
    state: states.contact,
    stateSince: 0,
    queue: 'queue',
    onlyStaff: null,
    urgent: false,
    openedAt: 0,
    waitingSince: 0,
    answeredAt: null,
    citizenLostAt: null,
    endedAs: null,
    closedAt: null,
    phases: { waiting: 0, offered: 0, talking: 0, held: 0, over: 0 },
    questions: [],
    engagements: [engagement],
  }
  return { contact, engagement }
}
