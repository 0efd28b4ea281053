import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { townIds } from '../../../town/ids.ts'
import { kwartel, sterrebos } from '../../../town/operators.ts'
import { must } from '../../kit/must.ts'
import { dateAt, startOf } from '../clients/index.ts'
import type { Happening } from '../contacts/index.ts'
import { Board } from './board.ts'
import type { BoardView } from './contract.ts'
import { TestHouse } from './testing.ts'

let house: TestHouse
let board: Board
beforeAll(async () => {
  house = await TestHouse.start()
  // Noon: far from where today begins and ends.
  const { clock } = house.node
  clock.forward(startOf(dateAt(clock.now() + 86_400_000)) + 43_200_000 - clock.now())
  house.node.engine.start()
  board = new Board(house.node)
  board.start()
})
afterEach(() => house.goHome())
afterAll(async () => {
  board.stop()
  await house.close()
})

const staff = townIds.staff
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function read(person: string): Promise<BoardView> {
  const caller = await house.callerOf(person)
  const actor = { kind: 'staff', id: caller.id } as const
  const { body } = await house.node.db.as(actor, (tx) => board.stream.read(tx, caller, '', null))
  return body as BoardView
}
const row = ({ queues }: BoardView, code: string) =>
  must(queues.find(({ queue }) => queue === townIds.queue(code)))

test('ROUTING-27: a supervisor sees the lines and agents of their operator, and no others', async () => {
  await house.atWork('lotte', 'wout', 'daan')
  const here = await house.arrives('1700-belastingen', { language: 'fr' })
  const there = await house.arrives('ravelinge-omgeving', { language: 'fr' })
  await wait(1_200)
  const [mieke, pieter] = [await read('mieke'), await read('pieter')]
  expect(mieke.agents.map((one) => one.name)).toEqual(['Lotte Kortebos'])
  expect(pieter.agents.map((one) => one.name)).toEqual(['Wout Haverlinck'])
  expect(mieke.waiting.map(({ contact }) => contact)).toEqual([here])
  expect(pieter.waiting.map(({ contact }) => contact)).toEqual([there])
  const lines = (view: BoardView) => [...new Set(view.queues.map(({ line }) => line))].sort()
  expect(lines(mieke)).toEqual([townIds.line('1700'), townIds.line('gezinslijn')].sort())
  expect(lines(pieter)).toEqual([townIds.line('ravelinge')])
  expect(mieke.agents[0]?.operator).toBe(townIds.operator(sterrebos))
  expect(pieter.agents[0]?.operator).toBe(townIds.operator(kwartel))
  expect(mieke.owner).toEqual({ holder: 'first', epoch: house.node.engine.epoch })
})

test('ROUTING-27: the contact-centre expert sees all queues and no agent', async () => {
  await house.atWork('lotte', 'daan')
  await wait(1_200)
  const view = await read('vera')
  expect(view.queues).toHaveLength(house.node.cache.queues().length)
  expect(view.agents).toEqual([])
  expect(row(view, '1700-belastingen').free).toBe(1)
})

test('ROUTING-27: a contact that overflowed is on the board of who helps out', async () => {
  const contact = await house.arrives('1700-wegwijs', { waitedMs: 120_001 })
  await house.until(contact, ({ version }) => version === 2)
  await wait(1_200)
  expect((await read('pieter')).waiting.map((one) => one.contact)).toEqual([contact])
})

test('ROUTING-27: today counts per queue of entry, with short abandons apart', async () => {
  await wait(1_200)
  const before = row(await read('karim'), 'wegenlijn-melding')
  await house.atWork('daan')
  const fast = await house.arrives('wegenlijn-melding')
  await house.answered(fast, 'daan')
  const slow = await house.arrives('wegenlijn-melding', { waitedMs: 30_500 })
  await house.answered(slow, 'daan')
  await house.ask('daan', 'routing.setStatus', { status: 'break' })
  const left = { type: 'citizenLeft', data: { how: 'left' } } as Happening
  await house.happen(await house.arrives('wegenlijn-melding', { waitedMs: 6_000 }), left)
  await house.happen(await house.arrives('wegenlijn-melding'), left)
  await wait(1_200)
  const after = row(await read('karim'), 'wegenlijn-melding')
  expect(after).toMatchObject({
    arrived: before.arrived + 4,
    answered: before.answered + 2,
    answeredInTime: before.answeredInTime + 1,
    abandoned: before.abandoned + 1,
    shortAbandons: before.shortAbandons + 1,
    refused: before.refused,
    targetMs: 30_000,
    talking: 2,
    waiting: 0,
    free: 0,
  })
})

test('ROUTING-27: all who watch the same scope get the same board, reckoned once a second', async () => {
  await wait(1_200)
  const [one, other] = [await read('mieke'), await read('mieke')]
  expect(other).toBe(one)
  await house.arrives('1700-belastingen')
  await wait(1_200)
  expect(row(await read('mieke'), '1700-belastingen').waiting).toBe(1)
})

test('ROUTING-20: an emergency is on the board of the agent’s own supervisor until noted', async () => {
  await house.atWork('lotte')
  const contact = await house.arrives('1700-studeren')
  const engagement = await house.answered(contact, 'lotte')
  await house.as('lotte', contact, { type: 'emergencyRaised', engagement, data: { numbers: [] } })
  await wait(1_200)
  expect((await read('mieke')).emergencies).toMatchObject([{ contact, staff: 'Lotte Kortebos' }])
  expect((await read('pieter')).emergencies).toEqual([])
  expect((await read('vera')).emergencies).toEqual([])
  await expect(house.ask('pieter', 'routing.noteEmergency', { contact })).rejects.toThrow(
    'kit.notFound',
  )
  await house.ask('mieke', 'routing.noteEmergency', { contact })
  await wait(1_200)
  expect((await read('mieke')).emergencies).toEqual([])
  expect(
    (await read('mieke')).agents.find((one) => one.staff === staff('lotte'))?.heldBack,
  ).toEqual(['emergencyBreak'])
})
