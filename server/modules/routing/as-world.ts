import type { ServedQueue, SettingsCache } from '../clients/index.ts'
import type { AgentState } from './agent-store.ts'
import type { WaitingState } from './contact-store.ts'
import type { Agent, Channel, Queue, WaitingContact } from './decision/world.ts'
import { heldBackOf } from './free.ts'
import { colleagueMs } from './limits.ts'

const noPriority = 0

/** Turns what is stored and what is served into the records that `decide` looks at. */
export class AsWorld {
  private readonly cache: SettingsCache
  private readonly at: number
  private readonly served = new Map<string, ReadonlySet<string>>()

  /** As things are served at `at`, epoch ms. */
  constructor(cache: SettingsCache, at: number) {
    this.cache = cache
    this.at = at
  }

  queues(): Queue[] {
    return this.cache.queues(this.at).flatMap((queue) => this.queue(queue) ?? [])
  }

  /** Null when the line of the queue is not served yet. */
  queue(queue: ServedQueue): Queue | null {
    const line = this.cache.line(queue.line, this.at)
    if (!line) return null
    return {
      ...queue,
      operators: line.operator ? [line.operator] : [],
      atOnce: line.operation.atOnce,
    }
  }

  agent(state: AgentState): Agent {
    return {
      id: state.staff,
      operator: state.operator,
      lines: this.linesOf(state),
      skills: state.skills,
      reasons: new Set(heldBackOf(state)),
      hand: state.hand.map(({ contact, line, channel }) => ({
        contact,
        channel,
        atOnce: this.atOnce(line, channel),
      })),
      idleSince: Math.max(state.statusSince, state.doneAt ?? 0),
    }
  }

  contact(state: WaitingState): WaitingContact {
    const { contact, queue, channel, language, urgent, onlyStaff } = state
    return {
      id: contact,
      queue,
      channel,
      language,
      enteredAt: state.openedAt,
      urgent,
      extraPriority: noPriority,
      notAgents: state.spared,
      ...(onlyStaff && { onlyAgent: { id: onlyStaff, until: state.waitingSince + colleagueMs } }),
    }
  }

  /** All lines of the operator, or only those that the grants name. One set per same grants. */
  private linesOf({ operator, grants }: AgentState): ReadonlySet<string> {
    const all = grants.some(({ kind }) => kind === 'operator')
    const codes = grants.flatMap(({ kind, code }) => (kind === 'line' ? [code] : []))
    const key = `${all ? operator : ''} ${codes.sort().join(' ')}`
    const known = this.served.get(key)
    if (known) return known
    const lines = this.cache
      .lines(this.at)
      .filter((line) => (all && line.operator === operator) || codes.includes(line.code))
    const made = new Set(lines.map(({ id }) => id))
    this.served.set(key, made)
    return made
  }

  private atOnce(line: string, channel: Channel): number {
    if (channel === 'call') return 1
    return this.cache.line(line, this.at)?.operation.atOnce[channel] ?? 1
  }
}
