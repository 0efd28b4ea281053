import { afterAll, beforeAll, expect, test } from 'vitest'
import { townIds } from '../../../town/ids.ts'
import { newId } from '../../kit/ids.ts'
import { must } from '../../kit/must.ts'
import { currentSetting, putSetting } from '../clients/index.ts'
import { type Happening, record } from '../contacts/index.ts'
import { conversation } from './contract.ts'
import { ask, type ChatHouse, chatHouse, start, take } from './testing.ts'

let house: ChatHouse
beforeAll(async () => {
  house = await chatHouse()
})
afterAll(() => house.close())

const system = { kind: 'system', name: 'test' } as const

async function happen(contact: string, engagement: string, type: 'emergencyRaised' | 'finished') {
  const data = type === 'finished' ? {} : { numbers: [] }
  const happening = { type, data, engagement, key: newId() } as Happening
  await house.db.as(system, (tx) =>
    record(tx, house.clock, contact, { kind: 'system', id: 'test' }, happening),
  )
}

const reads = async (contact: string, staff: string) =>
  (await ask(house, conversation, { contact }, { staff })).refusal ?? 'read'

test('CHAT-22: a conversation that goes on is read by who has it in hand only', async () => {
  const { contact } = await start(house, { message: 'Dag' })
  expect(await reads(contact, 'mieke')).toBe('read')
  const engagement = await take(house, contact, 'noor')
  expect(await reads(contact, 'noor')).toBe('read')
  expect(await reads(contact, 'tarik')).toBe('chat.readingAlong')
  expect(await reads(contact, 'mieke')).toBe('chat.readingAlong')
  await happen(contact, engagement, 'finished')
  expect(await reads(contact, 'mieke')).toBe('read')
})

test('CHAT-22: an emergency opens it to who may see the contact', async () => {
  const { contact } = await start(house, { message: 'Dag' })
  const engagement = await take(house, contact, 'noor')
  await happen(contact, engagement, 'emergencyRaised')
  expect(await reads(contact, 'mieke')).toBe('read')
})

test('CHAT-22: a line may allow it, from the day the staff were consulted', async () => {
  const { contact } = await start(house, { message: 'Dag' })
  await take(house, contact, 'noor')
  const line = townIds.line('1700')
  const now = house.clock.now()
  await house.db.as(system, async (tx) => {
    const { value } = must(await currentSetting(tx, 'lineOperation', line, now))
    const monitoring = {
      ...value.monitoring,
      staffConsultationDate: '2026-09-01',
      readingAlong: true,
    }
    await putSetting(tx, house.clock, {
      kind: 'lineOperation',
      subject: line,
      value: { ...value, monitoring },
      reason: 'Agreed with the staff',
    })
  })
  await house.cache.refresh()
  expect(await reads(contact, 'mieke')).toBe('read')
})
