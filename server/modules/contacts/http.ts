import type { Clock } from '../../kit/clock.ts'
import type { Operation } from '../../kit/contract.ts'
import { type Call, type Route, route, staffOf } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { refusals as kit } from '../../kit/refusal.ts'
import { findTheme } from '../clients/index.ts'
import * as contract from './contract.ts'
import { addNote } from './note.ts'
import { raiseAbuse } from './raise-abuse.ts'
import { type Happening, type Recorded, record } from './record.ts'
import { setOutcome } from './set-outcome.ts'
import { contactOfReference } from './store.ts'
import { timeline } from './timeline.ts'

/** Everything an agent does with a contact in hand; who may is checked by `record`. */
export function routes(clock: Clock): Route[] {
  const mine = (call: Mine, what: What) => asAgent(clock, call, what)
  return [
    route(contract.hold, async (call) => version(await mine(call, { type: 'held', data: {} }))),
    route(contract.resume, async (call) =>
      version(await mine(call, { type: 'resumed', data: {} })),
    ),
    route(contract.finish, async (call) =>
      version(await mine(call, { type: 'finished', data: {} })),
    ),
    route(contract.focus, async (call) => {
      const { question } = call.input
      return version(await mine(call, { type: 'focused', data: { question } }))
    }),
    route(contract.addQuestion, async (call) => {
      const theme = call.input.theme ? await findTheme(call.tx, call.input.theme) : null
      if (call.input.theme && !theme) throw kit.notFound()
      const question = newId()
      const data = { question, theme: theme?.id ?? null, department: theme?.department ?? null }
      return { ...version(await mine(call, { type: 'questionAdded', data })), question }
    }),
    route(contract.chooseTheme, async (call) => {
      const theme = await findTheme(call.tx, call.input.theme)
      if (!theme) throw kit.notFound()
      const { question } = call.input
      const data = { question, theme: theme.id, department: theme.department, reason: null }
      return version(await mine(call, { type: 'themeChosen', data }))
    }),
    route(contract.setOutcome, async (call) => version(await setOutcome(clock, call))),
    route(contract.wrapUp, async (call) => {
      const recorded = await mine(call, { type: 'wrappedUp', data: {} })
      const { note, contact } = call.input
      if (note)
        await addNote(call.tx, {
          contact,
          staff: staffOf(call.caller),
          purpose: 'wrapUp',
          body: note,
          at: call.now,
        })
      return version(recorded)
    }),
    route(contract.raiseEmergency, async (call) => {
      return version(await mine(call, { type: 'emergencyRaised', data: { numbers: [] } }))
    }),
    route(contract.raiseAbuse, async (call) => version(await raiseAbuse(clock, call))),
    route(contract.timeline, (call) => timeline(call.tx, call.input.contact, call.now)),
    route(contract.find, async ({ tx, input }) => {
      const contact = await contactOfReference(tx, input.reference)
      if (!contact) throw kit.notFound()
      return { contact }
    }),
  ]
}

type Mine = Pick<Call<Operation>, 'caller' | 'tx' | 'key'> & {
  input: { contact: string; engagement: string }
}
type What = {
  [T in Happening['type']]: Pick<Extract<Happening, { type: T }>, 'type' | 'data'>
}[Happening['type']]

function asAgent(clock: Clock, call: Mine, what: What): Promise<Recorded> {
  const { contact, engagement } = call.input
  const by = { kind: 'staff', id: staffOf(call.caller) } as const
  return record(call.tx, clock, contact, by, { ...what, engagement, key: call.key } as Happening)
}

function version({ contact }: Recorded): { version: number } {
  return { version: contact.version }
}
