import fc from 'fast-check'
import type { Agent, Overflow, Queue, WaitingContact } from './world.ts'

/**
 * Random worlds for property tests: few ids, few skills and coarse instants, so that ties, full
 * hands, unknown queues and replaced records are the rule and not the exception.
 */

export const START = Date.UTC(2026, 10, 23, 8)

const queueId = fc.constantFrom('q1', 'q2', 'q3', 'q4')
const agentId = fc.constantFrom('a1', 'a2', 'a3', 'a4', 'a5')
const contactId = fc.integer({ min: 1, max: 14 }).map((n) => `c${n}`)
const operator = fc.constantFrom('north', 'south')
const line = fc.constantFrom('general', 'housing')
const skill = fc.constantFrom('parking', 'premium', 'permits')
const level = fc.integer({ min: 1, max: 5 })
const channel = fc.constantFrom('call' as const, 'chat' as const, 'written' as const)
const atOnce = fc.integer({ min: 0, max: 3 })
const instant = fc.integer({ min: -6, max: 12 }).map((n) => START + n * 10_000)

const overflow: fc.Arbitrary<Overflow> = fc.record({
  afterSeconds: fc.constantFrom(0, 20, 45, 90),
  to: fc.oneof(fc.record({ queue: queueId }), fc.record({ operator })),
})

export const someQueue: fc.Arbitrary<Queue> = fc.record({
  id: queueId,
  line,
  operators: fc.uniqueArray(operator, { minLength: 1 }),
  skills: fc.uniqueArray(fc.record({ skill, level: fc.integer({ min: 1, max: 3 }) }), {
    maxLength: 2,
    selector: (asked) => asked.skill,
  }),
  basePriority: fc.integer({ min: 0, max: 3 }),
  agingPerMinute: fc.integer({ min: 0, max: 6 }),
  atOnce: fc.record({ chat: atOnce, written: atOnce }),
  overflow: fc.array(overflow, { maxLength: 3 }),
})

export const someContact: fc.Arbitrary<WaitingContact> = fc
  .record({
    id: contactId,
    queue: queueId,
    channel,
    language: fc.constantFrom('nl' as const, 'nl' as const, 'fr' as const),
    enteredAt: instant,
    urgent: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    extraPriority: fc.constantFrom(0, 0, 0, 2),
    notAgents: fc.array(fc.tuple(agentId, instant), { maxLength: 2 }).map((all) => new Map(all)),
    held: fc.option(fc.record({ id: agentId, until: instant }), { freq: 4, nil: undefined }),
  })
  .map(({ held, ...contact }) => (held === undefined ? contact : { ...contact, onlyAgent: held }))

const someSkills = fc
  .tuple(
    fc.array(fc.tuple(skill, level), { maxLength: 3 }),
    fc.constantFrom(['nl'], ['nl', 'fr'], ['fr']),
  )
  .map(([own, spoken]) => new Map([...own, ...spoken.map((it) => [`lang:${it}`, 5] as const)]))

export const someAgent: fc.Arbitrary<Agent> = fc.record({
  id: agentId,
  operator,
  lines: fc.uniqueArray(line, { minLength: 1 }).map((lines) => new Set(lines)),
  skills: someSkills,
  reasons: fc.constantFrom<string[]>([], [], [], ['break']).map((all) => new Set(all)),
  hand: fc.array(
    fc.record({
      contact: fc.constantFrom('h1', 'h2'),
      channel,
      atOnce: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 2 },
  ),
  idleSince: instant,
})

export type Change =
  | { readonly putQueue: Queue }
  | { readonly putAgent: Agent }
  | { readonly putContact: WaitingContact }
  | { readonly remove: string }
  /** The agent is done with what they had longest. */
  | { readonly finish: string }
  | { readonly waitMs: number }

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ putQueue: someQueue }) },
  { weight: 5, arbitrary: fc.record({ putAgent: someAgent }) },
  { weight: 12, arbitrary: fc.record({ putContact: someContact }) },
  { weight: 1, arbitrary: fc.record({ remove: fc.oneof(queueId, agentId, contactId) }) },
  { weight: 6, arbitrary: fc.record({ finish: agentId }) },
  { weight: 4, arbitrary: fc.record({ waitMs: fc.integer({ min: 1, max: 60_000 }) }) },
)

const many = { size: 'max', minLength: 4 } as const

/** A world to begin with, and what then happens in it. */
export const someChanges: fc.Arbitrary<Change[]> = fc
  .tuple(
    fc.array(fc.record({ putQueue: someQueue }), { ...many, maxLength: 6 }),
    fc.array(fc.record({ putAgent: someAgent }), { ...many, maxLength: 8 }),
    fc.array(fc.record({ putContact: someContact }), { ...many, maxLength: 14 }),
    fc.array(anyChange, { ...many, maxLength: 50 }),
  )
  .map((parts) => parts.flat())
