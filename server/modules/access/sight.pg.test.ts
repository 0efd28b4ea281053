import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { route } from '../../kit/http.ts'
import { refusals } from '../../kit/refusal.ts'
import { testDatabase } from '../../kit/testing.ts'
import { ask, Browser, castMembers, openHouse, writeCodes } from './testing.ts'

const database = await testDatabase()
await writeCodes(database)
const hidden = operation({
  name: 'probe.hidden',
  kind: 'read',
  who: ['supervisor'],
  input: z.object({ contact: z.uuid() }),
  output: z.object({}),
  refusals: [],
  about: ({ contact }) => ({ kind: 'contact', id: contact }),
  summary: 'Something out of sight',
})
const routes = [
  route(hidden, async () => {
    throw refusals.notFound()
  }),
]
const house = await openHouse({ database, routes })
const browsers = new Map<string, Browser>()
const ids = new Map<string, string>()
afterAll(() => house.close().then(database.drop))
beforeAll(async () => {
  for (const { subject } of castMembers) {
    const browser = new Browser(house.publicUrl)
    await browser.signIn(subject)
    browsers.set(subject, browser)
    ids.set(subject, String((await browser.api('access.me')).body.id))
  }
})

const as = (subject: string) => browsers.get(subject) ?? new Browser(house.publicUrl)
const idOf = (subject: string) => ids.get(subject) ?? ''

/** What a query gives in the name of somebody of the cast, or of the system. */
function rowsAs(subject: string | null, query: string): Promise<Record<string, unknown>[]> {
  return ask(database.url, async (client) => {
    await client.query('begin')
    const role = subject === null ? 'onthaal_system' : 'onthaal_app'
    await client.query(`select set_config('role', $1, true), set_config('app.staff', $2, true)`, [
      role,
      subject ? idOf(subject) : '',
    ])
    return (await client.query(query)).rows
  })
}

const seen = async (subject: string) =>
  (await rowsAs(subject, 'select subject from staff order by subject')).map((row) => row.subject)

const everyone = castMembers.map(({ subject }) => subject).sort()
const sterrebos = ['amira', 'jef', 'lotte', 'mieke', 'noor', 'tarik']

test('ACCESS-17: one sees oneself and the people of one’s operators, officers everyone', async () => {
  expect(await seen('noor')).toEqual(sterrebos)
  expect(await seen('mieke')).toEqual(sterrebos)
  expect(await seen('pieter')).toEqual(['ines', 'pieter', 'wout'])
  for (const alone of ['hilde', 'stan', 'elke', 'bram', 'greet'])
    expect(await seen(alone)).toEqual([alone])
  for (const officer of ['ruben', 'yasmina']) expect(await seen(officer)).toEqual(everyone)
  expect(await rowsAs('', 'select from staff')).toEqual([])
})

test('ACCESS-17: grants are seen as people are', async () => {
  for (const { subject } of castMembers) {
    const query = 'select distinct s.subject from staff_grant g join staff s on s.id = g.staff_id'
    const found = (await rowsAs(subject, query)).map((row) => row.subject).sort()
    expect(found).toEqual(await seen(subject))
    const hiddenOnes = await rowsAs(
      subject,
      'select from staff_grant g where not exists (select from staff s where s.id = g.staff_id)',
    )
    expect(hiddenOnes).toEqual([])
  }
})

test('ACCESS-17: nobody reads sessions, nobody gives themselves a role', async () => {
  const noor = idOf('noor')
  const forbidden = [
    'select from session',
    'select from sign_in',
    'select from first_administrator',
    'select from oidc_provider_item',
    `insert into staff_grant values ('${noor}', 'administrator', 'all', '', now())`,
    `update staff_grant set role = 'administrator'`,
    'delete from staff_grant',
    `update staff set alias = 'x'`,
    `insert into session values ('\\x00', '${noor}', now(), now(), now())`,
  ]
  for (const subject of ['noor', 'mieke', 'ruben', ''])
    for (const query of forbidden)
      await expect(rowsAs(subject, query), query).rejects.toThrow('permission denied')
})

test('ACCESS-18: nobody changes or removes what is in the trail, not even the system', async () => {
  for (const subject of ['noor', 'ruben', 'yasmina', null])
    for (const query of [`update audit set action = 'x'`, 'delete from audit', 'truncate audit'])
      await expect(rowsAs(subject, query)).rejects.toThrow('permission denied')
})

