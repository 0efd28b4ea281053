import type { FastifyInstance } from 'fastify'
import type { Clock } from './clock.ts'
import type { Db } from './db.ts'

/** `GET /health`: 200 while requests can be served, 503 while the database is away. */
export function serveHealth(app: FastifyInstance, { db, clock }: { db: Db; clock: Clock }): void {
  app.get('/health', async (_request, reply) => {
    // A transaction takes on a role: that is as much of the way as any request goes.
    await db.as({ kind: 'nobody' }, async () => {})
    reply.header('cache-control', 'no-store')
    return { status: 'ok', at: new Date(clock.now()).toISOString() }
  })
}
