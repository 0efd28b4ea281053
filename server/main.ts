import rateLimit from '@fastify/rate-limit'
import websocket from '@fastify/websocket'
import fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { cast, claimOf, mailOf } from '../town/cast.ts'
import type { Config } from './config.ts'
import { embeddedProvider, registerProvider } from './edges/oidc-provider/index.ts'
import { assertHarmlessRole } from './edges/postgres/harmless-role.ts'
import { type Clock, SharedClock } from './kit/clock.ts'
import { allowOtherSites } from './kit/cors.ts'
import { Db } from './kit/db.ts'
import { answerErrors, type Caller, type House, mount } from './kit/http.ts'
import { Live } from './kit/live.ts'
import { must } from './kit/must.ts'
import { Presence } from './kit/presence.ts'
import { Wakes } from './kit/wake.ts'
import { type AccessSettings, createAccess } from './modules/access/index.ts'
import { createChat } from './modules/chat/index.ts'
import { routes as clientRoutes, SettingsCache } from './modules/clients/index.ts'
import { routes as contactRoutes, eraseNotesDue } from './modules/contacts/index.ts'
import { createRouting } from './modules/routing/index.ts'
import { registerHeaders, registerPages } from './web.ts'

export interface ServeOptions {
  config: Config & { dataKey: Buffer }
  databaseUrl: string
  /** Runs the sign-in of the invented town beside the server. */
  town: boolean
}

/** Starts one server process and resolves once it answers. This file alone knows everyone. */
export async function serve({ config, databaseUrl, town }: ServeOptions): Promise<Server> {
  const app = fastify({
    logger: { level: config.logLevel, redact: ['req.headers', 'req.url'] },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    trustProxy: 'loopback',
    forceCloseConnections: true,
  })
  const onError = (error: unknown) => app.log.error({ err: error }, 'fault')
  const db = new Db(databaseUrl)
  await assertHarmlessRole(db.pool)
  const clock = await SharedClock.start(db.pool)
  const wakes = new Wakes(db, databaseUrl)
  await wakes.start()
  const cache = new SettingsCache(db, clock, wakes, onError)
  await cache.start()

  const access = createAccess({ db, clock, settings: accessSettings(config, town) })
  const chat = createChat({ db, clock, cache, dataKey: config.dataKey, audit: access.audit })
  const presence: Presence = new Presence(db, clock, onError)
  const routing = createRouting({
    db,
    clock,
    wakes,
    cache,
    presence,
    sweeps: [...chat.sweeps, () => eraseNotesDue(db, clock)],
    onError,
  })
  presence.add(chat.presence)
  presence.add(routing.presence)
  const authenticate = async (request: FastifyRequest, token: string | null): Promise<Caller> =>
    (await chat.authenticate(request, token)) ?? (await access.authenticate(request))
  const house: House = {
    ...access,
    db,
    clock,
    authenticate: (request) => authenticate(request, null),
  }
  const live = new Live({
    db,
    wakes,
    presence,
    authenticate,
    onError,
    streams: [...chat.streams, ...routing.streams],
    sameOrigin: access.sameOrigin,
  })

  await registerHeaders(app, config.publicUrl.startsWith('https:'))
  answerErrors(app)
  await app.register(rateLimit, { global: false })
  await app.register(websocket, { options: { maxPayload: 16 * 1024 } })
  await access.register(app)
  if (town)
    await registerProvider(app, { db, clock, publicUrl: config.publicUrl, cast: townCast() })
  allowOtherSites(app, ['clients.contactOptions', ...chat.openToOtherSites])
  mount(app, house, [
    ...access.routes,
    ...clientRoutes(cache, clock),
    ...contactRoutes(clock),
    ...chat.routes,
    ...routing.routes,
  ])
  chat.register(app, house.authenticate)
  app.get('/live', { websocket: true }, (socket, request) => live.accept(socket, request))
  app.get('/health', () => health(db, clock))
  await registerPages(app)

  await presence.start(config.nodeName)
  await routing.start()
  const url = await listen(app, config)
  return { url, close }

  async function close(): Promise<void> {
    live.close()
    await routing.stop()
    await presence.stop()
    await app.close()
    cache.stop()
    await wakes.close()
    clock.stop()
    await db.close()
  }
}

export interface Server {
  url: string
  close(): Promise<void>
}

async function listen(app: FastifyInstance, { host, port, publicUrl }: Config): Promise<string> {
  await app.listen({ host, port })
  return publicUrl
}

function accessSettings(config: Config, town: boolean): AccessSettings {
  const { publicUrl, oidcRoleClaim: roleClaim, oidcClaimMap: claimMap } = config
  if (town) return { publicUrl, roleClaim: 'onthaal_roles', ...embeddedProvider(publicUrl) }
  return {
    publicUrl,
    roleClaim,
    claimMap,
    issuer: must(config.oidcIssuer, 'OIDC_ISSUER'),
    clientId: must(config.oidcClientId, 'OIDC_CLIENT_ID'),
    clientSecret: config.oidcClientSecret,
    adminEmail: config.adminEmail,
  }
}

/** The people of the town, as its identity provider knows them. */
function townCast() {
  return cast.map((staff) => ({
    subject: staff.subject,
    givenName: staff.givenName,
    familyName: staff.familyName,
    email: mailOf(staff),
    roles: staff.grants.map(claimOf),
    title: staff.about,
  }))
}

async function health(db: Db, clock: Clock) {
  await db.pool.query('select 1')
  return { status: 'ok', at: new Date(clock.now()).toISOString() }
}
