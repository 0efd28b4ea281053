import { existsSync } from 'node:fs'
import { join } from 'node:path'
import helmet from '@fastify/helmet'
import serveFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { isLoopback } from './kit/loopback.ts'

const built = join(import.meta.dirname, '..', 'dist')

export interface Addresses {
  publicUrl: string
  issuer: string
}

/**
 * Pages of staff are never shown inside another site, and run only what we built. Whoever
 * comes by another name of this machine is sent to the one address where sign-in works.
 */
export async function registerHeaders(app: FastifyInstance, addresses: Addresses): Promise<void> {
  const { origin, host, hostname, protocol } = new URL(addresses.publicUrl)
  app.addHook('onRequest', async (request, reply) => {
    if (!isLoopback(hostname)) return
    const page = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate'
    const path = request.url.startsWith('/')
    if (page && path && request.headers.host !== host) return reply.redirect(origin + request.url)
  })
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        // Signing out is a form that goes on to the identity provider.
        formAction: ["'self'", new URL(addresses.issuer).origin],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: protocol === 'https:',
    referrerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  })
}

/** Serves the built pages; files named after their content may be kept for ever. */
export async function registerPages(app: FastifyInstance): Promise<void> {
  await app.register(serveFiles, {
    root: join(built, 'web'),
    redirect: true,
    setHeaders: (reply, path) => {
      const lasting = path.includes('/assets/')
      reply.setHeader('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const widget = join(built, 'widget')
  if (!existsSync(widget)) return
  await app.register(serveFiles, {
    root: widget,
    prefix: '/widget/',
    decorateReply: false,
    setHeaders: (reply) => {
      // Any website may embed the widget.
      reply.setHeader('access-control-allow-origin', '*')
      reply.setHeader('cross-origin-resource-policy', 'cross-origin')
      reply.setHeader('cache-control', 'public, max-age=300')
    },
  })
}
