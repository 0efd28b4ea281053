/**
 * The life of a contact and of an engagement, as two complete tables: states × events. Every cell
 * is filled; the compiler refuses a missing one.
 *
 *   contact      waiting ⇄ offered → talking ⇄ held → over → closed
 *                   ↑                    │ transfer, requeue
 *                   └────────────────────┘
 *   engagement   offered → active ⇄ hold → wrapUp → ended
 *                   └ declined, lapsed, withdrawn → ended
 *
 * A fact is what the world did; it is never refused: it leads to a state, or is recorded and
 * changes nothing. A request is what somebody wants; it leads to a state or is refused by a code
 * of `refusals` in the contract.
 */

export const contactStates = ['waiting', 'offered', 'talking', 'held', 'over', 'closed'] as const
export type ContactState = (typeof contactStates)[number]

export const engagementStates = ['offered', 'active', 'hold', 'wrapUp', 'ended'] as const
export type EngagementState = (typeof engagementStates)[number]

/** What the world does, in the past tense: the name in the log is the same. */
export const facts = [
  'citizenWrote',
  'citizenLeft',
  'citizenLost',
  'citizenBack',
  'lineLost',
  'lapsed',
  'deskLost',
  'deskBack',
] as const
export type Fact = (typeof facts)[number]

/** What somebody asks, and how the log calls it once it has been granted. */
export const requests = {
  offer: 'offered',
  accept: 'accepted',
  decline: 'declined',
  withdraw: 'withdrawn',
  reply: 'agentWrote',
  hold: 'held',
  resume: 'resumed',
  transfer: 'transferred',
  requeue: 'requeued',
  overflow: 'overflowed',
  finish: 'finished',
  turnAway: 'turnedAway',
  focus: 'focused',
  chooseTheme: 'themeChosen',
  addQuestion: 'questionAdded',
  setOutcome: 'outcomeSet',
  wrapUp: 'wrappedUp',
  markUrgent: 'urgentMarked',
  raiseEmergency: 'emergencyRaised',
  raiseAbuse: 'abuseRaised',
  rate: 'rated',
  close: 'closed',
  erase: 'erased',
} as const
export type Request = keyof typeof requests

export type EventName = Fact | Request
export type LoggedType = 'opened' | Fact | (typeof requests)[Request]

/** Why a request is refused; each has its sentence in the contract. */
export type No =
  | 'alreadyOffered'
  | 'offerGone'
  | 'notWaiting'
  | 'notTalking'
  | 'notHeld'
  | 'conversationOver'
  | 'contactClosed'
  | 'stillOpen'
  | 'notYours'

export type Cell<State> = State | { no: No } | 'same'
type Row<State> = { [F in Fact]: State | 'same' } & { [R in Request]: Cell<State> }
type Life<State extends string> = { [S in State]: Row<State> }

const no = (code: No): { no: No } => ({ no: code })

/** Facts and requests that never move the conversation while it goes on. */
const ongoing = {
  citizenWrote: 'same',
  citizenLost: 'same',
  citizenBack: 'same',
  lapsed: 'same',
  deskLost: 'same',
  deskBack: 'same',
  focus: 'same',
  chooseTheme: 'same',
  addQuestion: 'same',
  setOutcome: 'same',
  wrapUp: 'same',
  markUrgent: 'same',
  raiseEmergency: 'same',
  raiseAbuse: 'same',
  rate: 'same',
  close: no('stillOpen'),
  erase: no('stillOpen'),
} as const

