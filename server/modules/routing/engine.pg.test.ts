import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { townIds } from '../../../town/ids.ts'
import { TestHouse } from './testing.ts'

let house: TestHouse
beforeAll(async () => {
  house = await TestHouse.start()
  house.node.engine.start()
})
afterEach(() => expect(house.node.errors).toEqual([]))
afterAll(() => house.close())

test('ROUTING-20: a chat goes at once to the one who has the skill', async () => {
  await house.atWork('lotte', 'tarik')
  const contact = await house.arrives('1700-studeren')
  expect((await house.offered(contact, 1_500)).staff).toBe(townIds.staff('lotte'))
  const engagement = await house.answered(contact, 'lotte')
  expect(await house.read(contact)).toMatchObject({ state: 'talking' })
  await house.wrappedUp(contact, engagement)
  expect(await house.read(contact)).toMatchObject({ state: 'closed', endedAs: 'handled' })
})
