import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Clock } from '../../kit/clock.ts'
import type { Db } from '../../kit/db.ts'
import type { Caller, House, Route } from '../../kit/http.ts'
import { authenticate } from './authenticate.ts'
import { Cookies } from './cookies.ts'
import { routes } from './http.ts'
import { IdentityProvider, type ProviderSettings } from './identity-provider.ts'
import { sameOrigin } from './same-origin.ts'
import type { SignInSettings } from './sign-in.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { insertAudit } from './store.ts'

export type AccessSettings = ProviderSettings & SignInSettings

export interface Access extends Pick<House, 'authenticate' | 'audit' | 'sameOrigin'> {
  /** The operations of this module. */
  routes: Route[]
  /** Puts the cookies and the sign-in addresses on the server; goes before all other routes. */
  register(app: FastifyInstance): Promise<void>
}

/** The door of the house. Throws Trouble when the settings of the provider cannot be right. */
export function createAccess(given: { db: Db; clock: Clock; settings: AccessSettings }): Access {
  const { settings } = given
  const { publicUrl } = settings
  const cookies = new Cookies(publicUrl)
  const house = { ...given, cookies, publicUrl, provider: new IdentityProvider(settings) }
  return {
    routes,
    async register(app) {
      await app.register(cookie)
      await app.register((scope) => signInRoutes(scope, house))
    },
    async authenticate(request: FastifyRequest): Promise<Caller> {
      const session = cookies.sessionOf(request)
      return session ? authenticate(given, session) : { kind: 'nobody' }
    },
    audit: (tx, entry) => insertAudit(tx, entry),
    sameOrigin: (request) => sameOrigin(request, publicUrl),
  }
}
