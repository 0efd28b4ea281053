import type { Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { must } from '../../kit/must.ts'
import { type Contact, lockContact, record } from '../contacts/index.ts'
import { lockAgent, readAgents } from './agent-store.ts'
import { insertOffer, type WaitingState } from './contact-store.ts'
import type { Offer } from './decision/world.ts'
import type { Feed } from './feed.ts'
import { openOverflow } from './open-overflow.ts'
import { asOwner, type OwnerParts, routing } from './owner.ts'
import { hasRoom } from './room.ts'

/**
 * Makes an offer that was decided, if it is still true: this epoch routes, the agent is free and
 * has room, and the contact waits as it did. False: something changed since, and nothing was
 * written. Throws NotOwner when another routes now.
 */
export function writeOffer(
  owner: OwnerParts,
  epoch: number,
  feed: Feed,
  offer: Offer,
): Promise<boolean> {
  const { clock, cache } = owner
  const waiting = must(feed.waiting.get(offer.contact), 'waiting contact')
  return asOwner(owner, epoch, async (tx) => {
    const agent = await freeAgent(tx, feed, offer, clock.now())
    if (!agent) return false
    const contact = await lockContact(tx, offer.contact)
    if (!contact || !isStill(contact, waiting)) return false
    const own = must(feed.index.queue(waiting.queue), 'queue')
    await openOverflow(owner, tx, own, waiting, offer.because.overflowStep)
    const through = must(cache.queue(offer.queue), 'queue')
    const engagement = newId()
    const until = clock.now() + through.offerSeconds * 1000
    const data = { staff: offer.agent, operator: agent.operator, queue: offer.queue, until }
    await record(tx, clock, offer.contact, routing, {
      type: 'offered',
      engagement,
      data,
      key: `offered:${engagement}`,
    })
    const settings = [through.version, must(cache.line(through.line)).operation.version]
    const because = { ...offer.because, queue: offer.queue, settings }
    await insertOffer(tx, { engagement, contact: offer.contact, epoch, because })
    return true
  })
}

async function freeAgent(tx: Tx, feed: Feed, { agent, inHand }: Offer, now: number) {
  await lockAgent(tx, agent)
  const [state] = await readAgents(tx, now, [agent])
  if (!state) return null
  const found = feed.asWorld.agent(state)
  return hasRoom(found, inHand.channel, inHand.atOnce) ? found : null
}

/** It waits in the same stretch, in the same queue, for the same people. */
function isStill(contact: Contact, waiting: WaitingState): boolean {
  return (
    contact.state === 'waiting' &&
    contact.stateSince === waiting.stateSince &&
    contact.queue === waiting.queue &&
    contact.onlyStaff === waiting.onlyStaff
  )
}
