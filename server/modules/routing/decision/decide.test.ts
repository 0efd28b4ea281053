import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { must } from '../../../kit/must.ts'
import { decide } from './decide.ts'
import { indexOf } from './index-of.ts'
import { Model } from './model.arbitrary.ts'
import { naiveDecide } from './naive-decide.ts'
import { type Change, START, someChanges } from './world.arbitrary.ts'
import type { Agent, Offer, Queue, WaitingContact, World } from './world.ts'

const general: Queue = {
  id: 'general',
  line: 'general',
  operators: ['north'],
  skills: [{ skill: 'permits', level: 2 }],
  basePriority: 10,
  agingPerMinute: 2,
  atOnce: { chat: 2, written: 3 },
  overflow: [],
}

const els: Agent = {
  id: 'els',
  operator: 'north',
  lines: new Set(['general']),
  skills: new Map([
    ['permits', 3],
    ['lang:nl', 5],
  ]),
  reasons: new Set(),
  hand: [],
  idleSince: START - 1000,
}

const chat: WaitingContact = {
  id: 'c1',
  queue: 'general',
  channel: 'chat',
  language: 'nl',
  enteredAt: START,
  urgent: false,
  extraPriority: 0,
  notAgents: new Map(),
}

const handOf = (...channels: [WaitingContact['channel'], number][]) =>
  channels.map(([channel, atOnce], n) => ({ contact: `h${n}`, channel, atOnce }))

function offers(world: Partial<{ [K in keyof World]: World[K] }>, now = START): Offer[] {
  const whole = { queues: [general], agents: [els], contacts: [chat], ...world }
  const made = decide(indexOf(whole), now)
  expect(made).toEqual(naiveDecide(whole, now))
  return made
}

const pairs = (made: Offer[]) => made.map(({ contact, agent }) => `${contact}→${agent}`)

describe('ROUTING-2: rank', () => {
  const wait = (id: string, more: Partial<WaitingContact>) => ({ ...chat, id, ...more })
  const free = ['a1', 'a2', 'a3', 'a4'].map((id) => ({ ...els, id }))
  const order = (contacts: WaitingContact[], queues = [general]) =>
    offers({ agents: free, contacts, queues }, START + 60_000).map(({ contact }) => contact)

  test('ROUTING-2: urgent, then points, then first come, then id', () => {
    const contacts = [
      wait('late', { enteredAt: START + 10 }),
      wait('b', {}),
      wait('a', {}),
      wait('danger', { urgent: true, enteredAt: START + 59_000 }),
    ]
    expect(order(contacts)).toEqual(['danger', 'a', 'b', 'late'])
  })

  test('ROUTING-2: points that grow overtake points that do not', () => {
    const slow = { ...general, id: 'slow', basePriority: 12, agingPerMinute: 0 }
    const contacts = (enteredAt: number) => [
      wait('grows', { enteredAt }),
      wait('x', { queue: 'slow' }),
    ]
    expect(order(contacts(START + 1), [general, slow])).toEqual(['x', 'grows'])
    expect(order(contacts(START - 1), [general, slow])).toEqual(['grows', 'x'])
  })
})

describe('ROUTING-3: who may', () => {
  test.each<[string, Partial<Agent>]>([
    ['another operator', { operator: 'south' }],
    ['not on the line', { lines: new Set(['housing']) }],
    ['a level too low', { skills: new Map([...els.skills, ['permits', 1]]) }],
    ['without the language', { skills: new Map([['permits', 3]]) }],
    ['on a break', { reasons: new Set(['break']) }],
  ])('ROUTING-3: nothing for an agent %s', (_, difference) => {
    expect(offers({ agents: [{ ...els, ...difference }] })).toEqual([])
    expect(pairs(offers({}))).toEqual(['c1→els'])
  })
})