export const contactLife: Life<ContactState> = {
  waiting: {
    ...ongoing,
    citizenLeft: 'over',
    lineLost: 'over',
    offer: 'offered',
    accept: no('offerGone'),
    decline: no('offerGone'),
    withdraw: no('offerGone'),
    reply: no('notTalking'),
    hold: no('notTalking'),
    resume: no('notHeld'),
    transfer: no('notTalking'),
    requeue: 'same',
    overflow: 'same',
    finish: no('notTalking'),
    turnAway: 'over',
  },
  offered: {
    ...ongoing,
    lapsed: 'waiting',
    citizenLeft: 'over',
    lineLost: 'over',
    offer: no('alreadyOffered'),
    accept: 'talking',
    decline: 'waiting',
    withdraw: 'waiting',
    reply: no('notTalking'),
    hold: no('notTalking'),
    resume: no('notHeld'),
    transfer: no('notTalking'),
    requeue: no('alreadyOffered'),
    overflow: no('alreadyOffered'),
    finish: no('notTalking'),
    turnAway: no('alreadyOffered'),
  },
  talking: {
    ...ongoing,
    citizenLeft: 'over',
    lineLost: 'over',
    offer: no('notWaiting'),
    accept: no('offerGone'),
    decline: no('offerGone'),
    withdraw: no('offerGone'),
    reply: 'same',
    hold: 'held',
    resume: no('notHeld'),
    transfer: 'waiting',
    requeue: 'waiting',
    overflow: no('notWaiting'),
    finish: 'over',
    turnAway: no('notWaiting'),
  },
  held: {
    ...ongoing,
    citizenLeft: 'over',
    lineLost: 'over',
    offer: no('notWaiting'),
    accept: no('offerGone'),
    decline: no('offerGone'),
    withdraw: no('offerGone'),
    reply: 'same',
    hold: no('notTalking'),
    resume: 'talking',
    transfer: 'waiting',
    requeue: 'waiting',
    overflow: no('notWaiting'),
    finish: 'over',
    turnAway: no('notWaiting'),
  },
  over: {
    ...ongoing,
    citizenLeft: 'same',
    lineLost: 'same',
    offer: no('conversationOver'),
    accept: no('offerGone'),
    decline: no('offerGone'),
    withdraw: no('offerGone'),
    reply: no('conversationOver'),
    hold: no('conversationOver'),
    resume: no('conversationOver'),
    transfer: no('conversationOver'),
    requeue: no('conversationOver'),
    overflow: no('conversationOver'),
    finish: no('conversationOver'),
    turnAway: no('conversationOver'),
    close: 'closed',
  },
  closed: {
    citizenWrote: 'same',
    citizenLost: 'same',
    citizenBack: 'same',
    citizenLeft: 'same',
    lineLost: 'same',
    lapsed: 'same',
    deskLost: 'same',
    deskBack: 'same',
    offer: no('contactClosed'),
    accept: no('offerGone'),
    decline: no('offerGone'),
    withdraw: no('offerGone'),
    reply: no('contactClosed'),
    hold: no('contactClosed'),
    resume: no('contactClosed'),
    transfer: no('contactClosed'),
    requeue: no('contactClosed'),
    overflow: no('contactClosed'),
    finish: no('contactClosed'),
    turnAway: no('contactClosed'),
    focus: no('contactClosed'),
    chooseTheme: no('contactClosed'),
    addQuestion: no('contactClosed'),
    setOutcome: no('contactClosed'),
    wrapUp: no('contactClosed'),
    markUrgent: no('contactClosed'),
    raiseEmergency: no('contactClosed'),
    raiseAbuse: no('contactClosed'),
    rate: 'same',
    close: no('contactClosed'),
    erase: 'same',
  },
}

/** What an engagement does on an event that does not concern its own state. */
const aside = {
  citizenWrote: 'same',
  citizenLost: 'same',
  citizenBack: 'same',
  deskLost: 'same',
  deskBack: 'same',
  lapsed: 'same',
  offer: 'same',
  overflow: 'same',
  markUrgent: 'same',
  rate: 'same',
  close: 'same',
  erase: 'same',
  turnAway: 'same',
} as const

/** Who has the contact in hand decides about its questions and may call for help. */
const inHand = {
  ...aside,
  focus: 'same',
  chooseTheme: 'same',
  addQuestion: 'same',
  setOutcome: 'same',
  raiseEmergency: 'same',
  raiseAbuse: 'same',
} as const

/** Who was only offered it, or has it no longer, decides nothing. */
const notInHand = (code: No) =>
  ({
    ...aside,
    focus: no(code),
    chooseTheme: no(code),
    addQuestion: no(code),
    setOutcome: no(code),
    raiseEmergency: no(code),
    raiseAbuse: no(code),
  }) as const

export const engagementLife: Life<EngagementState> = {
  offered: {
    ...notInHand('notTalking'),
    lapsed: 'ended',
    citizenLeft: 'ended',
    lineLost: 'ended',
    accept: 'active',
    decline: 'ended',
    withdraw: 'ended',
    reply: no('notTalking'),
    hold: no('notTalking'),
    resume: no('notHeld'),
    transfer: no('notTalking'),
    requeue: no('notTalking'),
    finish: no('notTalking'),
    wrapUp: no('notTalking'),
  },
  active: {
    ...inHand,
    citizenLeft: 'wrapUp',
    lineLost: 'wrapUp',
    accept: no('offerGone'),
    decline: no('offerGone'),
    withdraw: no('offerGone'),
    reply: 'same',
    hold: 'hold',
    resume: no('notHeld'),
    transfer: 'wrapUp',
    requeue: 'ended',
    finish: 'wrapUp',
    wrapUp: no('stillOpen'),
  },
  hold: {
    ...inHand,
    citizenLeft: 'wrapUp',
    lineLost: 'wrapUp',
    accept: no('offerGone'),
    decline: no('offerGone'),
    withdraw: no('offerGone'),
    reply: 'same',
    hold: no('notTalking'),
    resume: 'active',
    transfer: 'wrapUp',
    requeue: 'ended',
    finish: 'wrapUp',
    wrapUp: no('stillOpen'),
  },
  wrapUp: {
    ...inHand,
    citizenLeft: 'same',
    lineLost: 'same',
    accept: no('offerGone'),
    decline: no('offerGone'),
    withdraw: no('offerGone'),
    reply: no('conversationOver'),
    hold: no('conversationOver'),
    resume: no('conversationOver'),
    transfer: no('conversationOver'),
    requeue: no('conversationOver'),
    finish: no('conversationOver'),
    wrapUp: 'ended',
  },
  ended: {
    ...notInHand('notYours'),
    citizenLeft: 'same',
    lineLost: 'same',
    accept: no('offerGone'),
    decline: no('offerGone'),
    withdraw: no('offerGone'),
    reply: no('notYours'),
    hold: no('notYours'),
    resume: no('notYours'),
    transfer: no('notYours'),
    requeue: no('notYours'),
    finish: no('notYours'),
    wrapUp: no('notYours'),
  },
}
