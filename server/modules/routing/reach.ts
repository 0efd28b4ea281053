import type { Clock } from '../../kit/clock.ts'
import { inNameOf, type Tx } from '../../kit/db.ts'
import type { ServedQueue, SettingsCache } from '../clients/index.ts'
import type { Contact } from '../contacts/index.ts'
import { readAgents } from './agent-store.ts'
import { AsWorld } from './as-world.ts'
import type { Agent } from './decision/world.ts'
import { system } from './owner.ts'

export interface Reach {
  queues: ServedQueue[]
  /** Available and connected, whether or not they have room; others who see the contact. */
  colleagues: Agent[]
  /** Everyone at work, to count who is free for a queue. */
  agents: Agent[]
}

/**
 * Where an agent can send a contact: the queues of its line and of the agent's own operator, and
 * colleagues who work on its line. An agent who helps out on the line may also send it to who helps
 * out for the same operator.
 */
export async function reachOf(
  { clock, cache }: { clock: Clock; cache: SettingsCache },
  tx: Tx,
  staff: string,
  { line }: Contact,
): Promise<Reach> {
  const now = clock.now()
  const asWorld = new AsWorld(cache, now)
  const states = await inNameOf(tx, system, (asSystem) => readAgents(asSystem, now))
  const agents = states.map((state) => asWorld.agent(state))
  const me = agents.find(({ id }) => id === staff)
  const helpsOut = me !== undefined && !me.lines.has(line)
  const here = new Set(
    states
      .filter(({ status, lostAt }) => status === 'available' && lostAt === null)
      .map((state) => state.staff),
  )
  return {
    agents,
    queues: cache
      .queues(now)
      .filter((queue) => queue.line === line || cache.operatorOf(queue.line) === me?.operator),
    colleagues: agents.filter((agent) => {
      const sees = agent.lines.has(line) || (helpsOut && agent.operator === me.operator)
      return agent.id !== staff && here.has(agent.id) && sees
    }),
  }
}
