import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../server/kit/ids.ts'
import { must } from '../server/kit/must.ts'
import { me } from '../server/modules/access/contract.ts'
import { sendFile } from '../server/modules/chat/contract.ts'
import { setStatus } from '../server/modules/routing/contract.ts'
import { send, write } from './attack.ts'
import { type Citizen, type House, openHouse, Person } from './house.ts'

// The door: cookies, other websites, caches, frames, files.

let house: House
let daan: Person
let citizen: Citizen
beforeAll(async () => {
  house = await openHouse()
  daan = await Person.staff(house.url, 'daan')
  citizen = await Person.citizen(house.url)
}, 60_000)
afterAll(() => house.close())

/** Which operations any website may use. */
const open = [
  'clients.contactOptions',
  'chat.startChat',
  'chat.say',
  'chat.leaveChat',
  'chat.rateChat',
  'chat.sendFile',
  'chat.conversation',
]

describe('the session', () => {
  const name = 'onthaal'
  const asks = (cookie: string) => send(house.url, `/api/${me.name}`, { headers: { cookie } })

  test('tampered with, cut, doubled or made up, it is nobody’s', async () => {
    const value = must(daan.browser.cookies.get(name))
    expect((await asks(`${name}=${value}`)).status).toBe(200)
    const flipped = (value.startsWith('A') ? 'B' : 'A') + value.slice(1)
    const made = randomBytes(32).toString('base64url')
    for (const wrong of [
      flipped,
      value.slice(1),
      `${value}A`,
      made,
      '',
      '%00',
      "' or '1'='1",
      `s:${value}`,
      'x'.repeat(4_000),
    ])
      expect([wrong, (await asks(`${name}=${wrong}`)).status]).toEqual([wrong, 401])
    for (const other of ['__proto__', 'constructor', `__Host-${name}`, name.toUpperCase()])
      expect((await asks(`${other}=${value}`)).status).toBe(401)
    expect((await asks(`a=1; ; =; ${name}=${value}`)).status).toBe(200)
  })

  test('the key of a citizen is not a session, nor a session a key', async () => {
    const value = must(daan.browser.cookies.get(name))
    expect((await asks(`${name}=${citizen.token}`)).status).toBe(401)
    for (const authorization of [
      `Bearer ${value}`,
      'Bearer ',
      'Basic x',
      `Bearer ${citizen.token}x`,
    ]) {
      const { status } = await send(
        house.url,
        `/api/chat.conversation?contact=${citizen.contact}`,
        { headers: { authorization } },
      )
      expect([authorization, status]).toEqual([authorization, 401])
    }
  })
})

describe('other websites', () => {
  test('ACCESS-9: nothing is written in the name of staff from elsewhere', async () => {
    const from: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `${house.url}.evil.example` },
      { origin: house.url.replace('http', 'https') },
      { origin: house.url, 'sec-fetch-site': 'cross-site' },
      { origin: house.url, 'sec-fetch-site': 'same-site' },
      { origin: '' },
    ]
    for (const headers of from) {
      const { status, body } = await write(daan, setStatus.name, { status: 'available' }, headers)
      expect([headers, status, body.refusal]).toEqual([headers, 403, 'kit.wrongOrigin'])
    }
    const plain = { origin: 'https://evil.example', 'content-type': 'text/plain' }
    expect(
      (await write(daan, setStatus.name, { status: 'available' }, plain)).status,
    ).toBeGreaterThanOrEqual(400)
    expect(
      (
        await send(house.url, '/sign-out', {
          who: daan,
          method: 'POST',
          headers: { origin: 'https://evil.example' },
        })
      ).status,
    ).toBe(403)
    expect((await daan.try(me, {})).status).toBe(200)
  })

  test('may read what the widget needs, never with a cookie, and nothing of staff', async () => {
    const origin = 'https://stad.example'
    for (const name of [
      'access.me',
      'access.people',
      'access.audit',
      'clients.lines',
      'contacts.timeline',
      'routing.setStatus',
      ...open,
    ]) {
      const { headers } = await send(house.url, `/api/${name}`, { who: daan, headers: { origin } })
      const allowed = open.includes(name)
      expect([name, headers.get('access-control-allow-origin')]).toEqual([
        name,
        allowed ? '*' : null,
      ])
      expect(headers.get('cross-origin-resource-policy')).toBe(
        allowed ? 'cross-origin' : 'same-origin',
      )
      expect(headers.get('access-control-allow-credentials')).toBeNull()
      const asked = {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'idempotency-key',
        },
      }
      const before = await send(house.url, `/api/${name}`, asked)
      expect([name, before.status]).toEqual([name, allowed ? 204 : 404])
    }
  })
})

