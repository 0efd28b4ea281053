import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type Provider from 'oidc-provider'
import type { Clock } from '../../kit/clock.ts'
import type { Db } from '../../kit/db.ts'
import { isLoopback } from '../../kit/loopback.ts'
import { sendPage } from '../../kit/page.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { CastMember } from './cast-member.ts'
import { readKeys } from './keys.ts'
import { brokenPage, pickPage } from './pages.ts'
import { clientId, makeProvider, mountedAt } from './provider.ts'
import { ItemStore } from './store.ts'

export interface EmbeddedProvider {
  issuer: string
  clientId: string
}

/** What the rest of the house has to know of the embedded provider at this address. */
export function embeddedProvider(publicUrl: string): EmbeddedProvider {
  return { issuer: `${publicUrl}${mountedAt}`, clientId }
}

export interface RegisterOptions {
  db: Db
  clock: Clock
  publicUrl: string
  cast: readonly CastMember[]
}

/**
 * Puts the embedded provider on the server, under /oidc. It lets anyone in who can reach it, so it
 * is for this machine only: throws Trouble when people would reach it from elsewhere, and answers
 * under no name but the one it was given.
 */
export async function registerProvider(
  app: FastifyInstance,
  { db, clock, publicUrl, cast }: RegisterOptions,
): Promise<void> {
  const { host, hostname } = new URL(publicUrl)
  if (!isLoopback(hostname))
    throw new Trouble(
      `The invented cast can sign in on this machine only, not at ${publicUrl}: set OIDC_ISSUER.`,
    )
  const store = new ItemStore(db, clock)
  const provider = makeProvider({ publicUrl, store, cast, keys: await readKeys(store) })
  provider.on('server_error', (_ctx, error) => app.log.error({ err: error }, 'identity provider'))
  await app.register(
    async (scope) => {
      scope.addHook('onRequest', async (request, reply) => {
        if (request.headers.host !== host) return reply.status(421).send()
      })
      await scope.register((picking) => pickRoutes(picking, provider, cast, `${publicUrl}/`))
      await scope.register((rest) => allElse(rest, provider))
    },
    { prefix: mountedAt },
  )
}

/** The page to choose from, and the choice. */
async function pickRoutes(
  app: FastifyInstance,
  provider: Provider,
  cast: readonly CastMember[],
  home: string,
): Promise<void> {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 1_000 },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  app.setErrorHandler((error, request, reply) => {
    request.log.warn({ err: error }, 'sign-in at the embedded provider failed')
    return sendPage(reply, 400, brokenPage(home, 'interaction'))
  })
  app.get('/pick/:uid', async (request, reply) => {
    const { uid } = await provider.interactionDetails(request.raw, reply.raw)
    return sendPage(reply, 200, pickPage(cast, `${mountedAt}/pick/${uid}`))
  })
  app.post('/pick/:uid', async (request, reply) => {
    const { subject } = (request.body ?? {}) as { subject?: string }
    if (!cast.some((member) => member.subject === subject)) throw new Error('nobody of that name')
    const result = { login: { accountId: subject ?? '', remember: true } }
    const next = await provider.interactionResult(request.raw, reply.raw, result)
    return reply.header('cache-control', 'no-store').redirect(next, 303)
  })
}

/** Everything of the protocol itself goes to the library as it came, body unread. */
async function allElse(app: FastifyInstance, provider: Provider): Promise<void> {
  const carryOn = provider.callback()
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  app.all('/*', (request: FastifyRequest, reply: FastifyReply) => {
    reply.hijack()
    const raw: IncomingMessage & { originalUrl?: string } = request.raw
    raw.originalUrl = raw.url ?? ''
    raw.url = raw.originalUrl.slice(mountedAt.length)
    void carryOn(raw, reply.raw)
  })
}
