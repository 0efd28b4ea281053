import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '../../kit/must.ts'
import { finish } from '../contacts/contract.ts'
import { conversation, maxFileMb, sendFile } from './contract.ts'
import { jpeg, pdf, png } from './sample-files.ts'
import {
  type As,
  ask,
  type ChatHouse,
  chatHouse,
  headersOf,
  newToken,
  start,
  take,
} from './testing.ts'

let house: ChatHouse
beforeAll(async () => {
  house = await chatHouse()
})
afterAll(() => house.close())

const send = (contact: string, bytes: Buffer, as: As, name = 'foto.png', id = randomUUID()) =>
  ask(house, sendFile, { contact, id, name, content: bytes.toString('base64') }, as)
const fetchFile = (id: string, as?: As) =>
  house.app.inject({ url: `/files/${id}`, headers: headersOf(as) })
const messagesOf = async (contact: string) =>
  (await ask(house, conversation, { contact }, { staff: 'noor' })).body.messages

describe('CHAT-19: what can be sent', () => {
  test('an image and a PDF from both sides, as messages in the conversation', async () => {
    const { contact, token } = await start(house)
    await take(house, contact, 'noor')
    expect((await send(contact, png, { token })).body.number).toBe(1)
    expect((await send(contact, pdf, { staff: 'noor' }, 'brief.pdf')).body.number).toBe(2)
    expect((await messagesOf(contact)).map(({ author, file }) => [author, file])).toMatchObject([
      ['citizen', { name: 'foto.png', type: 'image/png', size: png.length }],
      ['agent', { name: 'brief.pdf', type: 'application/pdf', size: pdf.length }],
    ])
  })

  test('sent twice, a file is there once', async () => {
    const { contact, token } = await start(house)
    const id = randomUUID()
    const answers = await Promise.all(
      [1, 2, 3].map(() => send(contact, jpeg, { token }, 'a.jpg', id)),
    )
    expect(answers.map(({ body }) => body.number)).toEqual([1, 1, 1])
    expect(await messagesOf(contact)).toHaveLength(1)
  })

  test('anything else is refused, and nothing is stored', async () => {
    const { contact, token } = await start(house)
    const refused = async (bytes: Buffer) => (await send(contact, bytes, { token })).refusal
    expect(await refused(Buffer.from('<svg onload=alert(1)>'))).toBe('chat.fileType')
    const both = Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>')])
    expect(await refused(both)).toBe('chat.fileType')
    const large = Buffer.concat([jpeg, Buffer.alloc(maxFileMb * 1_048_576)])
    expect(await refused(large)).toBe('chat.fileTooLarge')
    const enormous = Buffer.alloc(2 * maxFileMb * 1_048_576)
    expect(await refused(enormous)).toBe('kit.tooLarge')
    const input = { contact, id: randomUUID(), name: 'x', content: 'geen base64!' }
    expect((await ask(house, sendFile, input, { token })).status).toBe(400)
    expect(await messagesOf(contact)).toEqual([])
    const files = await house.db.as({ kind: 'system', name: 'test' }, (tx) =>
      tx.q.selectFrom('file').select('id').where('contact_id', '=', contact).execute(),
    )
    expect(files).toEqual([])
  })

  test('only in one’s own conversation, while it goes on', async () => {
    const [mine, other] = [await start(house), await start(house)]
    const engagement = await take(house, mine.contact, 'noor')
    expect((await send(other.contact, png, { token: mine.token })).status).toBe(404)
    expect((await send(mine.contact, png, { staff: 'tarik' })).refusal).toBe('contacts.notYours')
    expect((await send(mine.contact, png, { staff: 'wout' })).status).toBe(404)
    await ask(house, finish, { contact: mine.contact, engagement }, { staff: 'noor' })
    const late = await send(mine.contact, png, { token: mine.token })
    expect(late.refusal).toBe('contacts.conversationOver')
    expect(await messagesOf(other.contact)).toEqual([])
  })
})

describe('CHAT-20: what is served', () => {
  test('the same bytes, in a way that a browser runs nothing of', async () => {
    const { contact, token } = await start(house)
    await send(contact, png, { token }, 'mijn foto (1).png')
    await send(contact, pdf, { token }, 'brief.pdf')
    const [image, letter] = (await messagesOf(contact)).map(({ file }) => must(file))
    const shown = await fetchFile(must(image).id, { token })
    expect(shown.rawPayload).toEqual(png)
    expect(shown.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': `inline; filename*=UTF-8''mijn%20foto%20%281%29.png`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
    const saved = await fetchFile(must(letter).id, { staff: 'noor' })
    expect(saved.rawPayload).toEqual(pdf)
    expect(saved.headers['content-disposition']).toMatch(/^attachment;/)
  })

  test('for those who see the contact only', async () => {
    const { contact, token } = await start(house)
    const other = await start(house)
    await send(contact, png, { token })
    const { id } = must((await messagesOf(contact))[0]?.file)
    const statusFor = async (as?: As) => (await fetchFile(id, as)).statusCode
    expect(await statusFor({ staff: 'tarik' })).toBe(200)
    expect(house.trail.at(-1)).toMatchObject({ action: 'chat.file', about: { id: contact } })
    expect(await statusFor({ staff: 'wout' })).toBe(404)
    expect(await statusFor({ token: other.token })).toBe(404)
    expect(await statusFor({ token: newToken() })).toBe(401)
    expect(await statusFor()).toBe(401)
    expect((await fetchFile('x', { token })).statusCode).toBe(404)
    expect((await fetchFile(randomUUID(), { token })).statusCode).toBe(404)
  })

  test('in the database it is sealed', async () => {
    const { contact, token } = await start(house)
    await send(contact, pdf, { token })
    const rows = await house.db.as({ kind: 'system', name: 'test' }, (tx) =>
      tx.q.selectFrom('file').select('content').where('contact_id', '=', contact).execute(),
    )
    expect(rows).toHaveLength(1)
    expect(must(rows[0]?.content).includes('PDF')).toBe(false)
  })

  test('a page of another site may ask for it with the citizen’s key', async () => {
    const { statusCode, headers } = await house.app.inject({ method: 'OPTIONS', url: '/files/x' })
    expect(statusCode).toBe(204)
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'authorization',
    })
  })
})
