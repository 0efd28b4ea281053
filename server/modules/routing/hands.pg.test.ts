import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { townIds } from '../../../town/ids.ts'
import { must } from '../../kit/must.ts'
import { Refusal } from '../../kit/refusal.ts'
import { system, TestHouse } from './testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await TestHouse.start()
  house.node.engine.start()
})
afterAll(() => house.close())

const people = ['daan', 'sofie'] as const
const act = fc.record({
  what: fc.constantFrom('arrive', 'arrive', 'accept', 'accept', 'decline', 'done', 'status'),
  who: fc.constantFrom(...people),
  pauseMs: fc.constantFrom(0, 0, 5, 40),
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

/** What somebody has open, as it stands now. */
async function openOf(
  person: string,
): Promise<{ contact: string; engagement: string; state: string }[]> {
  const { rows } = await house.node.db.as(system, (tx) =>
    sql<{ contact: string; engagement: string; state: string }>`
      select contact_id as contact, id as engagement, state from engagement
      where staff_id = ${townIds.staff(person)} and state <> 'ended' order by id`.execute(tx.q),
  )
  return rows
}

async function perform({ what, who }: Act): Promise<void> {
  if (what === 'arrive') {
    await house.arrives('wegenlijn-melding')
    return
  }
  if (what === 'status') {
    await house.ask(who, 'routing.setStatus', { status: 'available' })
    return
  }
  const open = await openOf(who)
  const offers = open.filter(({ state }) => state === 'offered')
  const talking = open.filter(({ state }) => state !== 'offered')
  if (what === 'done') {
    for (const { contact, engagement } of talking) await house.wrappedUp(contact, engagement)
    return
  }
  // All offers at once: the answers race each other and the next offers.
  await Promise.all(
    offers.map(({ contact, engagement }) => {
      const input = { contact, engagement, reason: 'busy' }
      return house.ask(who, `routing.${what}Offer`, input)
    }),
  )
}

/** The most that one agent ever had in hand at the same instant, offers included. */
async function mostAtOnce(): Promise<number> {
  const { rows } = await house.node.db.as(system, (tx) =>
    sql<{ most: number }>`
      select coalesce(max(at_once), 0) as most from (
        select (select count(*) from engagement o where o.staff_id = e.staff_id
          and o.offered_at <= e.offered_at and coalesce(o.ended_at, 'infinity') > e.offered_at) as at_once
        from engagement e) counted`.execute(tx.q),
  )
  return must(rows[0]).most
}

test('ROUTING-5, ROUTING-14: whatever happens at once, nobody ever has more in hand than the line allows', async () => {
  const { operation } = must(house.node.cache.line(townIds.line('wegenlijn')))
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 40 }), async (acts) => {
      await house.goHome()
      await house.atWork(...people)
      const running: Promise<void>[] = []
      for (const one of acts) {
        running.push(perform(one).catch((error) => expect(error).toBeInstanceOf(Refusal)))
        await new Promise((resolve) => setTimeout(resolve, one.pauseMs))
      }
      await Promise.all(running)
    }),
    { numRuns: 12 },
  )
  expect(await mostAtOnce()).toBe(operation.atOnce.chat)
  expect(house.node.errors).toEqual([])
})