test('nothing of anybody is kept by a cache, refusals included', async () => {
  for (const [path, who] of [
    ['/api/access.me', daan],
    ['/api/access.me', undefined],
    ['/api/clients.lines', daan],
    [`/api/chat.conversation?contact=${citizen.contact}`, citizen],
    [`/api/chat.conversation?contact=${newId()}`, citizen],
    ['/api/clients.contactOptions?language=xx', undefined],
    ['/sign-in', undefined],
    ['/health', undefined],
  ] as const) {
    const { headers } = await send(house.url, path, who ? { who } : {})
    expect([path, headers.get('cache-control')]).toEqual([path, 'no-store'])
  }
  const { headers } = await send(house.url, '/api/clients.contactOptions', { who: daan })
  expect(headers.get('cache-control')).toBe('public, max-age=15')
  expect(headers.get('set-cookie')).toBeNull()
})

test('no page of ours stands in a frame, is guessed at, or says what it runs on', async () => {
  for (const path of [
    '/',
    '/desk/',
    '/regie/',
    '/sign-in/done?state=x',
    '/oidc/none',
    '/none',
    '/api/access.me',
  ]) {
    const { headers } = await send(house.url, path, { headers: { accept: 'text/html' } })
    expect([path, headers.get('content-security-policy')]).toEqual([
      path,
      expect.stringContaining("frame-ancestors 'none'"),
    ])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect([headers.get('server'), headers.get('x-powered-by')]).toEqual([null, null])
  }
})

describe('files', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const put = (name: string, content: Buffer) =>
    citizen.try(sendFile, {
      contact: citizen.contact,
      id: newId(),
      name,
      content: content.toString('base64'),
    })

  test('CHAT-19: whatever it is called, what is not whole and only a picture or a PDF is refused', async () => {
    const pdf = Buffer.from('%PDF-1.7\n%%EOF\n')
    const wrong: Buffer[] = [
      Buffer.alloc(0),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      Buffer.from('<!doctype html><script>alert(1)</script>'),
      Buffer.from('MZ\x90\x00'),
      Buffer.from('PK\x03\x04'),
      Buffer.from('GIF89a'),
      Buffer.concat([png, Buffer.from('<script>alert(1)</script>')]),
      Buffer.concat([pdf, Buffer.from('PK\x05\x06'), Buffer.alloc(18)]),
      Buffer.concat([Buffer.from('<html>'), pdf]),
      png.subarray(0, 20),
    ]
    for (const content of wrong)
      for (const name of ['foto.png', 'stuk.pdf']) {
        const { status, body } = await put(name, content)
        expect([content.toString('latin1', 0, 12), status, body.refusal]).toEqual([
          content.toString('latin1', 0, 12),
          415,
          'chat.fileType',
        ])
      }
  })

  test('CHAT-20: a name is only a name, wherever it leads and whatever it holds', async () => {
    for (const name of [
      '../../etc/passwd',
      'C:\\x\\y.exe',
      'a\r\nset-cookie: x=1',
      '"; filename=x.html',
      '\u202egnp.exe',
      '....',
      '',
      'é😀\ufffd.png',
      'x'.repeat(200),
    ]) {
      const { status } = await put(name, png)
      expect([name, status]).toEqual([name, 200])
    }
    const { text } = await send(house.url, `/api/chat.conversation?contact=${citizen.contact}`, {
      who: citizen,
    })
    const { messages } = JSON.parse(text) as { messages: { file: { id: string; name: string } }[] }
    expect(messages.length).toBe(9)
    for (const { file } of messages) {
      expect(file.name).toMatch(/^[^\\/"<>\r\n\u202e]{1,100}\.png$/)
      const { status, headers } = await send(house.url, `/files/${file.id}`, { who: citizen })
      expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([
        200,
        'image/png',
        'nosniff',
      ])
      expect(headers.get('content-security-policy')).toContain('sandbox')
      expect(headers.get('set-cookie')).toBeNull()
      expect((await send(house.url, `/files/${file.id}`)).status).toBe(401)
      expect((await send(house.url, `/files/${file.id}?token=${citizen.token}`)).status).toBe(401)
    }
  })
})
