import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cast } from '../../../town/cast.ts'
import { townIds } from '../../../town/ids.ts'
import { seedTown } from '../../../town/seed.ts'
import { answerErrors } from '../../kit/answer-errors.ts'
import { MovableClock } from '../../kit/clock.ts'
import { Db } from '../../kit/db.ts'
import { type Caller, mount } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { must } from '../../kit/must.ts'
import { testDatabase } from '../../kit/testing.ts'
import { Wakes } from '../../kit/wake.ts'
import { closeLine } from './close-line.ts'
import type { ContactLine, ContactOptions } from './contract.ts'
import { at } from './hours-sample.ts'
import { routes } from './http.ts'
import { SettingsCache } from './settings-cache.ts'

const database = await testDatabase()
const db = new Db(database.url)
const clock = new MovableClock(at('2026-11-23T10:00'))
const wakes = new Wakes(db, database.url)
const cache = new SettingsCache(db, clock, wakes)
let app: FastifyInstance

beforeAll(async () => {
  await seedTown({ ownerUrl: database.ownerUrl, issuer: 'https://id.example', now: clock.now() })
  await cache.start()
  app = fastify()
  answerErrors(app)
  const authenticate = async ({ headers }: { headers: Record<string, unknown> }) =>
    callerNamed(String(headers.who ?? ''))
  const house = { db, clock, authenticate, audit: async () => {}, sameOrigin: () => true }
  mount(app, house, routes(cache, clock))
})
afterAll(async () => {
  cache.stop()
  await app.close()
  await wakes.close()
  await db.close()
  await database.drop()
})

function callerNamed(who: string): Caller {
  const staff = cast.find(({ subject }) => subject === who)
  if (!staff) return { kind: 'nobody' }
  const grants = staff.grants.map(({ role, scope }) => ({
    role,
    scopeKind: scope.kind,
    scopeCode: scope.kind === 'all' ? '' : scope.code,
  }))
  return { kind: 'staff', id: townIds.staff(who), grants }
}

async function read(name: string, query: Record<string, string> = {}, who = '') {
  const address = `/api/clients.${name}?${new URLSearchParams(query)}`
  const answer = await app.inject({ url: address, headers: { who } })
  return { status: answer.statusCode, body: answer.json(), headers: answer.headers }
}

async function write(name: string, payload: object, who = '', key = newId()) {
  const headers = { who, 'idempotency-key': key }
  const url = `/api/clients.${name}`
  const answer = await app.inject({ method: 'POST', url, payload, headers })
  await cache.refresh()
  return { status: answer.statusCode, body: answer.json() }
}

async function options(query: Record<string, string> = {}): Promise<ContactOptions> {
  return (await read('contactOptions', query)).body
}

const lineOf = ({ lines }: ContactOptions, code: string): ContactLine =>
  must(lines.find((line) => line.code === code))
const channelStates = ({ channels }: ContactLine) =>
  Object.fromEntries(channels.map(({ channel, state }) => [channel, state]))

function setClock(local: string): void {
  clock.forward(Math.max(0, at(local) - clock.now()))
  expect(clock.now()).toBe(at(local))
}

