import type { Clock } from '../../kit/clock.ts'
import type { Operation } from '../../kit/contract.ts'
import { type Call, type Route, route, staffOf } from '../../kit/http.ts'
import { refusals as kit } from '../../kit/refusal.ts'
import type { SettingsCache } from '../clients/index.ts'
import { type Happening, readContact, record } from '../contacts/index.ts'
import { lockAgent } from './agent-store.ts'
import { noteEmergency } from './board-store.ts'
import { readOffers } from './contact-store.ts'
import * as contract from './contract.ts'
import { setStatus } from './set-status.ts'
import { transfer, transferTargets } from './transfer.ts'

/** What agents and supervisors ask of routing. */
export function routes(parts: { clock: Clock; cache: SettingsCache }): Route[] {
  const { clock, cache } = parts
  return [
    route(contract.setStatus, (call) => setStatus(clock, cache, call)),
    route(contract.acceptOffer, async (call) => {
      // After this lock a desk that is lost has given its offers back; nobody accepts unconnected.
      await lockAgent(call.tx, staffOf(call.caller))
      return answer(clock, call, { type: 'accepted', data: {} })
    }),
    route(contract.declineOffer, (call) => {
      const { reason } = call.input
      return answer(clock, call, { type: 'declined', data: { reason } })
    }),
    route(contract.transfer, (call) => transfer(parts, call)),
    route(contract.transferTargets, (call) => transferTargets(parts, call)),
    route(contract.noteEmergency, async ({ tx, caller, input, now }) => {
      const contact = await readContact(tx, input.contact)
      if (!contact) throw kit.notFound()
      await noteEmergency(tx, contact.id, staffOf(caller), now)
      tx.wake(`line:${contact.line}`)
      return {}
    }),
    route(contract.offerBecause, async ({ tx, input }) => {
      if (!(await readContact(tx, input.contact))) throw kit.notFound()
      return { offers: await readOffers(tx, input.contact) }
    }),
  ]
}

type Answer = Pick<Call<Operation>, 'caller' | 'tx' | 'key'> & {
  input: { contact: string; engagement: string }
}

async function answer(
  clock: Clock,
  { tx, caller, key, input }: Answer,
  what: Pick<Extract<Happening, { type: 'accepted' | 'declined' }>, 'type' | 'data'>,
): Promise<{ version: number }> {
  const by = { kind: 'staff', id: staffOf(caller) } as const
  const happening = { ...what, engagement: input.engagement, key } as Happening
  const { contact } = await record(tx, clock, input.contact, by, happening)
  return { version: contact.version }
}
