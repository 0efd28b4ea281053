import type { Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { type Happening, lockContact, record } from '../contacts/index.ts'
import type { Part, readOverdue, WaitingState } from './contact-store.ts'
import type { Feed } from './feed.ts'
import { colleagueMs } from './limits.ts'
import { openOverflow, stepsReached } from './open-overflow.ts'
import { type OwnerParts, routing } from './owner.ts'

/** Something that the passing of time asks for; `act` does it if it is still due. */
export interface Duty {
  contact: string
  act(tx: Tx): Promise<void>
}

/** All that is due at `now` (epoch ms): offers to end, desks to give up, overflow to open. */
export function dutiesOf(
  owner: OwnerParts,
  feed: Feed,
  overdue: Awaited<ReturnType<typeof readOverdue>>,
  now: number,
): Duty[] {
  const closed = closedLines(owner, now)
  return [
    ...overdue.lapsed.map((part) => lapse(owner, part)),
    ...overdue.deserted.map((part) => giveUpDesk(owner, part)),
    ...[...feed.waiting.values()].flatMap((waiting) => {
      if (closed.has(waiting.line) && !waiting.urgent) return turnAway(owner, waiting)
      if (waiting.onlyStaff !== null)
        return waiting.waitingSince + colleagueMs <= now ? fallBack(owner, waiting) : []
      return overflow(owner, feed, waiting, now)
    }),
  ]
}

/** Lines that are closed in an emergency now. */
function closedLines({ cache }: OwnerParts, now: number): ReadonlySet<string> {
  const closed = cache.lines(now).filter((line) => {
    const closure = cache.closureOf(line, now)
    return closure !== null && closure.from <= now
  })
  return new Set(closed.map(({ id }) => id))
}

/** The agent did not answer in time: the contact waits again, and the agent is left alone. */
function lapse(owner: OwnerParts, { contact, engagement }: Part): Duty {
  return {
    contact,
    async act(tx) {
      const now = await lockContact(tx, contact)
      const offer = now?.engagements.find(({ id }) => id === engagement)
      // NOTE a lapse of an offer that is over would take back the one that follows it.
      if (offer?.state !== 'offered') return
      await happen(owner, tx, contact, { type: 'lapsed', engagement, data: {} })
    },
  }
}

/** The desk has been gone too long: somebody else takes the conversation. */
function giveUpDesk(owner: OwnerParts, { contact, engagement }: Part): Duty {
  return {
    contact,
    async act(tx) {
      const now = await lockContact(tx, contact)
      const part = now?.engagements.find(({ id }) => id === engagement)
      if (!part || part.disconnectedAt === null) return
      await happen(owner, tx, contact, {
        type: 'requeued',
        engagement,
        data: { reason: 'deskLost' },
      })
    },
  }
}

/** The colleague it was meant for did not take it: it is for everybody. */
function fallBack(owner: OwnerParts, { contact, onlyStaff }: WaitingState): Duty {
  return {
    contact,
    async act(tx) {
      const now = await lockContact(tx, contact)
      if (now?.onlyStaff !== onlyStaff) return
      await happen(owner, tx, contact, { type: 'requeued', data: { reason: 'colleagueSilent' } })
    },
  }
}

/** The line was closed at once: nobody comes any more, and the citizen hears so. */
function turnAway(owner: OwnerParts, { contact }: WaitingState): Duty {
  return {
    contact,
    act: (tx) =>
      happen(owner, tx, contact, { type: 'turnedAway', data: { reason: 'closedEarly' } }),
  }
}

function overflow(owner: OwnerParts, feed: Feed, waiting: WaitingState, now: number): Duty[] {
  const queue = feed.index.queue(waiting.queue)
  if (!queue) return []
  const reached = stepsReached(queue, waiting, now)
  if (reached <= waiting.overflowed) return []
  const act = (tx: Tx) => openOverflow(owner, tx, queue, waiting, reached)
  return [{ contact: waiting.contact, act }]
}

type Happens = {
  [T in Happening['type']]: Omit<Extract<Happening, { type: T }>, 'key'>
}[Happening['type']]

async function happen(
  { clock }: OwnerParts,
  tx: Tx,
  contact: string,
  what: Happens,
): Promise<void> {
  await record(tx, clock, contact, routing, { ...what, key: newId() } as Happening)
}