test('ROUTING-4: level, then least in hand, then longest idle, then id', () => {
  const expert = { ...els, id: 'zoe', skills: new Map([...els.skills, ['permits', 5]]) }
  const loaded = { ...els, id: 'a', hand: handOf(['chat', 2]) }
  const rested = { ...els, id: 'z', idleSince: START - 5000 }
  const twin = { ...els, id: 'an' }
  const chosen = (...agents: Agent[]) => offers({ agents })[0]?.agent
  expect(chosen(rested, loaded, els, expert)).toBe('zoe')
  expect(chosen(els, loaded)).toBe('els')
  expect(chosen(els, rested, loaded)).toBe('z')
  expect(chosen(els, twin)).toBe('an')
})

describe('ROUTING-5: how much at once', () => {
  test.each<[string, WaitingContact['channel'], Agent['hand'], boolean]>([
    ['a call to empty hands', 'call', [], true],
    ['a call beside written work', 'call', handOf(['written', 3], ['written', 3]), true],
    ['a call beside a chat', 'call', handOf(['chat', 2]), false],
    ['a call beside a call', 'call', handOf(['call', 1]), false],
    ['a chat beside a call', 'chat', handOf(['call', 1]), false],
    ['a second chat', 'chat', handOf(['chat', 2]), true],
    ['a third chat where two fit', 'chat', handOf(['chat', 4], ['chat', 4]), false],
    ['a second chat beside one that wants to be alone', 'chat', handOf(['chat', 1]), false],
    ['a chat beside full written work', 'chat', handOf(['written', 1]), true],
    ['written work beside chats', 'written', handOf(['chat', 2], ['chat', 2]), true],
    ['written work beside a call', 'written', handOf(['call', 1]), false],
    ['written work beyond its limit', 'written', handOf(['written', 5], ['written', 1]), false],
  ])('ROUTING-5: %s', (_, channel, hand, fits) => {
    expect(offers({ agents: [{ ...els, hand }], contacts: [{ ...chat, channel }] })).toHaveLength(
      fits ? 1 : 0,
    )
  })

  test('ROUTING-5: one decision fills an agent to the limit and no further', () => {
    const contacts = ['c1', 'c2', 'c3'].map((id) => ({ ...chat, id }))
    expect(pairs(offers({ contacts }))).toEqual(['c1→els', 'c2→els'])
  })
})

describe('ROUTING-6: overflow', () => {
  const steps: Queue['overflow'] = [
    { afterSeconds: 90, to: { operator: 'south' } },
    { afterSeconds: 30, to: { queue: 'housing' } },
  ]
  const queue = { ...general, overflow: steps }
  const housing = { ...general, id: 'housing', line: 'housing', skills: [], operators: ['west'] }
  const neighbour = { ...els, id: 'nele', operator: 'west', lines: new Set(['housing']) }
  const southerner = { ...els, id: 'stan', operator: 'south', lines: new Set<string>() }
  const at = (seconds: number, agents: Agent[]) =>
    offers({ queues: [queue, housing], agents }, START + seconds * 1000)

  test('ROUTING-6: opens at its second, to the agents of that queue or operator', () => {
    expect(at(29.999, [neighbour, southerner])).toEqual([])
    expect(at(30, [neighbour, southerner])).toMatchObject([
      { agent: 'nele', queue: 'housing', because: { overflowStep: 1, waitedMs: 30_000 } },
    ])
    expect(at(89.999, [southerner])).toEqual([])
    expect(at(90, [southerner])).toMatchObject([
      { agent: 'stan', queue: 'general', because: { overflowStep: 2, levels: { permits: 3 } } },
    ])
  })

  test('ROUTING-6: the own agents stay first, and skills stay required of an operator', () => {
    expect(at(300, [neighbour, els])[0]?.agent).toBe('els')
    const unskilled = { ...southerner, skills: new Map([['lang:nl', 5]]) }
    expect(at(300, [unskilled])).toEqual([])
  })

  test('ROUTING-6: a queue put later is overflowed to from then on', () => {
    const index = indexOf({ queues: [queue], agents: [neighbour], contacts: [chat] })
    expect(decide(index, START + 60_000)).toEqual([])
    index.putQueue(housing)
    expect(pairs(decide(index, START + 60_000))).toEqual(['c1→nele'])
  })
})

