import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Operation } from '../server/kit/contract.ts'
import { newId } from '../server/kit/ids.ts'
import { must } from '../server/kit/must.ts'
import * as chat from '../server/modules/chat/contract.ts'
import * as contacts from '../server/modules/contacts/contract.ts'
import * as routing from '../server/modules/routing/contract.ts'
import { townIds } from '../town/ids.ts'
import { type AgentAt, agentAt, conversationWith, type InHand, offerOf } from './attack.ts'
import { type Citizen, type House, openHouse, Person } from './house.ts'
import { sampleOf } from './sample.ts'

// Everything an agent can ask, asked at the wrong moment, about what is somebody else's, or twice.

let house: House
let daan: AgentAt
let sofie: AgentAt
beforeAll(async () => {
  house = await openHouse()
  daan = await agentAt(house.url, 'daan')
}, 60_000)
afterAll(() => house.close())

const { declineOffer, acceptOffer, transfer } = routing
const inHand = [
  contacts.hold,
  contacts.resume,
  contacts.finish,
  contacts.focus,
  contacts.addQuestion,
  contacts.chooseTheme,
  contacts.setOutcome,
  contacts.wrapUp,
  contacts.raiseEmergency,
  contacts.raiseAbuse,
  chat.reply,
  acceptOffer,
  declineOffer,
  transfer,
] as const satisfies Operation[]
type Name = (typeof inHand)[number]['name']

const theme = townIds.theme('wegenwerken')
const toQueue = { queue: townIds.queue('wegenlijn-melding') }

/** What each operation answers about `ids`; what is granted is marked `ok`. */
async function answers(who: Person, ids: InHand, only: readonly Operation[] = inHand) {
  const known = { ...ids, theme, outcome: 'abuse', destination: null, to: toQueue, seen: 1_000 }
  const told: Partial<Record<Name, string>> = {}
  for (const operation of only) {
    const input = {
      ...(sampleOf(operation.input, known) as object),
      id: newId(),
      destination: null,
    }
    const { status, body } = await who.try(operation, input as never)
    const code = status === 200 ? 'ok' : must(body.refusal, `${operation.name} ${status}`)
    told[operation.name as Name] = code
    const declared = [
      'ok',
      'kit.notFound',
      ...operation.refusals.map((one) => `${operation.name.split('.')[0]}.${one}`),
    ]
    const named = declared.some((one) => one.split('.').at(-1) === code.split('.').at(-1))
    expect(named, `${operation.name} says ${code}, which its contract does not name`).toBe(true)
  }
  return told
}
const all = (code: string) => Object.fromEntries(inHand.map(({ name }) => [name, code]))
const without = (...names: Name[]) => inHand.filter(({ name }) => !names.includes(name))

async function versionOf(contact: string): Promise<number> {
  return (await daan.person.ask(contacts.timeline, { contact })).contact.version
}

