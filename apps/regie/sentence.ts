import type { Output } from '../../server/kit/contract.ts'
import type { timeline } from '../../server/modules/contacts/contract.ts'
import type { Words } from '../shared/words/book.ts'
import type { Formats } from '../shared/words/format.ts'
import { regieNl } from '../shared/words/regie.nl.ts'

export type TimelineEvent = Output<typeof timeline>['events'][number]

/** The names of what events refer to by id, as the reader may know them. */
export interface Names {
  agent(id: unknown): string
  line(id: unknown): string
  queue(id: unknown): string
  operator(id: unknown): string
  theme(id: unknown): string
  /** The number of a question within its contact. */
  question(id: unknown): number
  /** The agent of an engagement. */
  engaged(engagement: string | null): string
}

export type Telling = { words: Words<typeof regieNl>; formats: Formats; names: Names }
type Teller = (event: TimelineEvent, telling: Telling) => string
type Key = keyof typeof regieNl.event

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const number = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** The Dutch of a code, or the code itself when it is new to this screen. */
function inWords<K extends string>(
  known: Record<K, string>,
  code: unknown,
  say: (key: K) => string,
) {
  return typeof code === 'string' && code in known ? say(code as K) : text(code)
}

const reason = ({ words }: Telling, code: unknown) =>
  inWords(regieNl.reason, code, (key) => words(`reason.${key}`))

function by({ by }: TimelineEvent, { names, words }: Telling): string {
  return by.kind === 'staff' ? names.agent(by.id) : words(`by.${by.kind}`)
}

const agentOf = (event: TimelineEvent, { names }: Telling) =>
  event.engagement === null && event.by.kind === 'staff'
    ? names.agent(event.by.id)
    : names.engaged(event.engagement)

/** Sentences that need no more than the agent of the engagement. */
const plain = (key: Key): Teller => {
  return (event, telling) =>
    (telling.words as (key: string, values: object) => string)(`event.${key}`, {
      agent: agentOf(event, telling),
      reason: reason(telling, event.data.reason),
      number: number(event.data.number),
    })
}

/** The nearest whole second, in ms: the limit was set a few milliseconds before it was recorded. */
const toSecond = (ms: number) => Math.round(ms / 1000) * 1000

const opened: Teller = ({ data }, { words, names }) => {
  const channel = inWords(regieNl.contact.channels, data.channel, (key) =>
    words(`contact.channels.${key}`),
  )
  const said = {
    channel,
    line: names.line(data.line),
    theme: names.theme(data.theme),
    queue: names.queue(data.queue),
  }
  return data.urgent === true ? words('event.openedUrgent', said) : words('event.opened', said)
}

const offered: Teller = ({ data, happenedAt }, { words, names, formats }) => {
  const said = { agent: names.agent(data.staff), queue: names.queue(data.queue) }
  if (typeof data.until !== 'number') return words('event.offered', said)
  const duration = formats.spokenDuration(toSecond(data.until - happenedAt))
  return words('event.offeredFor', { ...said, duration })
}

const transferred: Teller = (event, telling) => {
  const { words, names } = telling
  const agent = agentOf(event, telling)
  if (typeof event.data.onlyStaff === 'string')
    return words('event.transferredColleague', {
      agent,
      colleague: names.agent(event.data.onlyStaff),
    })
  return words('event.transferredQueue', { agent, queue: names.queue(event.data.queue) })
}

const overflowed: Teller = ({ data }, { words, names }) => {
  const step = number(data.step)
  return typeof data.operator === 'string'
    ? words('event.overflowedOperator', { step, operator: names.operator(data.operator) })
    : words('event.overflowedQueue', { step, queue: names.queue(data.queue) })
}

const aboutQuestion = (key: 'themeChosen' | 'questionAdded'): Teller => {
  return (event, telling) =>
    telling.words(`event.${key}`, {
      by: by(event, telling),
      question: telling.names.question(event.data.question),
      theme: telling.names.theme(event.data.theme),
    })
}

const outcomeSet: Teller = (event, telling) =>
  telling.words('event.outcomeSet', {
    by: by(event, telling),
    question: telling.names.question(event.data.question),
    outcome: inWords(regieNl.contact.outcome, event.data.outcome, (key) =>
      telling.words(`contact.outcome.${key}`),
    ),
  })

const closed: Teller = ({ data }, { words }) =>
  words('event.closed', {
    outcome: inWords(regieNl.contact.endedAs, data.as, (key) =>
      words(`contact.endedAs.${key}`),
    ).toLocaleLowerCase(),
  })

const tellers: Record<string, Teller> = {
  opened,
  offered,
  transferred,
  overflowed,
  outcomeSet,
  closed,
  themeChosen: aboutQuestion('themeChosen'),
  questionAdded: aboutQuestion('questionAdded'),
  focused: (event, telling) =>
    telling.words('event.focused', {
      agent: agentOf(event, telling),
      question: telling.names.question(event.data.question),
    }),
  citizenLeft: ({ data }, { words }) =>
    words(data.how === 'gone' ? 'event.citizenGone' : 'event.citizenLeft'),
  abuseRaised: (event, telling) =>
    plain(event.data.step === 'ended' ? 'abuseEnded' : 'abuseWarned')(event, telling),
}

/** One event of a contact in one sentence; a type that is new to this screen is named as it is. */
export function sentenceOf(event: TimelineEvent, telling: Telling): string {
  const teller = tellers[event.type]
  if (teller) return teller(event, telling)
  if (event.type in regieNl.event && event.type !== 'unknown')
    return plain(event.type as Key)(event, telling)
  return telling.words('event.unknown', { type: event.type })
}
