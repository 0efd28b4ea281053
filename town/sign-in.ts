import type { FastifyInstance } from 'fastify'
import { embeddedProvider, registerProvider } from '../server/edges/oidc-provider/index.ts'
import type { Clock } from '../server/kit/clock.ts'
import type { Db } from '../server/kit/db.ts'
import { cast, claimOf, mailOf } from './cast.ts'

/** What the server has to know of the town's identity provider, served beside it. */
export function townProvider(publicUrl: string) {
  return { publicUrl, roleClaim: 'onthaal_roles', ...embeddedProvider(publicUrl) }
}

/** Lets the people of the town sign in with a name alone; on this machine only. */
export function registerTown(
  app: FastifyInstance,
  house: { db: Db; clock: Clock; publicUrl: string },
): Promise<void> {
  const people = cast.map((staff) => ({
    subject: staff.subject,
    givenName: staff.givenName,
    familyName: staff.familyName,
    email: mailOf(staff),
    roles: staff.grants.map(claimOf),
    title: staff.about,
  }))
  return registerProvider(app, { ...house, cast: people })
}