describe('contact options', () => {
  test('CLIENTS-26: the department’s own lines first, then the general one', async () => {
    const roads = await options({ department: 'OVO900140' })
    expect(roads.department).toMatchObject({
      code: 'OVO900140',
      name: 'Departement Wegen en Vervoer',
    })
    expect(roads.lines.map(({ code, own }) => [code, own])).toEqual([
      ['wegenlijn', true],
      ['1700', false],
    ])
    const housing = await options({ department: 'OVO900110' })
    expect(housing.lines.map(({ code }) => code)).toEqual(['1700'])
    const unknown = await options({ department: 'OVO000000' })
    expect(unknown).toMatchObject({ department: null, lines: [{ code: '1700' }] })
    expect((await options()).lines).toHaveLength(1)
  })

  test('CLIENTS-35: every line with whose it is, the general one first', async () => {
    const { status, body } = await read('publicLines', { language: 'en' })
    expect(status).toBe(200)
    const whose = body.lines.map((line: { code: string; department: { code: string } | null }) => [
      line.code,
      line.department?.code ?? null,
    ])
    expect(whose[0]).toEqual(['1700', null])
    expect(new Map(whose).get('wegenlijn')).toBe('OVO900140')
    expect(whose).toHaveLength(4)
  })

  test('CLIENTS-27: every text in the language asked for', async () => {
    const french = await options({ department: 'OVO900160', language: 'fr' })
    const line = lineOf(french, 'gezinslijn')
    expect(line.name).toBe('Ligne Famille')
    expect(line.themes.map(({ name }) => name)).toEqual([
      'Allocation pour enfant',
      'Accueil d’enfants',
    ])
    expect(line.phone).toMatchObject({
      local: '02 000 21 00',
      international: '+32 2 000 21 00',
      cost: 'Vous payez le prix d’un appel national ordinaire.',
    })
    expect(french.emergencyNumbers[0]).toMatchObject({ number: '112' })
    expect((await read('contactOptions', { language: 'es' })).status).toBe(400)
  })

  test('CLIENTS-28: open, with when it closes and the hours of today', async () => {
    const line = lineOf(await options(), '1700')
    expect(line).toMatchObject({
      state: 'open',
      because: null,
      closedText: null,
      closesAt: at('2026-11-23T19:00'),
      nextOpening: null,
      today: { date: '2026-11-23', periods: [{ from: '09:00', to: '19:00' }], text: null },
    })
    expect(channelStates(line)).toEqual({ chat: 'open', call: 'open', written: 'open' })
  })

  test('CLIENTS-29: a chat only in a language that is staffed', async () => {
    const can = async (language: string) =>
      lineOf(await options({ department: 'OVO900160', language }), 'gezinslijn').canStartChat
    expect([await can('nl'), await can('fr'), await can('de')]).toEqual([true, true, false])
  })

  test('CLIENTS-30: the same for everyone, to be kept for 15 s', async () => {
    const nobody = await read('contactOptions')
    expect(nobody.headers['cache-control']).toBe('public, max-age=15')
    expect((await read('contactOptions', {}, 'ruben')).body).toEqual(nobody.body)
    expect((await read('lines', {}, 'ruben')).headers['cache-control']).toBe('no-store')
  })

  test('CLIENTS-28: closed at 19 h sharp, and exceptionally on the day of an exception', async () => {
    setClock('2026-11-23T18:59:59.999')
    expect(lineOf(await options(), '1700').canStartChat).toBe(true)
    setClock('2026-11-23T19:00')
    const evening = lineOf(await options(), '1700')
    expect(evening).toMatchObject({
      state: 'closed',
      because: 'outsideHours',
      canStartChat: false,
      closesAt: null,
      nextOpening: at('2026-11-24T09:00'),
      closedText: 'Wij zijn nu gesloten. U bereikt ons elke werkdag van 9 tot 19 uur.',
    })
    expect(channelStates(evening)).toEqual({ chat: 'closed', call: 'closed', written: 'open' })
    setClock('2026-12-24T16:30')
    const eve = lineOf(await options({ language: 'en' }), '1700')
    expect(eve).toMatchObject({ state: 'exceptionallyClosed', because: 'exception' })
    expect(eve.closedText).toBe('On 24 December we are open from 9 a.m. to 4 p.m.')
    setClock('2026-12-25T10:00')
    expect(lineOf(await options(), '1700')).toMatchObject({ state: 'closed', because: 'holiday' })
  })
})