describe('out of order', () => {
  let citizen: Citizen
  let ids: InHand
  let mine: { contact: string; engagement: string }

  test('CONTACTS-13: while a contact is only offered, nothing but the offer can be answered', async () => {
    citizen = await Person.citizen(house.url, { message: 'Is de brug open?' })
    await citizen.watch(`chat:${citizen.contact}`)
    ids = await offerOf(daan, citizen.contact)
    mine = { contact: ids.contact, engagement: ids.engagement }
    const before = await versionOf(ids.contact)
    const told = await answers(
      daan.person,
      ids,
      without('routing.acceptOffer', 'routing.declineOffer'),
    )
    const {
      'routing.acceptOffer': _,
      'routing.declineOffer': __,
      ...rest
    } = all('contacts.notTalking')
    expect(told).toEqual({ ...rest, 'contacts.resume': 'contacts.notHeld' })
    expect(await versionOf(ids.contact)).toBe(before)
  })

  test('accepted by ten tabs at once: once', async () => {
    const tabs = await Promise.all(
      Array.from({ length: 10 }, () => daan.person.try(acceptOffer, mine)),
    )
    expect(tabs.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(tabs.map(({ body }) => body.refusal))).toEqual(
      new Set([undefined, 'contacts.offerGone']),
    )
  })

  test('in conversation: no second answer to the offer, no wrap-up, nothing to resume', async () => {
    const only = [acceptOffer, declineOffer, contacts.resume, contacts.wrapUp]
    expect(await answers(daan.person, ids, only)).toEqual({
      'routing.acceptOffer': 'contacts.offerGone',
      'routing.declineOffer': 'contacts.offerGone',
      'contacts.resume': 'contacts.notHeld',
      'contacts.wrapUp': 'contacts.stillOpen',
    })
    const rated = await citizen.try(chat.rateChat, { friendly: 5, correct: null, helped: null })
    expect(rated.body.refusal).toBe('chat.stillTalking')
  })

  test('nothing goes to oneself, to who is not there, or to a queue out of reach', async () => {
    for (const colleague of [townIds.staff('daan'), townIds.staff('sofie'), newId()]) {
      const { body } = await daan.person.try(transfer, { ...mine, to: { colleague }, note: 'x' })
      expect(body.refusal).toBe('routing.colleagueAway')
    }
    for (const queue of [townIds.queue('1700-wegwijs'), newId()]) {
      const { body } = await daan.person.try(transfer, { ...mine, to: { queue }, note: 'x' })
      expect(body.refusal).toBe('routing.noSuchQueue')
    }
    const { notes } = await daan.person.ask(contacts.timeline, { contact: mine.contact })
    expect(notes).toEqual([])
  })

  test('on hold: no second hold, and still no wrap-up', async () => {
    await daan.person.ask(contacts.hold, mine)
    expect(await answers(daan.person, ids, [contacts.hold, contacts.wrapUp, acceptOffer])).toEqual({
      'contacts.hold': 'contacts.notTalking',
      'contacts.wrapUp': 'contacts.stillOpen',
      'routing.acceptOffer': 'contacts.offerGone',
    })
    await daan.person.ask(contacts.resume, mine)
  })

  test('CONTACTS-6: an outcome wants its theme, and where to; wrap-up wants every outcome', async () => {
    await daan.person.ask(contacts.finish, mine)
    const set = (
      outcome: 'answered' | 'signposted' | 'forwarded',
      destination: string | null = null,
    ) =>
      daan.person.try(contacts.setOutcome, {
        ...mine,
        question: ids.question,
        outcome,
        destination,
      })
    expect((await set('answered')).body.refusal).toBe('contacts.themeMissing')
    await daan.person.ask(contacts.chooseTheme, { ...mine, question: ids.question, theme })
    for (const outcome of ['signposted', 'forwarded'] as const) {
      expect((await set(outcome)).body.refusal).toBe('contacts.destinationMissing')
      expect((await set(outcome, '  ')).body.refusal).toBe('contacts.destinationMissing')
    }
    expect(await answers(daan.person, ids, [contacts.wrapUp])).toEqual({
      'contacts.wrapUp': 'contacts.outcomeMissing',
    })
    const talk = [contacts.hold, contacts.resume, contacts.finish, chat.reply, transfer]
    expect(Object.values(await answers(daan.person, ids, talk))).toEqual(
      talk.map(() => 'contacts.conversationOver'),
    )
    expect((await citizen.try(chat.say, { id: newId(), body: 'Nog iets' })).body.refusal).toBe(
      'contacts.conversationOver',
    )
  })

  test('the wrap-up ended by ten tabs at once: once; and then nothing moves any more', async () => {
    const outcome = { ...mine, question: ids.question, destination: null } as const
    await daan.person.ask(contacts.setOutcome, { ...outcome, outcome: 'answered' })
    const tabs = await Promise.all(
      Array.from({ length: 10 }, () =>
        daan.person.try(contacts.wrapUp, { ...mine, note: 'klaar' }),
      ),
    )
    expect(tabs.filter(({ status }) => status === 200)).toHaveLength(1)
    const closed = {
      ...all('contacts.contactClosed'),
      'routing.acceptOffer': 'contacts.offerGone',
      'routing.declineOffer': 'contacts.offerGone',
    }
    const before = await versionOf(ids.contact)
    expect(await answers(daan.person, ids)).toEqual(closed)
    expect(await versionOf(ids.contact)).toBe(before)
    const { notes } = await daan.person.ask(contacts.timeline, { contact: mine.contact })
    expect(notes.map(({ body }) => body)).toEqual(['klaar'])
  })

  test('the citizen leaves twice, rates ten times at once, writes afterwards', async () => {
    expect((await citizen.try(chat.leaveChat, {})).status).toBe(200)
    expect((await citizen.try(chat.leaveChat, {})).status).toBe(200)
    const marks = { friendly: 5, correct: 4, helped: null }
    const rated = await Promise.all(
      Array.from({ length: 10 }, () => citizen.try(chat.rateChat, marks)),
    )
    expect(rated.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(rated.map(({ body }) => body.refusal))).toEqual(
      new Set([undefined, 'chat.alreadyRated']),
    )
    const said = await citizen.try(chat.say, { id: newId(), body: 'Nog iets' })
    expect([said.status, said.body.refusal]).toEqual([409, 'contacts.contactClosed'])
  })
})

