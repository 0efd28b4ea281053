import type { Input } from '../../server/kit/contract.ts'
import * as contacts from '../../server/modules/contacts/contract.ts'
import * as routing from '../../server/modules/routing/contract.ts'
import { ask } from '../shared/client.ts'
import type { Work } from './work.ts'

/** Everything an agent can do with a piece of work; each rejects as `ask` does. */
const mine = ({ contact, engagement }: Work) => ({
  contact: contact.id,
  engagement: engagement.id,
})

type Without<T> = Omit<T, 'contact' | 'engagement'>

export const acts = {
  accept: (work: Work) => ask(routing.acceptOffer, mine(work)),
  decline: (work: Work, reason: Input<typeof routing.declineOffer>['reason']) =>
    ask(routing.declineOffer, { ...mine(work), reason }),
  transfer: (work: Work, how: Without<Input<typeof routing.transfer>>) =>
    ask(routing.transfer, { ...mine(work), ...how }),
  hold: (work: Work) => ask(contacts.hold, mine(work)),
  resume: (work: Work) => ask(contacts.resume, mine(work)),
  finish: (work: Work) => ask(contacts.finish, mine(work)),
  focus: (work: Work, question: string) => ask(contacts.focus, { ...mine(work), question }),
  addQuestion: (work: Work) => ask(contacts.addQuestion, { ...mine(work), theme: null }),
  chooseTheme: (work: Work, question: string, theme: string) =>
    ask(contacts.chooseTheme, { ...mine(work), question, theme }),
  setOutcome: (work: Work, how: Without<Input<typeof contacts.setOutcome>>) =>
    ask(contacts.setOutcome, { ...mine(work), ...how }),
  wrapUp: (work: Work, note: string) =>
    ask(contacts.wrapUp, { ...mine(work), ...(note ? { note } : {}) }),
  emergency: (work: Work) => ask(contacts.raiseEmergency, mine(work)),
  abuse: (work: Work, how: Without<Input<typeof contacts.raiseAbuse>>) =>
    ask(contacts.raiseAbuse, { ...mine(work), ...how }),
}
