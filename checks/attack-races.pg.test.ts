import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../server/kit/ids.ts'
import { must } from '../server/kit/must.ts'
import { leaveChat, say } from '../server/modules/chat/contract.ts'
import { closeLine, contactOptions, reopenLine } from '../server/modules/clients/contract.ts'
import { finish, hold, setOutcome, timeline, wrapUp } from '../server/modules/contacts/contract.ts'
import {
  acceptOffer,
  type DeskView,
  setStatus,
  transfer,
} from '../server/modules/routing/contract.ts'
import { mobiliteit } from '../town/departments.ts'
import { townIds } from '../town/ids.ts'
import { type AgentAt, agentAt, conversationWith, pause } from './attack.ts'
import { type Citizen, type House, openHouse, Person } from './house.ts'

// Many at once, about the same thing: one of them does it, the others hear why not.

let house: House
let database: pg.Client
let desks: AgentAt[]
beforeAll(async () => {
  house = await openHouse()
  database = new pg.Client({ connectionString: house.database.superUrl })
  await database.connect()
}, 60_000)
afterAll(async () => {
  await database.end()
  await house.close()
})

const rows = async (query: string, values: unknown[] = []) =>
  (await database.query(query, values)).rows
/** The most chats that one agent of this line has in hand, by the town. */
const atOnce = 4

test('twelve who wait and two who take all they can: nobody has more in hand than fits', async () => {
  desks = [await agentAt(house.url, 'daan'), await agentAt(house.url, 'sofie')]
  const citizens: Citizen[] = []
  for (let i = 0; i < 12; i++)
    citizens.push(await Person.citizen(house.url, { message: `Vraag ${i}` }))
  for (const citizen of citizens) await citizen.watch(`chat:${citizen.contact}`)
  const taken: number[] = []
  for (let round = 0; round < 12; round++) {
    // Everyone tries to accept everything that anybody was offered, in several tabs.
    const offers = desks.flatMap(
      ({ desk }) =>
        (desk.last?.body as DeskView | undefined)?.contacts.flatMap(({ id, engagements }) =>
          engagements
            .filter(({ state }) => state === 'offered')
            .map((one) => ({ contact: id, engagement: one.id })),
        ) ?? [],
    )
    const tried = await Promise.all(
      offers.flatMap((offer) =>
        [0, 1, 2].flatMap(() => desks.map(({ person }) => person.try(acceptOffer, offer))),
      ),
    )
    for (const { status, body } of tried)
      if (status !== 200) expect(body.refusal).toMatch(/offerGone|notYours/)
    taken.push(tried.filter(({ status }) => status === 200).length)
    const busy = await rows(
      `select staff_id, count(*)::int as n from engagement where state <> 'ended' group by 1`,
    )
    for (const { n } of busy) expect(n).toBeLessThanOrEqual(atOnce)
    await pause(150)
  }
  expect(taken.reduce((sum, one) => sum + one, 0)).toBe(2 * atOnce)
  const twice = await rows(
    `select contact_id from engagement where state in ('active','hold') group by 1 having count(*) > 1`,
  )
  expect(twice).toEqual([])
  for (const citizen of citizens) await citizen.ask(leaveChat, {})
}, 60_000)

test('finished, transferred, held and left in the same moment: one order, told by the log', async () => {
  const { person } = must(desks[0])
  await clearDesk(must(desks[0]))
  const { citizen, mine } = await conversationWith(must(desks[0]))
  const to = { queue: townIds.queue('wegenlijn-melding') }
  const all = await Promise.all([
    person.try(finish, mine),
    person.try(transfer, { ...mine, to, note: 'over' }),
    person.try(hold, mine),
    citizen.try(leaveChat, {}),
    citizen.try(say, { id: newId(), body: 'Bent u daar?' }),
    person.try(finish, mine),
  ])
  for (const { status, body } of all) expect([200, 409], JSON.stringify(body)).toContain(status)
  const { contact, events } = await person.ask(timeline, { contact: mine.contact })
  expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1))
  expect(contact.state).toBe('over')
  const ended = events.filter(({ type }) => type === 'finished' || type === 'transferred')
  expect(ended.length).toBeLessThanOrEqual(1)
}, 30_000)

test('three who lead a line close it at once, then open it at once: one closure each time', async () => {
  const leads = await Promise.all(
    ['karim', 'vera', 'ruben'].map((one) => Person.staff(house.url, one)),
  )
  const line = townIds.line('wegenlijn')
  const closing = { line, text: { nl: 'Storing' }, until: null, reason: 'storing' }
  for (let round = 0; round < 5; round++) {
    const closed = await Promise.all(leads.map((lead) => lead.try(closeLine, closing)))
    expect(closed.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const opened = await Promise.all(
      leads.map((lead) => lead.try(reopenLine, { line, reason: 'voorbij' })),
    )
    expect(opened.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const codes = [...closed, ...opened].flatMap(({ body }) => body.refusal ?? [])
    expect(new Set(codes)).toEqual(new Set(['clients.lineAlreadyClosed', 'clients.lineNotClosed']))
  }
  const state = async () => {
    const { lines } = await new Person(house.url).ask(contactOptions, { department: mobiliteit })
    return lines.find(({ code }) => code === 'wegenlijn')?.state
  }
  await expect.poll(state).toBe('open')
}, 30_000)

test('a desk that comes and goes a hundred times is there in the end, and its offers reach it', async () => {
  const at = must(desks[1])
  await clearDesk(at)
  for (let i = 0; i < 100; i++) {
    const watch = await at.person.watch('desk:')
    if (i % 3 === 0) await pause(5)
    watch.cut()
  }
  at.desk.cut()
  // Longer than a reload: the desk was lost, and comes back in the very moment that is noted.
  await pause(1_490)
  const flapping = await Promise.all(Array.from({ length: 20 }, () => at.person.watch('desk:')))
  for (const one of flapping.slice(1)) one.cut()
  await pause(2_500)
  const desk = must(flapping[0])
  const [present] = await rows('select count(*)::int as n from presence where subject = $1', [
    `staff:${townIds.staff('sofie')}`,
  ])
  expect(present.n).toBe(1)
  await at.person.ask(setStatus, { status: 'available' })
  await must(desks[0]).person.ask(setStatus, { status: 'meeting' })
  expect(
    (await desk.until(({ body }) => (body as DeskView).status === 'available')).body.heldBack,
  ).toEqual([])
  await conversationWith({ person: at.person, desk })
}, 60_000)

/** Wraps up whatever an agent still has in hand. */
async function clearDesk({ person, desk }: AgentAt): Promise<void> {
  const view = desk.last?.body as DeskView | undefined
  for (const { id: contact, questions, engagements } of view?.contacts ?? []) {
    for (const { id: engagement } of engagements.filter(
      ({ state, staff }) => state === 'wrapUp' && staff,
    )) {
      for (const { id: question, outcome } of questions)
        if (!outcome)
          await person.try(setOutcome, {
            contact,
            engagement,
            question,
            outcome: 'citizenLeft',
            destination: null,
          })
      await person.try(wrapUp, { contact, engagement })
    }
  }
  await desk.until(({ body }) => (body as DeskView).contacts.length === 0)
}