describe('of somebody else', () => {
  let one: Awaited<ReturnType<typeof conversationWith>>
  let other: Awaited<ReturnType<typeof conversationWith>>
  beforeAll(async () => {
    one = await conversationWith(daan)
    other = await conversationWith(daan)
    sofie = await agentAt(house.url, 'sofie')
  }, 30_000)

  test('my contact with the engagement of another of mine does not exist', async () => {
    const mixed = { ...one.mine, engagement: other.mine.engagement, question: one.question }
    expect(await answers(daan.person, mixed)).toEqual({
      ...all('kit.notFound'),
      'contacts.resume': 'contacts.notHeld',
      'routing.acceptOffer': 'contacts.offerGone',
      'routing.declineOffer': 'contacts.offerGone',
    })
  })

  test('a question of another contact, a theme that does not exist', async () => {
    const mixed = { ...one.mine, question: other.question }
    const only = [contacts.focus, contacts.chooseTheme, contacts.setOutcome]
    expect(Object.values(await answers(daan.person, mixed, only))).toEqual(
      only.map(() => 'kit.notFound'),
    )
    const { addQuestion, chooseTheme } = contacts
    expect((await daan.person.try(addQuestion, { ...one.mine, theme: newId() })).status).toBe(404)
    const chosen = { ...one.mine, question: one.question, theme: newId() }
    expect((await daan.person.try(chooseTheme, chosen)).status).toBe(404)
  })

  test('a colleague who sees my contact cannot act in my name', async () => {
    const ids = { ...one.mine, question: one.question }
    const only = inHand.filter(({ name }) => !/resume|Offer|wrapUp/.test(name))
    expect(Object.values(await answers(sofie.person, ids, only))).toEqual(
      only.map(() => 'contacts.notYours'),
    )
    const content = Buffer.from('GIF89a').toString('base64')
    const file = { contact: one.mine.contact, id: newId(), name: 'a.gif', content }
    expect((await sofie.person.try(chat.sendFile, file)).body.refusal).toBe('contacts.notYours')
  })

  test('the key of one citizen opens nothing of another', async () => {
    const { contact } = other.mine
    expect((await one.citizen.try(chat.conversation, { contact })).status).toBe(404)
    const file = { contact, id: newId(), name: 'a.png', content: 'aGFsbG8=' }
    expect((await one.citizen.try(chat.sendFile, file)).status).toBe(404)
    // The same message id in two conversations is two messages.
    const id = newId()
    await one.citizen.ask(chat.say, { id, body: 'Van mij' })
    await other.citizen.ask(chat.say, { id, body: 'En van mij' })
  })

  test('CHAT-8: an id that was used for other words, or by the other side, is refused', async () => {
    const id = newId()
    await one.citizen.ask(chat.say, { id, body: 'Van mij' })
    expect((await one.citizen.try(chat.say, { id, body: 'Anders' })).body.refusal).toBe(
      'kit.keyReused',
    )
    const reply = { ...one.mine, id, body: 'Van mij', seen: 1_000 }
    expect((await daan.person.try(chat.reply, reply)).body.refusal).toBe('kit.keyReused')
  })
})

describe('twice', () => {
  const { addQuestion } = contacts

  test('one key: one thing, ten times at once or later; never for something else', async () => {
    const { mine } = await conversationWith(daan)
    const key = newId()
    const input = { ...mine, theme: null }
    const added = await Promise.all(
      Array.from({ length: 10 }, () => daan.person.ask(addQuestion, input, key)),
    )
    expect(new Set(added.map(({ question }) => question)).size).toBe(1)
    const { contact } = await daan.person.ask(contacts.timeline, { contact: mine.contact })
    expect(contact.questions).toHaveLength(2)
    expect((await daan.person.try(addQuestion, { ...input, theme }, key)).body.refusal).toBe(
      'kit.keyReused',
    )
    expect((await daan.person.try(contacts.hold, mine, key)).body.refusal).toBe('kit.keyReused')
    // Nor does it give a colleague the answer that was mine.
    expect((await sofie.person.try(addQuestion, input, key)).body.refusal).toBe('kit.keyReused')
  })

  test('a key whose first use was refused can be used again', async () => {
    const { mine } = await conversationWith(daan)
    const key = newId()
    expect((await daan.person.try(contacts.resume, mine, key)).body.refusal).toBe(
      'contacts.notHeld',
    )
    await daan.person.ask(contacts.hold, mine)
    expect((await daan.person.try(contacts.resume, mine, key)).status).toBe(200)
  })
})
