import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { townIds } from '../../../town/ids.ts'
import { must } from '../../kit/must.ts'
import { putSetting } from '../clients/index.ts'
import type { Happening } from '../contacts/index.ts'
import { lockAgent } from './agent-store.ts'
import type { DeskView } from './contract.ts'
import { readDesk } from './desk.ts'
import { deskPresence } from './desk-presence.ts'
import { system, TestHouse } from './testing.ts'

let house: TestHouse
const staff = townIds.staff
beforeAll(async () => {
  house = await TestHouse.start()
  house.node.engine.start()
})
beforeEach(() => house.goHome())
afterEach(() => expect(house.node.errors).toEqual([]))
afterAll(() => house.close())

const desk = (person: string): Promise<DeskView> =>
  house.node.db.as({ kind: 'staff', id: staff(person) }, (tx) =>
    readDesk(tx, house.node.cache, staff(person), house.node.clock.now()),
  )
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test('ROUTING-13, ROUTING-14: a chat goes at once to the one who has the skill, and says why', async () => {
  await house.atWork('lotte', 'tarik')
  const contact = await house.arrives('1700-studeren')
  expect((await house.offered(contact, 1_500)).staff).toBe(staff('lotte'))
  const { offers } = await house.ask<Because>('lotte', 'routing.offerBecause', { contact })
  expect(offers).toMatchObject([
    { epoch: 1, because: { rank: 1, levels: { studeren: 4 }, others: 0, overflowStep: 0 } },
  ])
  expect(offers[0]?.because.settings).toHaveLength(2)
  const engagement = await house.answered(contact, 'lotte')
  expect(await house.read(contact)).toMatchObject({ state: 'talking' })
  await house.wrappedUp(contact, engagement)
  expect(await house.read(contact)).toMatchObject({ state: 'closed', endedAs: 'handled' })
})
type Because = { offers: { epoch: number; because: Record<string, unknown> }[] }

test('ROUTING-13: who chose something else, or is signed out, gets nothing', async () => {
  await house.atWork('lotte')
  await house.ask('lotte', 'routing.setStatus', { status: 'break' })
  const contact = await house.arrives('1700-studeren')
  await later(600)
  expect(await house.read(contact)).toMatchObject({ state: 'waiting', engagements: [] })
  expect(await desk('lotte')).toMatchObject({ status: 'break', heldBack: ['break'] })
  await house.ask('lotte', 'routing.setStatus', { status: 'available' })
  await house.offered(contact, 1_500)
})

test('ROUTING-13: full hands are no reason against, and the desk says so', async () => {
  await house.atWork('lotte')
  const taken: [string, string][] = []
  const { atOnce } = must(house.node.cache.line(townIds.line('1700'))).operation
  for (let i = 0; i < atOnce.chat; i++) {
    expect(await desk('lotte')).toMatchObject({ handsFull: false })
    const contact = await house.arrives('1700-studeren')
    taken.push([contact, await house.answered(contact, 'lotte')])
  }
  expect(await desk('lotte')).toMatchObject({ heldBack: [], handsFull: true })
  for (const [contact, engagement] of taken) await house.wrappedUp(contact, engagement)
  expect(await desk('lotte')).toMatchObject({ heldBack: [], handsFull: false })
})

test('ROUTING-13: turning away gives ringing offers back; signing out wants empty hands', async () => {
  await house.atWork('lotte')
  const first = await house.arrives('1700-studeren')
  const engagement = await house.answered(first, 'lotte')
  const second = await house.arrives('1700-studeren')
  await house.offered(second)
  const signOut = () => house.ask('lotte', 'routing.setStatus', { status: 'signedOut' })
  await expect(signOut()).rejects.toThrow('routing.workInHand')
  expect((await house.read(second))?.state).toBe('offered')
  await house.ask('lotte', 'routing.setStatus', { status: 'break' })
  expect((await house.read(second))?.engagements).toMatchObject([{ endedAs: 'withdrawn' }])
  await house.wrappedUp(first, engagement)
  await signOut()
})

test('ROUTING-13: who is no agent has no status', async () => {
  const choose = house.ask('vera', 'routing.setStatus', { status: 'available' })
  await expect(choose).rejects.toThrow('routing.notAnAgent')
})