test('ROUTING-7: who declined is left alone until the instant, others are not', () => {
  const declined = { ...chat, notAgents: new Map([['els', START + 30_000]]) }
  const contacts = [declined, { ...chat, id: 'c2', enteredAt: START + 1 }]
  expect(pairs(offers({ contacts }, START + 29_999))).toEqual(['c2→els'])
  expect(pairs(offers({ contacts }, START + 30_000))).toEqual(['c1→els', 'c2→els'])
  const colleague = { ...els, id: 'zoe' }
  expect(offers({ contacts: [declined], agents: [els, colleague] })).toMatchObject([
    { agent: 'zoe', because: { others: 0 } },
  ])
})

describe('ROUTING-8: held for a colleague', () => {
  const held = { ...chat, onlyAgent: { id: 'tom', until: START + 60_000 } }
  const tom = { ...els, id: 'tom', skills: new Map<string, number>() }

  test('ROUTING-8: waits for nobody else until the instant, then for everybody', () => {
    const index = indexOf({ queues: [general], agents: [els], contacts: [held] })
    expect(decide(index, START + 59_999)).toEqual([])
    expect(decide(index, START + 60_000)).toMatchObject([
      { agent: 'els', because: { held: false } },
    ])
  })

  test('ROUTING-8: the colleague needs no skill, but an operator in reach and free hands', () => {
    const takes = (agent: Agent) => pairs(offers({ agents: [els, agent], contacts: [held] }))
    expect(takes(tom)).toEqual(['c1→tom'])
    expect(takes({ ...tom, operator: 'south' })).toEqual([])
    expect(takes({ ...tom, hand: handOf(['call', 1]) })).toEqual([])
  })
})

test('ROUTING-10: an offer says why in codes and numbers', () => {
  const busier = { ...els, id: 'zoe', hand: handOf(['written', 3]) }
  const contacts = [{ ...chat, extraPriority: 5 }]
  expect(offers({ contacts, agents: [els, busier] }, START + 45_000)).toEqual([
    {
      contact: 'c1',
      agent: 'els',
      queue: 'general',
      inHand: { contact: 'c1', channel: 'chat', atOnce: 2 },
      because: {
        rank: 1,
        urgent: false,
        waitedMs: 45_000,
        priorityPoints: 15,
        agingPoints: 1,
        overflowStep: 0,
        held: false,
        levels: { permits: 3 },
        inHand: 0,
        idleMs: 46_000,
        others: 1,
      },
    },
  ])
})

type Decision = { readonly before: World; readonly model: Model; readonly offers: Offer[] }

/** Plays the changes, decides after each, and shows every decision to a check. */
function play(changes: Change[], check: (decision: Decision) => void): Offer[] {
  const model = new Model()
  return changes.flatMap((change) => {
    model.apply(change)
    const before = model.world
    const made = decide(model.index, model.now)
    for (const offer of made) model.take(offer)
    check({ before, model, offers: made })
    return made
  })
}

function always(numRuns: number, check: (decision: Decision) => void): void {
  const property = fc.property(someChanges, (changes) => void play(changes, check))
  fc.assert(property, { numRuns })
}

/** Whether this agent could have this contact if nobody else were there. */
function could(agent: Agent, contact: WaitingContact, { queues }: World, now: number): boolean {
  return naiveDecide({ queues, agents: [agent], contacts: [contact] }, now).length > 0
}

