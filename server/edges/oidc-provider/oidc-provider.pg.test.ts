import fastify from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../kit/testing.ts'
import { Browser, castMembers, openHouse, writeCodes } from '../../modules/access/testing.ts'
import { registerProvider } from './index.ts'

const database = await testDatabase()
await writeCodes(database)
let house = await openHouse({ database })
afterAll(() => house.close().then(database.drop))

test('ACCESS-21: it serves this machine only', async () => {
  const publicUrl = 'https://onthaal.example'
  const given = { db: house.db, clock: house.clock, publicUrl, cast: castMembers }
  await expect(registerProvider(fastify(), given)).rejects.toThrow('on this machine only')
})

test('ACCESS-21: it answers under no other name', async () => {
  const app = fastify()
  const given = { db: house.db, clock: house.clock, publicUrl: house.publicUrl, cast: castMembers }
  await registerProvider(app, given)
  const ask = (host: string, more = {}) =>
    app.inject({ url: '/oidc/.well-known/openid-configuration', headers: { host, ...more } })
  const ours = new URL(house.publicUrl).host
  expect((await ask('evil.example')).statusCode).toBe(421)
  expect((await ask('evil.example', { 'x-forwarded-host': ours })).statusCode).toBe(421)
  await app.close()
})

test('ACCESS-22: keys and sessions outlive a restart', async () => {
  const browser = new Browser(house.publicUrl)
  const keys = async () => (await browser.get('/oidc/jwks')).text()
  await browser.signIn('noor')
  const before = await keys()
  expect(before).not.toContain('"d"')
  const { port } = house
  await house.close()
  house = await openHouse({ database, port })
  expect(await keys()).toBe(before)
  expect((await browser.api('access.me')).status).toBe(200)
  // Still known at the provider: no list to choose from.
  browser.cookies.delete('onthaal')
  const { last } = await browser.follow(await browser.get('/sign-in?return=/desk/'), (address) =>
    address.endsWith('/desk/'),
  )
  expect(last).toBe(`${house.publicUrl}/desk/`)
})

test('ACCESS-22: nodes that start at the same moment agree on the keys', async () => {
  const fresh = await testDatabase()
  const houses = await Promise.all([1, 2, 3].map(() => openHouse({ database: fresh })))
  const keys = await Promise.all(
    houses.map(async ({ publicUrl }) => (await fetch(`${publicUrl}/oidc/jwks`)).text()),
  )
  expect(new Set(keys).size).toBe(1)
  await Promise.all(houses.map((one) => one.close()))
  await fresh.drop()
})

test('ACCESS-23: the list names the whole cast, one button each, and runs nothing', async () => {
  const browser = new Browser(house.publicUrl)
  const page = await browser.get(await browser.toList())
  const html = await page.text()
  expect(html).toContain('Wie bent u vandaag?')
  for (const { subject, familyName } of castMembers) {
    expect(html).toContain(`<button name="subject" value="${subject}"`)
    expect(html).toContain(familyName)
  }
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain(`default-src 'none'`)
  expect(policy).toContain(`script-src 'none'`)
  expect(policy).toMatch(/style-src 'sha256-[^']+'(;|$)/)
  expect(page.headers.get('cache-control')).toBe('no-store')
})

test('ACCESS-23: a choice that is none, or belongs to another browser, signs nobody in', async () => {
  const [browser, other] = [new Browser(house.publicUrl), new Browser(house.publicUrl)]
  const list = await browser.toList()
  expect((await browser.post(list, { subject: 'nobody' })).status).toBe(400)
  expect((await browser.post(list, {})).status).toBe(400)
  expect((await other.post(list, { subject: 'noor' })).status).toBe(400)
  expect((await browser.post(list, { subject: 'noor' })).status).toBe(303)
})

test('ACCESS-21: only our client, and only its own addresses', async () => {
  const browser = new Browser(house.publicUrl)
  const begun = await browser.get('/sign-in')
  const asked = new URL(begun.headers.get('location') ?? '')
  const changed = async (name: string, value: string) => {
    const other = new URL(asked)
    if (value) other.searchParams.set(name, value)
    else other.searchParams.delete(name)
    return browser.get(other.href, { accept: 'text/html' })
  }
  for (const [name, value] of [
    ['redirect_uri', 'https://evil.example/'],
    ['client_id', 'other'],
  ] as const) {
    const refused = await changed(name, value)
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('Aanmelden lukt niet')
    expect(refused.headers.get('content-security-policy')).toContain(`script-src 'none'`)
  }
  const withoutProof = await changed('code_challenge', '')
  expect(withoutProof.headers.get('location')).toContain('error=invalid_request')
})