test('ROUTING-5: one agent has as many chats as the line allows, and no more', async () => {
  await house.atWork('lotte')
  const { operation } = must(house.node.cache.line(townIds.line('1700')))
  const limit = operation.atOnce.chat
  const chats = []
  for (let n = 0; n < limit + 3; n++) chats.push(await house.arrives('1700-studeren'))
  for (const chat of chats.slice(0, limit)) await house.answered(chat, 'lotte')
  await later(600)
  const states = await Promise.all(chats.map(async (one) => (await house.read(one))?.state))
  expect(states).toEqual(chats.map((_, n) => (n < limit ? 'talking' : 'waiting')))
  const first = must(await house.read(must(chats[0])))
  const engagement = must(first.engagements[0]).id
  await house.happen(first.id, { type: 'finished', engagement, data: {} } as Happening)
  await later(400)
  // In wrap-up it is still in hand.
  expect((await house.read(must(chats[limit])))?.state).toBe('waiting')
  await house.wrappedUp(first.id, engagement)
  await house.offered(must(chats[limit]))
})

test('ROUTING-15: who declines is left alone with it, and a colleague gets it', async () => {
  await house.atWork('jef', 'amira')
  const contact = await house.arrives('gezinslijn-toelage')
  const { engagement } = await house.offered(contact)
  const input = { contact, engagement, reason: 'busy' }
  await house.ask('jef', 'routing.declineOffer', input)
  expect((await house.offered(contact)).staff).toBe(staff('amira'))
})

test('ROUTING-15: a declined contact comes back to the only one there after a minute', async () => {
  await house.atWork('lotte')
  const contact = await house.arrives('1700-belastingen')
  const { engagement } = await house.offered(contact)
  await house.ask('lotte', 'routing.declineOffer', { contact, engagement, reason: 'busy' })
  await later(500)
  expect((await house.read(contact))?.state).toBe('waiting')
  house.node.clock.forward(60_000)
  await house.offered(contact, 1_500)
})

test('ROUTING-15: who lets an offer pass gets no other until they choose a status', async () => {
  await house.atWork('lotte')
  const contact = await house.arrives('1700-belastingen')
  const { engagement } = await house.offered(contact)
  house.node.clock.forward(20_001)
  const lapsed = await house.until(contact, ({ state }) => state === 'waiting')
  expect(lapsed.engagements).toMatchObject([{ id: engagement, endedAs: 'lapsed' }])
  const next = await house.arrives('1700-studeren')
  await later(500)
  expect((await house.read(next))?.state).toBe('waiting')
  expect(await desk('lotte')).toMatchObject({ status: 'available', heldBack: ['missedOffer'] })
  const accept = house.ask('lotte', 'routing.acceptOffer', { contact, engagement })
  await expect(accept).rejects.toThrow('contacts.offerGone')
  await house.ask('lotte', 'routing.setStatus', { status: 'available' })
  await house.offered(contact)
  await house.offered(next)
})

test('ROUTING-16, ROUTING-25: a lost desk gives its offers back, and its clocks stop until it returns', async () => {
  await house.atWork('lotte')
  const talking = await house.arrives('1700-studeren')
  await house.answered(talking, 'lotte')
  const ringing = await house.arrives('1700-studeren')
  await house.offered(ringing)
  const { clock, db } = house.node
  const rules = deskPresence(clock)
  const lost = clock.now() - 700
  await db.as(system, (tx) => rules.left(tx, staff('lotte'), lost))
  expect((await house.read(ringing))?.engagements).toMatchObject([{ endedAs: 'withdrawn' }])
  const during = await house.read(talking)
  expect(during?.engagements[0]?.disconnectedAt).toBeGreaterThanOrEqual(lost)
  expect((await desk('lotte')).heldBack).toEqual(['deskLost'])
  await db.as(system, (tx) => rules.arrived(tx, staff('lotte'), clock.now()))
  expect((await house.read(talking))?.engagements[0]?.disconnectedAt).toBeNull()
  await house.offered(ringing)
})

