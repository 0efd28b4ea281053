import type { Clock } from '../../kit/clock.ts'
import type { Output } from '../../kit/contract.ts'
import { inNameOf } from '../../kit/db.ts'
import { type Call, staffOf } from '../../kit/http.ts'
import { must } from '../../kit/must.ts'
import { refusals as kit } from '../../kit/refusal.ts'
import type { SettingsCache } from '../clients/index.ts'
import {
  addNote,
  type Contact,
  grantAccess,
  namesOf,
  readContact,
  record,
} from '../contacts/index.ts'
import { AsWorld } from './as-world.ts'
import { boardWaiting } from './board-store.ts'
import {
  type transfer as operation,
  refusals,
  type transferTargets as targets,
} from './contract.ts'
import { limitOf } from './decision/capacity.ts'
import { system } from './owner.ts'
import { type Reach, reachOf } from './reach.ts'
import { freeFor, hasRoom } from './room.ts'

type Parts = { clock: Clock; cache: SettingsCache }

/**
 * Hands a conversation on. The citizen waits again, in the order of when they first came; the note
 * is in an erasable row of its own, and the event names it.
 */
export async function transfer(
  parts: Parts,
  { tx, input, caller, key, now }: Call<typeof operation>,
): Promise<Output<typeof operation>> {
  const { contact: id, engagement, note, to } = input
  const by = { kind: 'staff', id: staffOf(caller) } as const
  const contact = await readContact(tx, id)
  if (!contact) throw kit.notFound()
  const goal = goalOf(await reachOf(parts, tx, by.id, contact), contact, to)
  const words = { contact: id, staff: by.id, purpose: 'transfer', body: note, at: now } as const
  const data = { ...goal, note: note === '' ? null : await addNote(tx, words) }
  const transferred = { type: 'transferred', engagement, data, key } as const
  const { contact: after } = await record(tx, parts.clock, id, by, transferred)
  const { line } = must(parts.cache.queue(goal.queue), 'queue')
  // Who works on the line of that queue, and on no other, must see it there.
  if (line !== after.line) await grantAccess(tx, id, { kind: 'line', id: line }, after.version)
  return { version: after.version }
}

function goalOf(
  { queues, colleagues }: Reach,
  contact: Contact,
  to: Call<typeof operation>['input']['to'],
): { queue: string; onlyStaff: string | null } {
  if ('queue' in to) {
    if (!queues.some(({ id }) => id === to.queue)) throw refusals.noSuchQueue()
    return { queue: to.queue, onlyStaff: null }
  }
  if (!colleagues.some(({ id }) => id === to.colleague)) throw refusals.colleagueAway()
  return { queue: contact.queue, onlyStaff: to.colleague }
}

/** Where a conversation can go, how long the queues are, and who has room for it now. */
export async function transferTargets(
  parts: Parts,
  { tx, input, caller, now }: Call<typeof targets>,
): Promise<Output<typeof targets>> {
  const contact = await readContact(tx, input.contact)
  if (!contact) throw kit.notFound()
  const { queues, colleagues, agents } = await reachOf(parts, tx, staffOf(caller), contact)
  const lines = queues.map(({ line }) => line)
  const waiting = await inNameOf(tx, system, (asSystem) =>
    boardWaiting(asSystem, { lines, operators: [], named: [] }),
  )
  const asWorld = new AsWorld(parts.cache, now)
  const own = asWorld.queue(must(parts.cache.queue(contact.queue), 'queue'))
  const names = await namesOf(
    tx,
    colleagues.map(({ id }) => id),
  )
  return {
    queues: queues.flatMap((served) => {
      const queue = asWorld.queue(served)
      if (!queue) return []
      const free = agents.filter((agent) => freeFor(agent, queue, contact.channel)).length
      const here = waiting.filter((row) => row.queue === served.id).length
      return { id: served.id, name: served.name, waiting: here, free }
    }),
    colleagues: colleagues.map((agent) => {
      const free = own !== null && hasRoom(agent, contact.channel, limitOf(own, contact.channel))
      return { id: agent.id, name: names[agent.id] ?? '?', free }
    }),
  }
}
