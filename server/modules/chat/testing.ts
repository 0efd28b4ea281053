import { randomBytes, randomUUID } from 'node:crypto'
import websocket from '@fastify/websocket'
import fastify, { type FastifyRequest } from 'fastify'
import { townIds } from '../../../town/ids.ts'
import { seedTown } from '../../../town/seed.ts'
import { answerErrors } from '../../kit/answer-errors.ts'
import { MovableClock } from '../../kit/clock.ts'
import type { Input, Operation, Output } from '../../kit/contract.ts'
import { Db } from '../../kit/db.ts'
import { type AuditEntry, type Caller, mount, type Route } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { Live } from '../../kit/live.ts'
import { Presence } from '../../kit/presence.ts'
import { testDatabase } from '../../kit/testing.ts'
import { Wakes } from '../../kit/wake.ts'
import { SettingsCache } from '../clients/index.ts'
import { routes as contactRoutes, readContact, record } from '../contacts/index.ts'
import { createChat } from './chat.ts'
import { startChat } from './contract.ts'

/** A Tuesday on which every line is open. */
export const openMoment = Date.parse('2026-11-24T10:00:00+01:00')

export type ChatHouse = Awaited<ReturnType<typeof chatHouse>>

/** Who asks in a test: a citizen by their key, or one of the cast by their subject. */
export type As = { token: string } | { staff: string } | undefined

/** A server with the town, chat and the live channel, on a clock that stands still. */
export async function chatHouse() {
  const database = await testDatabase()
  await seedTown({ ownerUrl: database.ownerUrl, issuer: 'https://issuer.example', now: openMoment })
  const db = new Db(database.url)
  const clock = new MovableClock(openMoment)
  const wakes = new Wakes(db, database.url)
  await wakes.start()
  const cache = new SettingsCache(db, clock, wakes)
  await cache.start()
  const trail: AuditEntry[] = []
  const audit = async (_tx: unknown, entry: AuditEntry) => void trail.push(entry)
  const chat = createChat({ db, clock, cache, dataKey: randomBytes(32), audit })
  const faults: unknown[] = []
  const presence = new Presence(db, clock, (error) => faults.push(error))
  presence.add(chat.presence)
  await presence.start('test')
  const authenticate = async (request: FastifyRequest, token: string | null): Promise<Caller> =>
    (await chat.authenticate(request, token)) ?? staffIn(request)
  const sameOrigin = () => true
  const live = new Live({
    db,
    wakes,
    presence,
    authenticate,
    streams: chat.streams,
    sameOrigin,
    onError: (error) => faults.push(error),
  })
  const app = fastify({ bodyLimit: 64 * 1024 })
  answerErrors(app)
  const byRequest = (request: FastifyRequest) => authenticate(request, null)
  const routes: Route[] = [...chat.routes, ...contactRoutes(clock)]
  await app.register(websocket)
  mount(app, { db, clock, authenticate: byRequest, audit, sameOrigin }, routes)
  chat.register(app, byRequest)
  app.get('/live', { websocket: true }, (socket, request) => live.accept(socket, request))
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const close = async () => {
    live.close()
    await presence.stop()
    await app.close()
    cache.stop()
    await wakes.close()
    await db.close()
    await database.drop()
  }
  return { database, db, clock, cache, chat, presence, app, url, faults, trail, close }
}

/** The staff member whom a request names; a test needs no sign-in. */
function staffIn(request: FastifyRequest): Caller {
  const subject = request.headers['x-staff']
  if (typeof subject !== 'string') return { kind: 'nobody' }
  const grants = (['agent', 'supervisor'] as const).map((role) => ({
    role,
    scopeKind: 'all' as const,
    scopeCode: '',
  }))
  return { kind: 'staff', id: townIds.staff(subject), grants }
}

export function headersOf(as: As): Record<string, string> {
  if (!as) return {}
  return 'token' in as ? { authorization: `Bearer ${as.token}` } : { 'x-staff': as.staff }
}

/** Asks for an operation; the answer, or the code and status of the refusal. */
export async function ask<P extends Operation>(
  house: ChatHouse,
  operation: P,
  input: Input<P>,
  as?: As,
  key: string = randomUUID(),
): Promise<{ status: number; body: Output<P>; refusal?: string; raw: Record<string, unknown> }> {
  const read = operation.kind === 'read'
  const { statusCode, body } = await house.app.inject({
    method: read ? 'GET' : 'POST',
    url: `/api/${operation.name}`,
    headers: { ...headersOf(as), 'idempotency-key': key, 'accept-language': 'nl' },
    ...(read ? { query: input as Record<string, string> } : { payload: input as object }),
  })
  const raw = JSON.parse(body)
  return { status: statusCode, body: raw, refusal: raw.refusal, raw }
}

export const newToken = (): string => randomBytes(32).toString('base64url')

export interface Started {
  contact: string
  reference: string
  token: string
}

/** Starts a chat on the general line and gives the citizen's key with it. */
export async function start(
  house: ChatHouse,
  input: Partial<Input<typeof startChat>> = {},
): Promise<Started> {
  const token = newToken()
  const whole = { token, line: '1700', theme: null, language: 'nl' as const, message: null }
  const { body, raw } = await ask(house, startChat, { ...whole, ...input })
  if (!body.opened) throw new Error(`not opened: ${JSON.stringify(raw)}`)
  return { contact: body.contact, reference: body.reference, token }
}

/** Lets an agent be offered a contact and take it; gives the engagement. */
export async function take(house: ChatHouse, contact: string, subject: string): Promise<string> {
  const { db, clock } = house
  const staff = townIds.staff(subject)
  const engagement = newId()
  await db.as({ kind: 'system', name: 'test' }, async (tx) => {
    const { queue } = (await readContact(tx, contact)) ?? { queue: '' }
    const data = { staff, operator: null, queue, until: null }
    const router = { kind: 'system', id: 'test' } as const
    await record(tx, clock, contact, router, { type: 'offered', data, engagement, key: newId() })
    const by = { kind: 'staff', id: staff } as const
    await record(tx, clock, contact, by, { type: 'accepted', data: {}, engagement, key: newId() })
  })
  return engagement
}
