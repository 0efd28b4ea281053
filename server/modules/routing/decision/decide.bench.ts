/**
 * What a decision costs: `npx tsx server/modules/routing/decision/decide.bench.ts`.
 * A step is one event and the decision it causes; the naive scan plays the same steps in the same
 * run, fewer of them, and must make the same offers. On two busy cores: 90 to 150 thousand
 * decisions/s in the rush (naive: 3), 250 to 420 thousand when calm (naive: 2 to 4 thousand).
 */
import { deepStrictEqual } from 'node:assert'
import { performance } from 'node:perf_hooks'
import { must } from '../../../kit/must.ts'
import { decide } from './decide.ts'
import { indexOf, type RoutingIndex } from './index-of.ts'
import { naiveDecide } from './naive-decide.ts'
import type { Agent, Channel, InHand, Offer, Queue, WaitingContact } from './world.ts'

const QUEUES = 200
const AGENTS = 1000
const SKILLS = 50
const LINES = 20
const OPERATORS = 3
const START = Date.UTC(2026, 10, 23, 8)

/** mulberry32: small and seeded, so that every run measures the same world. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

type Random = ReturnType<typeof seeded>

const skill = (n: number) => `skill${n}`

function makeQueue(n: number, random: Random): Queue {
  const own = n % LINES
  return {
    id: `queue${n}`,
    line: `line${own}`,
    operators: [`operator${own % OPERATORS}`],
    skills: [{ skill: skill(n % SKILLS), level: 1 + random(2) }],
    basePriority: random(4) * 10,
    agingPerMinute: 1 + random(5),
    atOnce: { chat: 2 + random(2), written: 4 },
    overflow: [
      { afterSeconds: 120, to: { queue: `queue${(n + LINES) % QUEUES}` } },
      { afterSeconds: 600, to: { operator: `operator${(own + 1) % OPERATORS}` } },
    ],
  }
}

function makeAgent(n: number, random: Random, hand: InHand[]): Agent {
  const own = Array.from({ length: 8 }, () => [skill(random(SKILLS)), 1 + random(5)] as const)
  const spoken = random(3) === 0 ? ['nl', 'fr', 'en'] : ['nl', 'en']
  return {
    id: `agent${n}`,
    operator: `operator${n % OPERATORS}`,
    lines: new Set(Array.from({ length: LINES }, (_, line) => `line${line}`)),
    skills: new Map([...own, ...spoken.map((it) => [`lang:${it}`, 5] as const)]),
    reasons: new Set(),
    hand,
    idleSince: START - random(600_000),
  }
}

let contacts = 0
function makeContact(enteredAt: number, random: Random): WaitingContact {
  const kind = random(100)
  const channel: Channel = kind < 70 ? 'call' : kind < 90 ? 'chat' : 'written'
  const language = random(20) === 0 ? 'fr' : 'nl'
  const urgent = random(500) === 0
  const base = { id: `contact${contacts++}`, queue: `queue${random(QUEUES)}`, notAgents: new Map() }
  return { ...base, channel, language, enteredAt, urgent, extraPriority: 0 }
}

const aCall: InHand[] = [{ contact: 'earlier', channel: 'call', atOnce: 1 }]

/** A world that lives on: its clock, its records, and how it answers an offer. */
class Play {
  now = START
  readonly random = seeded(1)
  readonly queues: Queue[]
  readonly agents = new Map<string, Agent>()
  readonly contacts = new Map<string, WaitingContact>()
  index: RoutingIndex

  constructor(waiting: number, busyShare: number) {
    const { random } = this
    this.queues = Array.from({ length: QUEUES }, (_, n) => makeQueue(n, random))
    for (let n = 0; n < AGENTS; n++) {
      const agent = makeAgent(n, random, random(100) < busyShare ? aCall : [])
      this.agents.set(agent.id, agent)
    }
    for (let n = 0; n < waiting; n++) this.enter(makeContact(START - random(900_000), random))
    this.index = indexOf(this.world)
  }

  get world() {
    const { queues, agents, contacts } = this
    return { queues, agents: [...agents.values()], contacts: [...contacts.values()] }
  }

  enter(contact: WaitingContact): void {
    this.contacts.set(contact.id, contact)
    this.index?.putContact(contact)
  }

  change(agent: Agent): void {
    this.agents.set(agent.id, agent)
    this.index.putAgent(agent)
  }

  /** Somebody becomes free, and newcomers keep so many waiting. */
  prepare(waiting: number): (() => void)[] {
    const agent = must(this.agents.get(`agent${this.random(AGENTS)}`))
    const happening = [() => this.change({ ...agent, hand: [], idleSince: this.now })]
    for (let missing = waiting - this.contacts.size; missing > 0; missing--) {
      const contact = makeContact(this.now, this.random)
      happening.push(() => this.enter(contact))
    }
    return happening
  }

  take(offer: Offer): void {
    const agent = must(this.agents.get(offer.agent))
    this.agents.set(agent.id, { ...agent, hand: [...agent.hand, offer.inHand] })
    this.contacts.delete(offer.contact)
  }
}

type Times = { readonly event: Float64Array; readonly decision: Float64Array }

/** What happened, then the decision that it caused; the clock runs for one or the other. */
function measure(play: Play, steps: number, waiting: number, scan: boolean): Times {
  const event = new Float64Array(steps)
  const decision = new Float64Array(steps)
  for (let n = 0; n < steps; n++) {
    play.now += 3
    const happening = play.prepare(waiting)
    const start = performance.now()
    for (const change of happening) change()
    event[n] = (performance.now() - start) * 1000
    const world = scan ? play.world : undefined
    const asked = performance.now()
    const offers = world ? naiveDecide(world, play.now) : decide(play.index, play.now)
    decision[n] = (performance.now() - asked) * 1000
    if (scan) deepStrictEqual(decide(play.index, play.now), offers)
    for (const offer of offers) play.take(offer)
  }
  return { event: event.sort(), decision: decision.sort() }
}

function line(name: string, micros: Float64Array): number {
  const perSecond = 1e6 / (micros.reduce((sum, each) => sum + each, 0) / micros.length)
  const at = (share: number) => must(micros[Math.floor(micros.length * share)]).toFixed(1)
  const shown = Math.round(perSecond).toLocaleString('en')
  console.log(`${name.padEnd(24)}${shown.padStart(10)}/s   p50 ${at(0.5)} µs   p99 ${at(0.99)} µs`)
  return perSecond
}

function report(name: string, waiting: number, busyShare: number): void {
  const play = new Play(waiting, busyShare)
  for (const offer of decide(play.index, play.now)) play.take(offer)
  measure(play, 20_000, waiting, false)
  const indexed = measure(play, 100_000, waiting, false)
  const naive = measure(play, 30, waiting, true)
  line(`${name}: event`, indexed.event)
  const fast = line(`${name}: decision`, indexed.decision)
  const slow = line(`${name}: naive decision`, naive.decision)
  console.log(`${name}: ${Math.round(fast / slow).toLocaleString('en')} times the naive scan\n`)
}

console.log(`${AGENTS} agents, ${QUEUES} queues, ${SKILLS} skills`)
// Everybody busy, 10,000 waiting: an agent becomes free, somebody new joins a line.
report('rush', 10_000, 100)
// Half the agents free, nobody waiting: somebody comes, somebody becomes free.
report('calm', 1, 50)
