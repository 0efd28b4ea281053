import { createServer } from 'node:net'
import fastify from 'fastify'
import pg from 'pg'
import { cast, claimOf, mailOf } from '../../../town/cast.ts'
import { departments } from '../../../town/departments.ts'
import { operators } from '../../../town/operators.ts'
import { type CastMember, registerProvider } from '../../edges/oidc-provider/index.ts'
import { answerErrors } from '../../kit/answer-errors.ts'
import { MovableClock } from '../../kit/clock.ts'
import { Db } from '../../kit/db.ts'
import { mount, type Route } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { must } from '../../kit/must.ts'
import type { TestDatabase } from '../../kit/testing.ts'
import { type AccessSettings, createAccess } from './index.ts'

/** The staff of the town as the embedded provider wants them. */
export const castMembers: CastMember[] = cast.map((staff) => ({
  subject: staff.subject,
  givenName: staff.givenName,
  familyName: staff.familyName,
  email: mailOf(staff),
  roles: staff.grants.map(claimOf),
  title: staff.about,
}))

export interface HouseOptions {
  database: TestDatabase
  port?: number
  settings?: Partial<AccessSettings>
  cast?: CastMember[]
  routes?: Route[]
}

/** A server with the door of the house and nothing behind it, on a port and a clock of its own. */
export async function openHouse({ database, settings, ...options }: HouseOptions) {
  const port = options.port ?? (await freePort())
  const publicUrl = `http://localhost:${port}`
  const db = new Db(database.url, { connections: 5 })
  const clock = new MovableClock(Date.now())
  const app = fastify({ forceCloseConnections: true })
  const embedded = { issuer: `${publicUrl}/oidc`, clientId: 'onthaal', roleClaim: 'onthaal_roles' }
  const access = createAccess({ db, clock, settings: { publicUrl, ...embedded, ...settings } })
  answerErrors(app)
  await access.register(app)
  const real = { now: () => Date.now() }
  await registerProvider(app, { db, clock: real, publicUrl, cast: options.cast ?? castMembers })
  mount(app, { ...access, db, clock }, [...access.routes, ...(options.routes ?? [])])
  await app.listen({ host: 'localhost', port })
  return {
    publicUrl,
    port,
    db,
    clock,
    async close() {
      await app.close()
      await db.close()
    },
  }
}
export type TestHouse = Awaited<ReturnType<typeof openHouse>>

/** Writes the operators and departments of the town, and one line. */
export async function writeCodes({ ownerUrl }: TestDatabase): Promise<void> {
  await ask(ownerUrl, async (client) => {
    const add = (table: string, code: string) =>
      client.query(`insert into ${table} (id, code) values ($1, $2)`, [newId(), code])
    for (const { code } of operators) await add('operator', code)
    for (const { code } of departments) await add('department', code)
    await add('line', '1700')
  })
}

/** Asks the database as one of its logins. */
export async function ask<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return work(client).finally(() => client.end())
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, 'localhost', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  return must(typeof address === 'object' ? address?.port : null, 'port')
}

/** A browser without a screen: keeps cookies, follows nothing by itself. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly home: string

  constructor(home: string) {
    this.home = home
  }

  async get(address: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.send(address, { headers })
  }

  /** Sends a form as one of our own pages would; `headers` may say otherwise. */
  async post(
    address: string,
    form: Record<string, string> = {},
    headers: Record<string, string> = { origin: this.home },
  ): Promise<Response> {
    return this.send(address, { method: 'POST', body: new URLSearchParams(form), headers })
  }

  /** Follows redirects until a page comes, or until one leads to where `stop` says. */
  async follow(response: Response, stop: (address: string) => boolean = () => false) {
    let [current, last] = [response, '']
    for (let i = 0; i < 20; i++) {
      const next = current.headers.get('location')
      if (current.status < 300 || current.status >= 400 || !next) return { response: current, last }
      last = new URL(next, last || this.home).href
      if (stop(last)) return { response: current, last }
      current = await this.get(last)
    }
    throw new Error('redirected in circles')
  }

  /** Goes to the list of the cast; gives the address where the choice is to be sent. */
  async toList(returnTo = '/desk/'): Promise<string> {
    const begun = await this.get(`/sign-in?return=${encodeURIComponent(returnTo)}`)
    return (await this.follow(begun)).last
  }

  /** Signs in as somebody of the cast, up to the address that finishes it. */
  async choose(subject: string, returnTo?: string): Promise<string> {
    const chosen = await this.post(await this.toList(returnTo), { subject })
    return (await this.follow(chosen, (address) => address.includes('/sign-in/done'))).last
  }

  /** Signs in as somebody of the cast; the last answer. */
  async signIn(subject: string, returnTo?: string): Promise<Response> {
    return this.get(await this.choose(subject, returnTo))
  }

  async api(name: string, query = ''): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await this.get(`/api/${name}${query}`)
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }

  private async send(address: string, init: RequestInit & { headers: Record<string, string> }) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(new URL(address, this.home), {
      ...init,
      headers: { ...(cookie ? { cookie } : {}), ...init.headers },
      redirect: 'manual',
    })
    for (const line of response.headers.getSetCookie()) this.keep(line)
    return response
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    const expires = /expires=([^;]+)/i.exec(line)?.[1]
    const gone = value === '' || (expires && Date.parse(expires) <= Date.now())
    if (gone) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}