test('ROUTING-17: a desk that stays away half a minute loses its conversation, not its wrap-up', async () => {
  await house.atWork('lotte')
  const talking = await house.arrives('1700-studeren')
  const wrapping = await house.arrives('1700-studeren')
  const engagement = await house.answered(wrapping, 'lotte')
  await house.happen(wrapping, { type: 'finished', engagement, data: {} } as Happening)
  await house.answered(talking, 'lotte')
  const { clock, db } = house.node
  await db.as(system, (tx) => deskPresence(clock).left(tx, staff('lotte'), clock.now()))
  clock.forward(30_001)
  const requeued = await house.until(talking, ({ state }) => state === 'waiting')
  expect(requeued.engagements).toMatchObject([{ state: 'ended', endedAs: 'deskLost' }])
  expect((await house.read(wrapping))?.engagements).toMatchObject([{ state: 'wrapUp' }])
})

test('ROUTING-18: overflow opens a contact to another operator, who sees it only then', async () => {
  await house.atWork('wout')
  const wout = { kind: 'staff', id: staff('wout') } as const
  const contact = await house.arrives('1700-wegwijs')
  await later(400)
  expect(await house.read(contact, wout)).toBeNull()
  house.node.clock.forward(120_001)
  expect((await house.offered(contact)).staff).toBe(staff('wout'))
  expect(await house.read(contact, wout)).toMatchObject({ queue: townIds.queue('1700-wegwijs') })
  await house.answered(contact, 'wout')
})

test('ROUTING-18: another operator can neither see nor accept what did not overflow', async () => {
  await house.atWork('wout', 'lotte')
  const contact = await house.arrives('1700-studeren')
  const { engagement } = await house.offered(contact)
  const accept = house.ask('wout', 'routing.acceptOffer', { contact, engagement })
  await expect(accept).rejects.toThrow('kit.notFound')
  const because = house.ask<Because>('wout', 'routing.offerBecause', { contact })
  await expect(because).rejects.toThrow('kit.notFound')
})

test('ROUTING-19, ROUTING-26: a transfer to a queue carries the note and keeps the place in line', async () => {
  await house.atWork('lotte', 'amira')
  const contact = await house.arrives('1700-studeren')
  const engagement = await house.answered(contact, 'lotte')
  const to = { queue: townIds.queue('1700-wonen') }
  const input = { contact, engagement, to, note: 'Vraagt ook naar een huurtoelage' }
  await house.ask('lotte', 'routing.transfer', input)
  expect((await house.offered(contact)).staff).toBe(staff('amira'))
  const { contacts, notes } = await desk('amira')
  expect(contacts.map(({ id }) => id)).toEqual([contact])
  expect(notes[contact]).toMatchObject([{ name: 'Lotte', body: input.note }])
  expect((await desk('lotte')).contacts[0]?.engagements[0]?.state).toBe('wrapUp')
})

test('ROUTING-19: a transfer to a colleague waits for them alone, and after a minute for all', async () => {
  await house.atWork('lotte', 'tarik', 'jef')
  const contact = await house.arrives('1700-studeren')
  const engagement = await house.answered(contact, 'lotte')
  const { colleagues } = await house.ask<Targets>('lotte', 'routing.transferTargets', { contact })
  expect(colleagues.map(({ name }) => name).sort()).toEqual(['Jef', 'Tarik'])
  const away = { contact, engagement, to: { colleague: staff('noor') }, note: '' }
  await expect(house.ask('lotte', 'routing.transfer', away)).rejects.toThrow('colleagueAway')
  await house.ask('lotte', 'routing.transfer', { ...away, to: { colleague: staff('tarik') } })
  const offer = await house.offered(contact)
  expect(offer.staff).toBe(staff('tarik'))
  const declined = { contact, engagement: offer.engagement, reason: 'busy' }
  await house.ask('tarik', 'routing.declineOffer', declined)
  house.node.clock.forward(60_001)
  await house.until(contact, ({ onlyStaff }) => onlyStaff === null)
})
type Targets = { queues: { id: string; free: number }[]; colleagues: { name: string }[] }

test('ROUTING-19: nobody transfers to a queue out of reach, or what is not theirs', async () => {
  await house.atWork('lotte', 'tarik')
  const contact = await house.arrives('1700-studeren')
  const engagement = await house.answered(contact, 'lotte')
  const input = { contact, engagement, note: '' }
  const to = { queue: townIds.queue('wegenlijn-melding') }
  const elsewhere = house.ask('lotte', 'routing.transfer', { ...input, to })
  await expect(elsewhere).rejects.toThrow('routing.noSuchQueue')
  const here = { queue: townIds.queue('1700-wonen') }
  const stranger = house.ask('tarik', 'routing.transfer', { ...input, to: here })
  await expect(stranger).rejects.toThrow('contacts.notYours')
})

