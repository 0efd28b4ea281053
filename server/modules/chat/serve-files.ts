import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor } from '../../kit/db.ts'
import type { Caller } from '../../kit/http.ts'
import { refusals as kit } from '../../kit/refusal.ts'
import type { Parts } from './parts.ts'
import { readFile } from './store.ts'

/**
 * `GET /files/<id>`: a file, for whoever sees its contact. Staff are known by their session; the
 * citizen's page asks with `Authorization: Bearer` and shows what it gets, so that no address ever
 * holds a secret. Whatever the bytes are, the browser runs nothing: no sniffing, an empty policy in a
 * sandbox, and only images open in place.
 */
export function serveFiles(
  app: FastifyInstance,
  { db, clock, files, audit }: Pick<Parts, 'db' | 'clock' | 'files' | 'audit'>,
  authenticate: (request: FastifyRequest) => Promise<Caller>,
): void {
  app.options('/files/:id', async (_request, reply) =>
    reply
      .headers({ ...crossOrigin, 'access-control-allow-headers': 'authorization' })
      .status(204)
      .send(),
  )
  app.get('/files/:id', async (request, reply) => {
    reply.headers(crossOrigin)
    const { id } = request.params as { id: string }
    const caller = await authenticate(request)
    if (caller.kind === 'nobody') throw kit.signInFirst()
    if (!z.uuid().safeParse(id).success) throw kit.notFound()
    const actor: Actor = caller.kind === 'staff' ? { kind: 'staff', id: caller.id } : caller
    const file = await db.as(actor, async (tx) => {
      const found = await readFile(tx, id)
      if (found && caller.kind === 'staff') {
        const about = { kind: 'contact', id: found.contact }
        const entry = { at: clock.now(), staff: caller.id, action: 'chat.file', about }
        await audit(tx, { ...entry, kind: 'read' })
      }
      return found
    })
    if (!file) throw kit.notFound()
    const place = file.type.startsWith('image/') ? 'inline' : 'attachment'
    return reply
      .headers({
        'content-disposition': `${place}; filename*=UTF-8''${encoded(file.name ?? 'bestand')}`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      })
      .type(file.type)
      .send(files.open(id, file.sealed))
  })
}

const crossOrigin = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}

/** As RFC 8187 writes a name in a header. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
}
