import rateLimit from '@fastify/rate-limit'
import websocket from '@fastify/websocket'
import fastify, { type FastifyRequest } from 'fastify'
import { type Config, signInSettings } from './config.ts'
import { assertHarmlessRole } from './edges/postgres/harmless-role.ts'
import { answerErrors } from './kit/answer-errors.ts'
import { SharedClock } from './kit/clock.ts'
import { allowOtherSites } from './kit/cors.ts'
import { Db } from './kit/db.ts'
import { serveHealth } from './kit/health.ts'
import { type Caller, type House, mount } from './kit/http.ts'
import { Live, sockets } from './kit/live.ts'
import { Presence } from './kit/presence.ts'
import { serverOptions } from './kit/server-options.ts'
import { hourly, tidyKit } from './kit/tidy.ts'
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
  const { publicUrl } = config
  const app = fastify(serverOptions(config.logLevel))
  const onError = (error: unknown) => app.log.error({ err: error }, 'fault')
  const ground = await layGround(databaseUrl, onError)
  const { db, clock } = ground
  const townSignIn = town ? await import('../town/sign-in.ts') : null
  const settings = townSignIn?.townProvider(publicUrl) ?? signInSettings(config)
  const modules = await raise(ground, settings, config.dataKey, onError)

  await registerHeaders(app, { publicUrl, issuer: settings.issuer })
  answerErrors(app)
  await app.register(rateLimit, { global: false })
  await app.register(websocket, sockets)
  await modules.access.register(app)
  await townSignIn?.registerTown(app, { db, clock, publicUrl })
  allowOtherSites(app, modules.openToOtherSites)
  mount(app, modules.house, modules.routes)
  modules.chat.register(app, modules.house.authenticate)
  app.get('/live', { websocket: true }, (socket, request) => modules.live.accept(socket, request))
  serveHealth(app, ground)
  await registerPages(app)

  await ground.presence.start(config.nodeName)
  await modules.routing.start()
  await app.listen({ host: config.host, port: config.port })
  return {
    url: publicUrl,
    async close() {
      modules.live.close()
      await modules.routing.stop()
      await ground.presence.stop()
      await app.close()
      await ground.close()
    },
  }
}

/** What every module stands on. */
async function layGround(databaseUrl: string, onError: (error: unknown) => void) {
  const db = new Db(databaseUrl)
  await assertHarmlessRole(db.pool)
  const clock = await SharedClock.start(db.pool)
  const wakes = new Wakes(db, databaseUrl)
  await wakes.start()
  const cache = new SettingsCache(db, clock, wakes, onError)
  await cache.start()
  const presence = new Presence(db, clock, onError)
  const close = async () => {
    cache.stop()
    await wakes.close()
    clock.stop()
    await db.close()
  }
  return { db, clock, wakes, cache, presence, close }
}
type Ground = Awaited<ReturnType<typeof layGround>>

/** The modules, from the ground up. */
async function raise(
  ground: Ground,
  settings: AccessSettings,
  dataKey: Buffer,
  onError: (error: unknown) => void,
) {
  const { db, clock, cache, presence, wakes } = ground
  const access = createAccess({ db, clock, settings })
  const chat = createChat({ db, clock, cache, dataKey, audit: access.audit })
  const tidy = hourly(clock, () => tidyKit(db, clock))
  const sweeps = [...chat.sweeps, () => eraseNotesDue(db, clock), tidy]
  const routing = createRouting({ ...ground, sweeps, onError })
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
  const streams = [...chat.streams, ...routing.streams]
  const { sameOrigin } = access
  const live = new Live({ db, wakes, presence, authenticate, streams, sameOrigin, onError })
  const routes = [
    ...access.routes,
    ...clientRoutes(cache, clock),
    ...contactRoutes(clock),
    ...chat.routes,
    ...routing.routes,
  ]
  const openToOtherSites = ['clients.contactOptions', ...chat.openToOtherSites]
  return { access, chat, routing, house, live, routes, openToOtherSites }
}

export interface Server {
  url: string
  close(): Promise<void>
}
