import { afterAll, beforeEach, expect, test } from 'vitest'
import type { CastMember } from '../../edges/oidc-provider/index.ts'
import { must } from '../../kit/must.ts'
import { testDatabase } from '../../kit/testing.ts'
import { ask, Browser, openHouse, writeCodes } from './testing.ts'

const database = await testDatabase()
await writeCodes(database)
const person: CastMember = {
  subject: 'lore',
  givenName: 'Lore',
  familyName: 'Test',
  email: 'lore@onthaal.example',
  roles: [],
  title: { nl: 'Verandert van rol', en: 'Changes roles' },
}
const stranger: CastMember = { ...person, subject: 'vreemd', givenName: 'Vreemd', roles: ['king'] }
const house = await openHouse({ database, cast: [person, stranger] })
afterAll(() => house.close().then(database.drop))
beforeEach(() => {
  person.roles = ['agent:OVO900310']
})

const rows = (query: string) =>
  ask(database.superUrl, async (client) => (await client.query(query)).rows)

async function signIn(subject = 'lore') {
  const browser = new Browser(house.publicUrl)
  return { browser, done: await browser.signIn(subject) }
}

test('ACCESS-14: the grants are those of the last sign-in, and what stays keeps its date', async () => {
  person.roles = ['agent:OVO900310', 'supervisor:1700']
  const { browser } = await signIn()
  const first = house.clock.now()
  house.clock.forward(60_000)
  person.roles = ['editor:OVO900110', 'agent:OVO900310']
  await signIn()
  const found = await rows('select role, scope_code, since from staff_grant order by role')
  expect(found).toEqual([
    { role: 'agent', scope_code: 'OVO900310', since: new Date(first) },
    { role: 'editor', scope_code: 'OVO900110', since: new Date(first + 60_000) },
  ])
  // The session that was already there has what the person has now.
  const { body } = await browser.api('access.me')
  expect((body.grants as { role: string }[]).map(({ role }) => role)).toEqual(['agent', 'editor'])
})

test('ACCESS-14: whoever comes back without a role loses grants and sessions', async () => {
  const { browser } = await signIn()
  expect((await browser.api('access.me')).status).toBe(200)
  person.roles = ['agent:OVO000000']
  const { done } = await signIn()
  expect(done.status).toBe(403)
  expect((await browser.api('access.me')).status).toBe(401)
  expect(await rows('select from staff_grant')).toEqual([])
})

test('ACCESS-15: a stranger gets a sentence and the way out; only a line in the trail is kept', async () => {
  const { browser, done } = await signIn('vreemd')
  expect(done.status).toBe(403)
  const page = await done.text()
  expect(page).toContain('access.noRole')
  expect(page).toContain('De aanmelddienst kent u als Vreemd Test, maar u hebt hier geen rol.')
  expect(page).toContain('/oidc/session/end?')
  expect(browser.cookies.has('onthaal')).toBe(false)
  expect(await rows(`select from staff where subject = 'vreemd'`)).toEqual([])
  const trail = await rows(`select action, kind, staff_id from audit
    where subject_id = 'vreemd' order by id`)
  expect(trail).toEqual([
    { action: 'access.signIn', kind: 'refused', staff_id: null },
    { action: 'access.unknownRole', kind: 'refused', staff_id: null },
  ])
})

test('ACCESS-4: two sign-ins of one person at the same moment make one person', async () => {
  const answers = await Promise.all([signIn(), signIn(), signIn()])
  expect(answers.map(({ done }) => done.status)).toEqual([303, 303, 303])
  const [{ count }] = await rows(`select count(*)::int from staff where subject = 'lore'`)
  expect(must(count)).toBe(1)
})
