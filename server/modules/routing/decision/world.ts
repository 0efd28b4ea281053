/**
 * What a decision looks at, as plain data. Instants are milliseconds since 1970, ids are compared
 * as strings, points are integers. A record with more fields than these serves as well.
 */

export type Channel = 'call' | 'chat' | 'written'
export type Language = 'nl' | 'fr' | 'de' | 'en'

export type SkillMinimum = { readonly skill: string; readonly level: number }

/** After this long, the agents of another queue, or another operator's, may serve it too. */
export type Overflow = {
  readonly afterSeconds: number
  readonly to: { readonly queue: string } | { readonly operator: string }
}

/** How many chats, and how many pieces of written work, one agent has at once on a line. */
export type AtOnce = { readonly chat: number; readonly written: number }

export type Queue = {
  readonly id: string
  readonly line: string
  /** Whose agents serve it from the first second. */
  readonly operators: readonly string[]
  readonly skills: readonly SkillMinimum[]
  readonly basePriority: number
  readonly agingPerMinute: number
  readonly atOnce: AtOnce
  readonly overflow: readonly Overflow[]
}

export type WaitingContact = {
  readonly id: string
  readonly queue: string
  readonly channel: Channel
  readonly language: Language
  /** Start of waiting; kept through overflow and transfer back, and so is the place in line. */
  readonly enteredAt: number
  readonly urgent: boolean
  readonly extraPriority: number
  /** Agents who declined it, each left alone with it until an instant. */
  readonly notAgents: ReadonlyMap<string, number>
  /** The colleague it was transferred to, and until when it waits for nobody else. */
  readonly onlyAgent?: { readonly id: string; readonly until: number }
}

/** Something an agent has, or is being offered. `atOnce`: its line's limit for its channel. */
export type InHand = {
  readonly contact: string
  readonly channel: Channel
  readonly atOnce: number
}

export type Agent = {
  readonly id: string
  readonly operator: string
  readonly lines: ReadonlySet<string>
  /** Skill → level 1 to 5. A language is the skill `lang:nl`, `lang:fr` … */
  readonly skills: ReadonlyMap<string, number>
  /** Why nothing is offered now; free when empty. */
  readonly reasons: ReadonlySet<string>
  readonly hand: readonly InHand[]
  readonly idleSince: number
}

export type World = {
  readonly queues: Iterable<Queue>
  readonly agents: Iterable<Agent>
  readonly contacts: Iterable<WaitingContact>
}

/** Why this agent, and why now: codes and numbers only, to be kept with the offer. */
export type Because = {
  /** Place among the offers of one decision, from 1. */
  readonly rank: number
  readonly urgent: boolean
  readonly waitedMs: number
  readonly priorityPoints: number
  /** Rounded down to whole points. */
  readonly agingPoints: number
  /** 0: its own queue; n: the n-th overflow, earliest first. */
  readonly overflowStep: number
  /** It was held for this agent. */
  readonly held: boolean
  /** The agent's level in each skill that counted. */
  readonly levels: Readonly<Record<string, number>>
  /** What the agent had in hand before this offer. */
  readonly inHand: number
  readonly idleMs: number
  /** How many others could have had it at this step. */
  readonly others: number
}

export type Offer = {
  readonly contact: string
  readonly agent: string
  /** The queue through which it is offered: its own, or the one it overflowed to. */
  readonly queue: string
  /** What the offer adds to the agent's hand. */
  readonly inHand: InHand
  readonly because: Because
}