test('ACCESS-18: people write in their own name only', async () => {
  const write = (name: string) =>
    `insert into audit (id, at, staff_id, action, kind)
     values (gen_random_uuid(), now(), '${idOf(name)}', 'x', 'did')`
  await expect(rowsAs('noor', write('noor'))).resolves.toEqual([])
  await expect(rowsAs('noor', write('tarik'))).rejects.toThrow('row-level security')
})

test('ACCESS-19: one reads what one did and what is about oneself; officers read everything', async () => {
  await as('mieke').api('access.people', '?search=noor')
  const trail = async (subject: string, query = '') =>
    (await as(subject).api('access.audit', `?limit=200${query}`)).body.entries as {
      id: string
      staff: string
      about: { kind: string; id: string } | null
      name: string | null
    }[]
  for (const { staff, about } of await trail('noor'))
    expect([staff, about?.id]).toContain(idOf('noor'))
  const about = `&aboutKind=staff&aboutId=${idOf('noor')}`
  const aboutNoor = await trail('yasmina', about)
  expect(aboutNoor.length).toBeGreaterThan(0)
  expect(await trail('noor', about)).toHaveLength(aboutNoor.length)
  expect(await trail('tarik', about)).toEqual([])
  expect(new Set((await trail('ruben')).map(({ staff }) => staff)).size).toBe(everyone.length)
  const [newest] = await trail('yasmina', `&staff=${idOf('yasmina')}`)
  expect(newest).toMatchObject({ name: 'Yasmina Verwiel', about: { kind: 'audit' } })
})

test('ACCESS-19: the trail comes in pages, latest first', async () => {
  // Each of these reads leaves an entry of its own, so there are at least three.
  for (let i = 0; i < 3; i++) await as('yasmina').api('access.people')
  const page = async (query: string) => {
    const about = `staff=${idOf('yasmina')}&aboutKind=people&aboutId=`
    const { body } = await as('yasmina').api('access.audit', `?${about}${query}`)
    return body as { entries: { id: string }[]; more: boolean }
  }
  const all = await page('&limit=200')
  expect([all.entries.length, all.more]).toEqual([3, false])
  const first = await page('&limit=2')
  expect(first).toEqual({ entries: all.entries.slice(0, 2), more: true })
  const second = await page(`&limit=2&before=${first.entries[1]?.id}`)
  expect(second).toEqual({ entries: all.entries.slice(2), more: false })
})

test('ACCESS-19: a filter that is not whole, or too large a page, is refused', async () => {
  for (const query of ['?aboutKind=staff', '?limit=1000', '?limit=0', '?staff=noor', '?before=1'])
    expect((await as('ruben').api('access.audit', query)).status).toBe(400)
})

test('ACCESS-17: team leads list their people; agents have no list', async () => {
  const names = async (subject: string, query = '') =>
    ((await as(subject).api('access.people', query)).body.people as { givenName: string }[]).map(
      ({ givenName }) => givenName,
    )
  expect(await names('pieter')).toEqual(['Wout', 'Pieter', 'Ines'])
  expect(await names('ruben', '?search=wevel')).toEqual(['Noor'])
  expect(await names('ruben', '?search=%25')).toEqual([])
  expect((await as('noor').api('access.people')).status).toBe(403)
  expect((await as('nobody').api('access.people')).status).toBe(401)
})

test('ACCESS-20: what one may not have is in the trail', async () => {
  const contact = '01890000-0000-7000-8000-000000000001'
  expect((await as('noor').api('probe.hidden', `?contact=${contact}`)).status).toBe(403)
  expect((await as('mieke').api('probe.hidden', `?contact=${contact}`)).status).toBe(404)
  expect((await as('nobody').api('probe.hidden', `?contact=${contact}`)).status).toBe(401)
  const found = await rowsAs(
    'ruben',
    `select staff_id, action, kind from audit
    where subject_kind = 'contact' and subject_id = '${contact}' order by id`,
  )
  expect(found).toEqual([
    { staff_id: idOf('noor'), action: 'probe.hidden', kind: 'refused' },
    { staff_id: idOf('mieke'), action: 'probe.hidden', kind: 'refused' },
  ])
})