describe('closing a line at once', () => {
  const line = townIds.line('1700')
  const text = { nl: 'Er is een stroompanne.', fr: 'Panne de courant.' }
  const closing = { line, text, until: null, reason: 'Stroom weg in Harelstede' }
  const reopening = { line, reason: 'Stroom terug' }
  const state = async () => lineOf(await options({ language: 'fr' }), '1700').state

  test('CLIENTS-31: closes and opens again, with the text in each language', async () => {
    setClock('2027-01-04T10:00')
    const first = await write('closeLine', closing, 'mieke')
    expect(first.status).toBe(200)
    const closed = lineOf(await options({ language: 'fr' }), '1700')
    expect(closed).toMatchObject({
      state: 'exceptionallyClosed',
      because: 'emergency',
      closedText: 'Panne de courant.',
      nextOpening: null,
      canStartChat: false,
    })
    const { lines } = (await read('lines', {}, 'noor')).body
    expect(lines.find(({ id }: { id: string }) => id === line)).toMatchObject({
      mayClose: false,
      closure: { by: townIds.staff('mieke'), since: clock.now(), text },
    })
    expect(await write('closeLine', closing, 'vera')).toMatchObject({
      status: 409,
      body: { refusal: 'clients.lineAlreadyClosed' },
    })
    clock.forward(1000)
    expect((await write('reopenLine', reopening, 'ruben')).status).toBe(200)
    expect(await state()).toBe('open')
    expect(await write('reopenLine', reopening, 'mieke')).toMatchObject({
      status: 409,
      body: { refusal: 'clients.lineNotClosed' },
    })
  })

  test('CLIENTS-31: a closure that has an end ends by itself, to the millisecond', async () => {
    const until = clock.now() + 90_001
    expect((await write('closeLine', { ...closing, until }, 'mieke')).status).toBe(200)
    expect(lineOf(await options(), '1700').nextOpening).toBe(until)
    clock.forward(90_000)
    expect(await state()).toBe('exceptionallyClosed')
    clock.forward(1)
    expect(await state()).toBe('open')
    expect(
      (await write('closeLine', { ...closing, until: clock.now() }, 'mieke')).body.refusal,
    ).toBe('clients.closureEnded')
  })

  test('CLIENTS-31: of two at once, one is refused', async () => {
    const ticking = {
      now() {
        clock.forward(1)
        return clock.now()
      },
    }
    const now = ticking.now()
    const close = (who: string) => {
      const caller = callerNamed(who)
      const actor = { kind: 'staff', id: townIds.staff(who) } as const
      return db.as(actor, (tx) => closeLine(ticking, { tx, caller, input: closing, now }))
    }
    const both = await Promise.allSettled(['mieke', 'vera', 'ruben'].map(close))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
    clock.forward(1)
    await write('reopenLine', reopening, 'mieke')
  })

  test('CLIENTS-31: the same request again gives the same answer', async () => {
    clock.forward(1)
    const key = newId()
    const first = await write('closeLine', closing, 'mieke', key)
    expect(await write('closeLine', closing, 'mieke', key)).toEqual(first)
    clock.forward(1)
    await write('reopenLine', reopening, 'mieke')
  })

  test('CLIENTS-31: only who oversees that line', async () => {
    const attempt = async (who: string, what: object = closing) => {
      const { status, body } = await write('closeLine', what, who)
      return [status, body.refusal]
    }
    expect(await attempt('')).toEqual([401, 'kit.signInFirst'])
    for (const who of ['noor', 'bram', 'hilde', 'yasmina'])
      expect(await attempt(who)).toEqual([403, 'kit.notAllowed'])
    expect(await attempt('pieter')).toEqual([403, 'clients.notYourLine'])
    expect(await attempt('mieke', { ...closing, line: newId() })).toEqual([404, 'kit.notFound'])
    expect(await attempt('mieke', { ...closing, text: { fr: 'Fermé' } })).toEqual([
      400,
      'kit.malformed',
    ])
    expect(await state()).toBe('open')
  })
})

describe('for staff', () => {
  test('CLIENTS-34: lines with their queues, operator, and whether one may close them', async () => {
    const { lines } = (await read('lines', {}, 'pieter')).body
    const may = lines.map((line: { code: string; mayClose: boolean }) => [line.code, line.mayClose])
    expect(Object.fromEntries(may)).toEqual({
      '1700': false,
      gezinslijn: false,
      ravelinge: true,
      wegenlijn: false,
    })
    expect(lines[0]).toMatchObject({ operator: { name: 'Sterrebos Contact nv' } })
    expect(lines[0].queues).toHaveLength(6)
    expect((await read('lines')).status).toBe(401)
  })

  test('CLIENTS-34: themes with the lines that offer them', async () => {
    const { themes, departments } = (await read('themes', {}, 'noor')).body
    const roadworks = themes.find(({ code }: { code: string }) => code === 'wegenwerken')
    expect(roadworks.lines).toEqual([townIds.line('1700'), townIds.line('wegenlijn')])
    expect(departments.map(({ id }: { id: string }) => id)).toContain(roadworks.department)
  })

  test('CLIENTS-34: the hours of the coming days, with why', async () => {
    const line = townIds.line('ravelinge')
    const { days } = (await read('hoursExplained', { line, days: '3' }, 'greet')).body
    expect(days.map(({ date }: { date: string }) => date)).toEqual([
      '2027-01-04',
      '2027-01-05',
      '2027-01-06',
    ])
    expect(days[0]).toMatchObject({ because: 'weekly', text: null })
    expect((await read('hoursExplained', { line, days: '63' }, 'greet')).status).toBe(400)
    expect((await read('hoursExplained', { line: newId() }, 'greet')).status).toBe(404)
  })

  test('CLIENTS-18: canned answers of one’s own lines only', async () => {
    const answers = async (who: string, line: string) =>
      (await read('cannedAnswers', { line: townIds.line(line) }, who)).body
    const own = await answers('noor', '1700')
    expect(own.version).toBe(townIds.setting('cannedAnswers', townIds.line('1700')))
    expect(own.answers[0]).toMatchObject({ id: 'begroeting', title: 'Begroeting' })
    expect(await answers('noor', 'ravelinge')).toEqual({ version: null, answers: [] })
  })
})
