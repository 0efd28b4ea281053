import type { Clock } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import type { PresenceRules } from '../../kit/presence.ts'
import { type By, record } from '../contacts/index.ts'
import { lockAgent, readAgentRow, saveAgent } from './agent-store.ts'
import { openParts, type Part } from './contact-store.ts'
import { withdrawOffers } from './withdraw-offers.ts'

const by: By = { kind: 'system', id: 'routing' }

/**
 * What follows when an agent's desk loses its connection or has it back: offers that ring there are
 * taken back, and the clocks of what the agent has in hand stop as of the instant of the break.
 */
export function deskPresence(clock: Clock): PresenceRules {
  async function tell(tx: Tx, part: Part, type: 'deskLost' | 'deskBack', happenedAt: number) {
    const { contact, engagement } = part
    await record(tx, clock, contact, by, { type, engagement, data: {}, happenedAt, key: newId() })
  }
  return {
    prefix: 'staff:',
    async left(tx, staff, at) {
      await lockAgent(tx, staff)
      const agent = await readAgentRow(tx, staff)
      if (!agent || agent.lostAt !== null) return
      const lost = { ...agent, lostAt: at, version: agent.version + 1 }
      const when = { happenedAt: at, recordedAt: clock.now() }
      await saveAgent(tx, lost, { type: 'deskLost', data: {} }, when)
      const parts = await openParts(tx, staff)
      await withdrawOffers(tx, clock, by, parts, 'deskLost')
      for (const part of parts)
        if (part.state !== 'offered' && !part.disconnected) await tell(tx, part, 'deskLost', at)
    },
    async arrived(tx, staff, at) {
      await lockAgent(tx, staff)
      const agent = await readAgentRow(tx, staff)
      if (!agent || agent.lostAt === null) return
      const back = { ...agent, lostAt: null, version: agent.version + 1 }
      const when = { happenedAt: at, recordedAt: clock.now() }
      await saveAgent(tx, back, { type: 'deskBack', data: {} }, when)
      for (const part of await openParts(tx, staff))
        if (part.disconnected) await tell(tx, part, 'deskBack', at)
    },
  }
}