test('ROUTING-2: words of acute danger come first', async () => {
  const waiting = [await house.arrives('1700-belastingen', { waitedMs: 60_000 })]
  const urgent = await house.arrives('1700-belastingen', { urgent: true })
  for (let n = 0; n < 4; n++) waiting.push(await house.arrives('1700-belastingen'))
  await house.atWork('lotte')
  await house.offered(urgent)
  const { offers } = await house.ask<Because>('lotte', 'routing.offerBecause', { contact: urgent })
  expect(offers[0]?.because).toMatchObject({ rank: 1, urgent: true })
})

test('ROUTING-20: after an emergency nothing is offered until the agent has had a break', async () => {
  await house.atWork('lotte')
  const contact = await house.arrives('1700-studeren')
  const engagement = await house.answered(contact, 'lotte')
  await house.as('lotte', contact, { type: 'emergencyRaised', engagement, data: { numbers: [] } })
  const next = await house.arrives('1700-studeren')
  await house.ask('lotte', 'routing.setStatus', { status: 'available' })
  await later(400)
  expect((await desk('lotte')).heldBack).toEqual(['emergencyBreak'])
  await house.wrappedUp(contact, engagement)
  await later(400)
  expect((await house.read(next))?.state).toBe('waiting')
  await house.ask('lotte', 'routing.setStatus', { status: 'break' })
  await house.ask('lotte', 'routing.setStatus', { status: 'available' })
  await house.offered(next)
})

test('ROUTING-21: when a line is closed at once, those who wait are told; the urgent stay', async () => {
  const waiting = await house.arrives('wegenlijn-melding')
  const urgent = await house.arrives('wegenlijn-melding', { urgent: true })
  const close = (closed: boolean) =>
    house.node.db.as(system, (tx) => {
      const now = house.node.clock.now()
      const text = { nl: 'Wij zijn even gesloten.' }
      const closure = closed ? { from: now, until: null, text, by: newBy, since: now } : null
      const subject = townIds.line('wegenlijn')
      const value = { v: 1 as const, closure }
      return putSetting(tx, house.node.clock, {
        kind: 'emergencyClosure',
        subject,
        value,
        reason: '',
      })
    })
  await close(true)
  await house.until(waiting, ({ state }) => state === 'closed')
  expect(await house.read(waiting)).toMatchObject({ endedAs: 'refused' })
  expect(await house.read(urgent)).toMatchObject({ state: 'waiting' })
  await close(false)
})
const newBy = staff('karim')

test('ROUTING-22: each who waits is told where they stand', async () => {
  const first = await house.arrives('1700-belastingen')
  const second = await house.arrives('1700-belastingen')
  const standing = async (contact: string) => {
    const { rows } = await house.node.db.as({ kind: 'citizen', contact }, (tx) =>
      sql<{ position: number }>`select position from standing`.execute(tx.q),
    )
    return rows
  }
  await later(1_600)
  expect(await standing(first)).toEqual([{ position: 1 }])
  expect(await standing(second)).toEqual([{ position: 2 }])
  await house.happen(first, { type: 'citizenLeft', data: { how: 'left' } } as Happening)
  await later(1_600)
  expect(await standing(second)).toEqual([{ position: 1 }])
})

test('ROUTING-14, ROUTING-25: an offer waits for whoever changes the agent, and is not made if they turn away', async () => {
  await house.atWork('lotte')
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  const turning = house.node.db.as(system, async (tx) => {
    await lockAgent(tx, staff('lotte'))
    await gate
    await tx.q
      .updateTable('agent')
      .set({ status: 'meeting' })
      .where('staff_id', '=', staff('lotte'))
      .execute()
  })
  const contact = await house.arrives('1700-belastingen')
  await later(400)
  release()
  await turning
  await later(400)
  expect(await house.read(contact)).toMatchObject({ state: 'waiting', engagements: [] })
})
