import {
  type ContactView,
  contactLife,
  type EventName,
  engagementLife,
} from '../../server/modules/contacts/contract.ts'
import type { DeskView } from '../../server/modules/routing/contract.ts'
import type { ShownState } from '../shared/ui/state-pill.tsx'

type EngagementView = ContactView['engagements'][number]

/** What an agent has to do with one contact: an offer, a conversation or a wrap-up. */
export interface Work {
  contact: ContactView
  engagement: EngagementView
}

/** The work of one agent, in the order in which it was offered. */
export function worksOf(view: Pick<DeskView, 'contacts'>, staff: string): Work[] {
  return view.contacts
    .flatMap((contact) =>
      contact.engagements
        .filter((engagement) => engagement.staff === staff && engagement.state !== 'ended')
        .map((engagement) => ({ contact, engagement })),
    )
    .sort((a, b) => a.engagement.offeredAt - b.engagement.offeredAt)
}

export const isOffer = ({ engagement }: Work) => engagement.state === 'offered'

/** Whether the server would grant this now: the button and the server read the same two tables. */
export function may({ contact, engagement }: Work, event: EventName): boolean {
  return [contactLife[contact.state][event], engagementLife[engagement.state][event]].every(
    (cell) => typeof cell === 'string',
  )
}

/** Whether the conversation itself is over for this agent, so that only wrapping up is left. */
export const isWrappingUp = ({ engagement }: Work) => engagement.state === 'wrapUp'

/** Whether each question must have an outcome before this agent can finish. */
export const needsOutcomes = ({ contact }: Work) => contact.state === 'over'

const shown = {
  offered: 'offered',
  active: 'active',
  hold: 'hold',
  wrapUp: 'wrap-up',
  ended: 'closed',
} as const satisfies Record<EngagementView['state'], ShownState>

export const shownState = ({ engagement }: Work): ShownState => shown[engagement.state]