describe('in any world, after any changes', () => {
  test('ROUTING-1: the index decides what a full scan decides', () => {
    const seen = { offers: 0, urgent: 0, held: 0, overflow: 0, contested: 0 }
    always(3000, ({ before, model, offers: made }) => {
      expect(made).toEqual(naiveDecide(before, model.now))
      for (const { because } of made) {
        seen.offers++
        if (because.urgent) seen.urgent++
        if (because.held) seen.held++
        if (because.overflowStep > 0) seen.overflow++
        if (because.others > 0) seen.contested++
      }
    })
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100)
  })

  test('ROUTING-1: a world put at once decides like one that grew, and a replay like the first time', () => {
    fc.assert(
      fc.property(someChanges, (changes) => {
        const first = play(changes, () => {})
        expect(play(changes, () => {})).toEqual(first)
        const grown = new Model()
        for (const change of changes) grown.apply(change)
        const atOnce = decide(indexOf(grown.world), grown.now)
        expect(decide(grown.index, grown.now)).toEqual(atOnce)
      }),
      { numRuns: 300 },
    )
  })

  test('ROUTING-1: no contact is offered twice, and all are offered best first', () => {
    always(300, ({ before, model, offers: made }) => {
      expect(new Set(made.map(({ contact }) => contact)).size).toBe(made.length)
      expect(made.map(({ because }) => because.rank)).toEqual(made.map((_, n) => n + 1))
      const urgent = made.map(({ because }) => because.urgent)
      expect(urgent).toEqual([...urgent].sort((one, other) => Number(other) - Number(one)))
      const waiting = new Set([...before.contacts].map(({ id }) => id))
      for (const { contact } of made) {
        expect(waiting).toContain(contact)
        expect(model.index.contact(contact)).toBeUndefined()
      }
      expect(decide(model.index, model.now)).toEqual([])
    })
  })

  test('ROUTING-6: after a decision a lane waits in exactly the pools that its head has reached', () => {
    always(300, ({ model: { index, now, queues } }) => {
      for (const queue of queues.keys()) {
        for (const { row, steps, open, waiting } of index.lanesOf(queue)) {
          const waited = waiting[0] ? now - waiting[0].enteredAt : Number.NaN
          const reached = steps.filter(({ afterMs }) => afterMs <= waited)
          expect(open).toBe(reached.length)
          for (const { pool } of steps) {
            const times = pool.lanes.filter((lane) => lane === row).length
            expect(times).toBe(reached.filter((step) => step.pool === pool).length)
          }
        }
      }
    })
  })

  test('ROUTING-5: no offer goes over what fits', () => {
    always(300, ({ before, offers: made }) => {
      const hands = new Map([...before.agents].map(({ id, hand }) => [id, [...hand]]))
      for (const { agent, inHand } of made) {
        const hand = must(hands.get(agent))
        const count = (channel: string) => hand.filter((it) => it.channel === channel).length
        expect(count('call')).toBe(0)
        if (inHand.channel === 'call') expect(count('chat')).toBe(0)
        hand.push(inHand)
        const same = hand.filter(({ channel }) => channel === inHand.channel)
        for (const { atOnce } of same) expect(same.length).toBeLessThanOrEqual(atOnce)
      }
    })
  })

  test('ROUTING-9: nobody free is left beside a contact they could have', () => {
    always(200, ({ model }) => {
      const { world, now } = model
      for (const agent of world.agents) {
        for (const contact of world.contacts) expect(could(agent, contact, world, now)).toBe(false)
      }
    })
  })

  test('ROUTING-9: nothing goes to an agent before an urgent contact they could have', () => {
    always(200, ({ before, model, offers: made }) => {
      const agents = new Map([...before.agents].map((agent) => [agent.id, agent]))
      const urgent = [...model.contacts.values()].filter((contact) => contact.urgent)
      for (const offer of made) {
        const agent = must(agents.get(offer.agent))
        const missed = urgent.filter((contact) => could(agent, contact, before, model.now))
        if (!offer.because.urgent) expect(missed).toEqual([])
        agents.set(agent.id, { ...agent, hand: [...agent.hand, offer.inHand] })
      }
    })
  })
})
