import type { Agent, Because, Offer, Overflow, Queue, WaitingContact, World } from './world.ts'

/**
 * The rules of SPEC.md read aloud, without an index: sort everybody, look at everybody. It is what
 * `decide` is tested against and measured beside; it shares no code with it.
 */
export function naiveDecide(world: World, now: number): Offer[] {
  const queues = new Map([...world.queues].map((queue) => [queue.id, queue]))
  const agents = [...world.agents]
  const offers: Offer[] = []
  for (const contact of inOrder([...world.contacts], queues, now)) {
    const made = offerFor(contact, queues, agents, offers.length + 1, now)
    if (made === undefined) continue
    offers.push(made)
    const at = agents.findIndex(({ id }) => id === made.agent)
    const agent = agents[at] as Agent
    agents[at] = { ...agent, hand: [...agent.hand, made.inHand] }
  }
  return offers
}

type Queues = ReadonlyMap<string, Queue>

function inOrder(contacts: WaitingContact[], queues: Queues, now: number): WaitingContact[] {
  const points = (contact: WaitingContact): number => {
    const queue = queues.get(contact.queue)
    if (queue === undefined) return 0
    const fixed = (queue.basePriority + contact.extraPriority) * 60_000
    return fixed + queue.agingPerMinute * (now - contact.enteredAt)
  }
  return contacts.sort(
    (one, other) =>
      Number(other.urgent) - Number(one.urgent) ||
      points(other) - points(one) ||
      one.enteredAt - other.enteredAt ||
      (one.id < other.id ? -1 : 1),
  )
}

/** A way to be served: through which queue's settings, and who is let in. */
type Way = { step: number; through: Queue; asks: boolean; letsIn: (agent: Agent) => boolean }

function waysOf(contact: WaitingContact, queues: Queues, now: number): Way[] {
  const queue = queues.get(contact.queue)
  const waited = now - contact.enteredAt
  if (queue === undefined) return []
  const steps = [...queue.overflow].sort((a, b) => a.afterSeconds - b.afterSeconds)
  if (isHeld(contact, now)) return [heldWay(contact, queue, steps, queues)]
  const ways: Way[] = [{ step: 0, through: queue, asks: true, letsIn: serves(queue) }]
  steps.forEach(({ afterSeconds, to }, at) => {
    if (waited < afterSeconds * 1000) return
    const through = 'queue' in to ? queues.get(to.queue) : queue
    if (through === undefined) return
    const letsIn =
      'queue' in to ? serves(through) : (agent: Agent) => agent.operator === to.operator
    ways.push({ step: at + 1, through, asks: true, letsIn })
  })
  return ways
}

function heldWay(contact: WaitingContact, queue: Queue, steps: Overflow[], queues: Queues): Way {
  const operators = [...queue.operators]
  for (const { to } of steps) {
    if ('operator' in to) operators.push(to.operator)
    else operators.push(...(queues.get(to.queue)?.operators ?? []))
  }
  const letsIn = ({ id, operator }: Agent) =>
    id === contact.onlyAgent?.id && operators.includes(operator)
  return { step: 0, through: queue, asks: false, letsIn }
}

function isHeld({ onlyAgent }: WaitingContact, now: number): boolean {
  return onlyAgent !== undefined && now < onlyAgent.until
}

function serves(queue: Queue): (agent: Agent) => boolean {
  return ({ operator, lines }) => queue.operators.includes(operator) && lines.has(queue.line)
}

function isEligible(agent: Agent, contact: WaitingContact, way: Way, now: number): boolean {
  if (!way.letsIn(agent) || agent.reasons.size > 0) return false
  if (now < (contact.notAgents.get(agent.id) ?? -Infinity)) return false
  if (!fits(agent, contact, way.through)) return false
  if (!way.asks) return true
  if (!agent.skills.has(`lang:${contact.language}`)) return false
  return way.through.skills.every(({ skill, level }) => (agent.skills.get(skill) ?? 0) >= level)
}

function fits({ hand }: Agent, { channel }: WaitingContact, { atOnce }: Queue): boolean {
  if (hand.some((item) => item.channel === 'call')) return false
  if (channel === 'call') return !hand.some((item) => item.channel === 'chat')
  const same = hand.filter((item) => item.channel === channel)
  return same.length < Math.min(atOnce[channel], ...same.map((item) => item.atOnce))
}

function offerFor(
  contact: WaitingContact,
  queues: Queues,
  agents: Agent[],
  rank: number,
  now: number,
): Offer | undefined {
  for (const way of waysOf(contact, queues, now)) {
    const eligible = agents.filter((agent) => isEligible(agent, contact, way, now))
    const sum = (agent: Agent) => total(levels(agent, way))
    const [best] = eligible.sort(
      (one, other) =>
        sum(other) - sum(one) ||
        one.hand.length - other.hand.length ||
        one.idleSince - other.idleSince ||
        (one.id < other.id ? -1 : 1),
    )
    if (best === undefined) continue
    const { channel, id } = contact
    const atOnce = channel === 'call' ? 1 : way.through.atOnce[channel]
    const facts = { rank, others: eligible.length - 1, held: isHeld(contact, now) }
    const home = queues.get(contact.queue) as Queue
    return {
      contact: id,
      agent: best.id,
      queue: way.through.id,
      inHand: { contact: id, channel, atOnce },
      because: { ...facts, ...account(contact, home, best, way, now) },
    }
  }
  return undefined
}

function levels(agent: Agent, way: Way): Record<string, number> {
  const asked = way.asks ? way.through.skills : []
  return Object.fromEntries(asked.map(({ skill }) => [skill, agent.skills.get(skill) ?? 0]))
}

function total(numbers: Record<string, number>): number {
  return Object.values(numbers).reduce((sum, level) => sum + level, 0)
}

function account(contact: WaitingContact, home: Queue, agent: Agent, way: Way, now: number) {
  const waitedMs = now - contact.enteredAt
  return {
    urgent: contact.urgent,
    waitedMs,
    priorityPoints: home.basePriority + contact.extraPriority,
    agingPoints: Math.floor((home.agingPerMinute * waitedMs) / 60_000),
    overflowStep: way.step,
    levels: levels(agent, way),
    inHand: agent.hand.length,
    idleMs: now - agent.idleSince,
  } satisfies Partial<Because>
}
