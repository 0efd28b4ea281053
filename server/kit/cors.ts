import type { FastifyInstance } from 'fastify'

/**
 * Lets pages of any website use these operations, as the widget does: without cookies, so with no
 * more rights than the token of the citizen that they carry.
 */
export function allowOtherSites(app: FastifyInstance, operations: readonly string[]): void {
  const open = new Set(operations.map((name) => `/api/${name}`))
  app.addHook('onRequest', async (request, reply) => {
    if (!open.has(pathOf(request.url))) return
    reply.header('access-control-allow-origin', '*')
    reply.header('cross-origin-resource-policy', 'cross-origin')
  })
  for (const url of open) {
    app.options(url, async (_request, reply) =>
      reply
        .headers({
          'access-control-allow-methods': 'GET, POST',
          'access-control-allow-headers': 'authorization, content-type, idempotency-key',
          'access-control-max-age': '7200',
        })
        .status(204)
        .send(),
    )
  }
}

function pathOf(url: string): string {
  const query = url.indexOf('?')
  return query < 0 ? url : url.slice(0, query)
}
