import cookie from '@fastify/cookie'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { Cookies } from './cookies.ts'
import { newSecret } from './session.ts'

async function headersOf(publicUrl: string): Promise<string[]> {
  const cookies = new Cookies(publicUrl)
  const app = fastify()
  await app.register(cookie)
  app.get('/', async (_request, reply) => {
    cookies.setSession(reply, newSecret())
    cookies.setAttempt(reply, newSecret())
    return ''
  })
  const { headers } = await app.inject('/')
  return [headers['set-cookie'] ?? []].flat().map((line) => line.replace(/=[\w-]{43};/, '=…;'))
}

test('ACCESS-6: over https the cookies are for this host, and over https only', async () => {
  expect(await headersOf('https://onthaal.example')).toEqual([
    '__Host-onthaal=…; Path=/; HttpOnly; Secure; SameSite=Lax',
    '__Host-onthaal-sign-in=…; Max-Age=600; Path=/; HttpOnly; Secure; SameSite=Lax',
  ])
})

test('ACCESS-6: over http, on this machine, they go without', async () => {
  expect(await headersOf('http://localhost:1700')).toEqual([
    'onthaal=…; Path=/; HttpOnly; SameSite=Lax',
    'onthaal-sign-in=…; Max-Age=600; Path=/; HttpOnly; SameSite=Lax',
  ])
})
