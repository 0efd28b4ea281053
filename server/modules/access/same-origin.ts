import type { FastifyRequest } from 'fastify'

/**
 * True when a request comes from our own pages: the browser says so itself, or else names our
 * origin. A request that says neither is not trusted with a session.
 */
export function sameOrigin(request: FastifyRequest, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  return request.headers.origin === new URL(publicUrl).origin
}
