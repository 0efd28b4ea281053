import { floorsOf, limitOf } from './decision/capacity.ts'
import { levelsOf, ownAgents } from './decision/eligible.ts'
import type { Agent, Channel, Queue } from './decision/world.ts'

/** Nothing holds the agent back, and one more of this channel fits in their hands. */
export function hasRoom(agent: Agent, channel: Channel, atOnce: number): boolean {
  return floorsOf(agent)[channel] < atOnce
}

/** The agent could take a Dutch contact of this queue now. */
export function freeFor(agent: Agent, queue: Queue, channel: Channel): boolean {
  const may = levelsOf(agent, ownAgents(queue, 'nl')) !== null
  return may && hasRoom(agent, channel, limitOf(queue, channel))
}
