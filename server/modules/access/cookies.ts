import type { FastifyReply, FastifyRequest } from 'fastify'
import { attemptMs, looksLikeSecret } from './session.ts'

/**
 * The two cookies: the session, and what ties a sign-in that is under way to this browser. Over
 * https both carry the `__Host-` prefix, so that no neighbouring site can plant one.
 */
export class Cookies {
  private readonly secure: boolean
  private readonly session: string
  private readonly attempt: string

  constructor(publicUrl: string) {
    this.secure = publicUrl.startsWith('https:')
    const prefix = this.secure ? '__Host-' : ''
    this.session = `${prefix}onthaal`
    this.attempt = `${prefix}onthaal-sign-in`
  }

  sessionOf(request: FastifyRequest): string | null {
    return secretIn(request, this.session)
  }

  attemptOf(request: FastifyRequest): string | null {
    return secretIn(request, this.attempt)
  }

  /** The session lasts as long as the browser does, at most; the server ends it sooner. */
  setSession(reply: FastifyReply, secret: string): void {
    reply.setCookie(this.session, secret, this.options())
  }

  clearSession(reply: FastifyReply): void {
    reply.clearCookie(this.session, this.options())
  }

  setAttempt(reply: FastifyReply, secret: string): void {
    reply.setCookie(this.attempt, secret, { ...this.options(), maxAge: attemptMs / 1_000 })
  }

  private options() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.secure } as const
  }
}

function secretIn(request: FastifyRequest, name: string): string | null {
  const value = request.cookies[name]
  return looksLikeSecret(value) ? value : null
}
