import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../kit/testing.ts'
import {
  type ForeignPeople,
  foreignClient,
  openForeignProvider,
} from './foreign-provider.testing.ts'
import { ask, Browser, freePort, openHouse, writeCodes } from './testing.ts'

const database = await testDatabase()
await writeCodes(database)
const port = await freePort()
const people: ForeignPeople = {
  k4711: {
    name: 'Mira Sol',
    realm: { groups: ['Medewerker:OVO900310', 'printers', 'administrator'] },
  },
  boss: {
    given_name: 'Ada',
    family_name: 'Eerst',
    email: 'Ada.Eerst@service.example',
    email_verified: true,
  },
  copy: { email: 'ada.eerst@service.example', email_verified: true },
  claims: { email: 'ada.eerst@service.example', email_verified: false },
}
const provider = await openForeignProvider(`http://localhost:${port}`, people)
const settings = {
  ...foreignClient,
  issuer: provider.issuer,
  roleClaim: 'realm.groups',
  claimMap: { Medewerker: 'agent' },
  adminEmail: 'ada.eerst@service.example',
}
let house = await openHouse({ database, port, settings })
afterAll(async () => {
  await house.close()
  await provider.close()
  await database.drop()
})

async function signIn(subject: string) {
  const browser = new Browser(house.publicUrl)
  const { response } = await browser.follow(
    await browser.get('/sign-in?return=/desk/'),
    (address) => address.includes('/who/'),
  )
  const picked = `${new URL(response.headers.get('location') ?? '', provider.issuer)}?is=${subject}`
  const back = await browser.follow(await browser.get(picked), (at) => at.includes('/sign-in/done'))
  return { browser, done: await browser.get(back.last) }
}

const actions = () =>
  ask(database.superUrl, async (client) => {
    const { rows } = await client.query('select action, kind, detail from audit order by id')
    return rows as { action: string; kind: string; detail: Record<string, unknown> }[]
  })

test('ACCESS-1: another provider, with a secret and claims of its own, by configuration alone', async () => {
  const { browser, done } = await signIn('k4711')
  expect(done.headers.get('location')).toBe('/desk/')
  const { body } = await browser.api('access.me')
  expect(body).toMatchObject({
    givenName: 'Mira Sol',
    familyName: '',
    grants: [{ role: 'agent', scopeKind: 'operator', scopeCode: 'OVO900310' }],
  })
  const out = await browser.post('/sign-out')
  expect(out.headers.get('location')).toBe(`${house.publicUrl}/`)
  expect((await browser.api('access.me')).status).toBe(401)
})

test('ACCESS-13: what the provider says and we do not know gives nothing, and is in the trail', async () => {
  await signIn('k4711')
  const last = (await actions()).at(-1)
  expect(last).toMatchObject({ action: 'access.unknownRole', kind: 'refused' })
  expect(last?.detail).toEqual({ values: ['printers', 'administrator'], count: 2 })
})

test('ACCESS-16: only the first person with the address, and a verified one, becomes administrator', async () => {
  expect((await signIn('claims')).done.status).toBe(403)
  const { browser, done } = await signIn('boss')
  expect(done.status).toBe(303)
  const everything = [{ role: 'administrator', scopeKind: 'all', scopeCode: '' }]
  expect((await browser.api('access.me')).body).toMatchObject({ grants: everything })
  expect((await signIn('copy')).done.status).toBe(403)
  const again = await signIn('boss')
  expect((await again.browser.api('access.me')).body).toMatchObject({ grants: everything })
  const made = (await actions()).filter(({ action }) => action === 'access.firstAdministrator')
  expect(made).toHaveLength(1)
})

test('ACCESS-5: a provider that is away is a sentence, not an error', async () => {
  const away = await openHouse({
    database,
    settings: { ...settings, issuer: `http://localhost:${await freePort()}` },
  })
  try {
    const refused = await new Browser(away.publicUrl).get('/sign-in')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60'])
    const page = await refused.text()
    expect(page).toContain('access.providerAway')
    expect(page).toContain('De aanmelddienst antwoordt niet')
  } finally {
    await away.close()
  }
})

test('ACCESS-16: without the setting the first administrator is one no longer', async () => {
  const { adminEmail: _, ...without } = settings
  await house.close()
  house = await openHouse({ database, port, settings: without })
  expect((await signIn('boss')).done.status).toBe(403)
})
