import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Operation, Role, Who } from '../server/kit/contract.ts'
import { roles } from '../server/kit/contract.ts'
import { must } from '../server/kit/must.ts'
import { operations as access } from '../server/modules/access/contract.ts'
import { operations as chat } from '../server/modules/chat/contract.ts'
import { operations as clients } from '../server/modules/clients/contract.ts'
import { operations as contacts } from '../server/modules/contacts/contract.ts'
import { operations as routing } from '../server/modules/routing/contract.ts'
import { cast } from '../town/cast.ts'
import { type Citizen, type House, openHouse, Person } from './house.ts'
import { sampleOf } from './sample.ts'

// The walk along all routes: as nobody, as a citizen, as each role, and as the wrong operator.

const operations: Operation[] = [...access, ...clients, ...contacts, ...routing, ...chat]
const roleOnly = (role: Role) =>
  cast.find(({ grants }) => grants.every((grant) => grant.role === role))
const everyone = [...roles, 'citizen', 'nobody'] as const
type Someone = (typeof everyone)[number]

let house: House
const people = new Map<Someone, Person>()
beforeAll(async () => {
  house = await openHouse()
  for (const role of roles) {
    const { subject } = must(roleOnly(role), `somebody who is only ${role}`)
    people.set(role, await Person.staff(house.url, subject))
  }
  people.set('nobody', new Person(house.url))
  people.set('citizen', await Person.citizen(house.url))
}, 60_000)
afterAll(() => house.close())

function mayUse(who: readonly Who[], someone: Someone): boolean {
  if (who.includes('anyone')) return true
  if (someone === 'nobody') return false
  if (someone === 'citizen') return who.includes('citizen')
  return who.includes('staff') || who.includes(someone)
}

describe.each(everyone)('as %s', (someone) => {
  test.each(operations.map((operation) => [operation.name, operation] as const))(
    '%s',
    async (_, operation) => {
      const person = must(people.get(someone))
      const { status, body } = await person.try(operation, {} as never)
      expect(status, JSON.stringify(body)).toBeLessThan(500)
      const shut = body.refusal === 'kit.signInFirst' || body.refusal === 'kit.notAllowed'
      expect(shut, `${status} ${body.refusal}`).toBe(!mayUse(operation.who, someone))
      if (shut) expect(status).toBe(someone === 'nobody' ? 401 : status)
      if (status >= 400) expect(body.sentence).toMatch(/\S/)
    },
  )
})

const named = (operation: Operation) => Object.keys((sampleOf(operation.input, {}) ?? {}) as object)
const aboutContacts = operations.filter(
  (operation) =>
    named(operation).includes('contact') && operation.who.some((who) => who !== 'anyone'),
)

test('as an agent of another operator, no contact of ours exists', async () => {
  const theirs = must(people.get('citizen')) as Citizen
  const outsider = await Person.staff(house.url, 'noor')
  for (const operation of aboutContacts.filter(({ who }) => who.includes('agent'))) {
    const input = sampleOf(operation.input, { contact: theirs.contact, content: 'aGFsbG8=' })
    const { status, body } = await outsider.try(operation, input as never)
    expect([operation.name, status, body.refusal]).toEqual([operation.name, 404, 'kit.notFound'])
  }
})

test('as another citizen, no contact but one’s own exists', async () => {
  const theirs = must(people.get('citizen')) as Citizen
  const other = await Person.citizen(house.url)
  for (const operation of aboutContacts.filter(({ who }) => who.includes('citizen'))) {
    const input = sampleOf(operation.input, { contact: theirs.contact, content: 'aGFsbG8=' })
    const { status, body } = await other.try(operation, input as never)
    expect([operation.name, status, body.refusal]).toEqual([operation.name, 404, 'kit.notFound'])
  }
})
