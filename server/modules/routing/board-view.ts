import type { Clock } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { dateAt, type SettingsCache, startOf } from '../clients/index.ts'
import { type AgentState, readAgents } from './agent-store.ts'
import { AsWorld } from './as-world.ts'
import {
  boardDay,
  boardEmergencies,
  boardTalking,
  boardWaiting,
  currentOwner,
  fullNames,
} from './board-store.ts'
import type { BoardView } from './contract.ts'
import type { Agent, Queue } from './decision/world.ts'
import { heldBackOf } from './free.ts'
import { targetMs } from './limits.ts'
import { freeFor } from './room.ts'
import type { Scope } from './scope.ts'

/**
 * The queues and agents of a scope as they stand now; today is the day in Brussels. Reads as the
 * system, so the scope is the only limit.
 */
export async function readBoard(
  { clock, cache }: { clock: Clock; cache: SettingsCache },
  tx: Tx,
  scope: Scope,
): Promise<BoardView> {
  const now = clock.now()
  const asWorld = new AsWorld(cache, now)
  const states = await readAgents(tx, now)
  const agents = states.map((state) => asWorld.agent(state))
  const waiting = await boardWaiting(tx, scope)
  const talking = await boardTalking(tx, scope)
  const days = new Map(
    (await boardDay(tx, scope, startOf(dateAt(now)))).map((day) => [day.queue, day]),
  )
  const queues = asWorld.queues().filter(({ line }) => scope.lines.includes(line))
  return {
    now,
    queues: queues.map((queue) => ({
      ...nothingYet,
      ...days.get(queue.id),
      ...queueNow(queue, waiting, agents),
      talking: talking.get(queue.id) ?? 0,
      targetMs,
    })),
    agents: await namedAgents(tx, states, scope),
    waiting,
    emergencies: await boardEmergencies(tx, scope),
    owner: await currentOwner(tx, now),
  }
}

const nothingYet = {
  arrived: 0,
  answered: 0,
  answeredInTime: 0,
  abandoned: 0,
  shortAbandons: 0,
  refused: 0,
}

function queueNow(queue: Queue, waiting: BoardView['waiting'], agents: readonly Agent[]) {
  const here = waiting.filter((row) => row.queue === queue.id)
  return {
    queue: queue.id,
    line: queue.line,
    waiting: here.length,
    longestSince: here[0]?.since ?? null,
    free: agents.filter((agent) => freeFor(agent, queue, 'chat')).length,
  }
}

async function namedAgents(
  tx: Tx,
  states: readonly AgentState[],
  { named }: Scope,
): Promise<BoardView['agents']> {
  const seen = states.filter(({ operator }) => named.includes(operator))
  const names = await fullNames(
    tx,
    seen.map(({ staff }) => staff),
  )
  return seen.map((state) => {
    const heldBack = heldBackOf(state)
    const idle = heldBack.length === 0 && state.hand.length === 0
    return {
      staff: state.staff,
      name: names.get(state.staff) ?? '?',
      operator: state.operator,
      status: state.status,
      since: state.statusSince,
      heldBack,
      load: loadOf(state),
      idleSince: idle ? Math.max(state.statusSince, state.doneAt ?? 0) : null,
    }
  })
}

function loadOf({ hand }: AgentState): BoardView['agents'][number]['load'] {
  const offered = hand.filter(({ state }) => state === 'offered').length
  const wrapUp = hand.filter(({ state }) => state === 'wrapUp').length
  return { offered, talking: hand.length - offered - wrapUp, wrapUp }
}
