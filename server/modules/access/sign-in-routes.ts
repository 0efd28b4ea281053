import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Fault } from '../../kit/fault.ts'
import { languageOf } from '../../kit/http.ts'
import { isLoopback } from '../../kit/loopback.ts'
import { escapeHtml, sendPage } from '../../kit/page.ts'
import { refusals as kit, Refusal } from '../../kit/refusal.ts'
import { refusals } from './contract.ts'
import type { Cookies } from './cookies.ts'
import { declined } from './declined.ts'
import { returnPath } from './return-path.ts'
import { sameOrigin } from './same-origin.ts'
import { newSecret } from './session.ts'
import { beginSignIn, finishSignIn, type SignInHouse } from './sign-in.ts'
import { signOut } from './sign-out.ts'

export interface SignInRoutes extends SignInHouse {
  cookies: Cookies
  publicUrl: string
}

// A whole shift of an operator may begin at nine behind one address.
const limit = { config: { rateLimit: { max: 600, timeWindow: 60_000 } } }

/** Puts the addresses on the server that a browser goes to itself: they answer with pages. */
export async function signInRoutes(app: FastifyInstance, house: SignInRoutes): Promise<void> {
  // A form without fields: whatever it carries is not read.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => {
    payload.resume()
    done(null)
  })
  app.setErrorHandler((error, request, reply) => sendRefusal(error, request, reply))
  app.get('/sign-in', limit, (request, reply) => begin(house, request, reply))
  app.get('/sign-in/done', limit, (request, reply) => finish(house, request, reply))
  app.post('/sign-out', (request, reply) => end(house, request, reply))
}

async function begin(house: SignInRoutes, request: FastifyRequest, reply: FastifyReply) {
  const returnTo = returnPath((request.query as { return?: unknown }).return)
  const { host, hostname } = new URL(house.publicUrl)
  if (isLoopback(hostname) && isLoopback(request.hostname) && request.host !== host) {
    // Cookies belong to one name: 127.0.0.1 and localhost would not see each other's.
    const address = `${house.publicUrl}/sign-in?return=${encodeURIComponent(returnTo)}`
    return leave(reply, address)
  }
  const browser = house.cookies.attemptOf(request) ?? newSecret()
  const address = await beginSignIn(house, browser, returnTo)
  house.cookies.setAttempt(reply, browser)
  return leave(reply, address.href)
}

async function finish(house: SignInRoutes, request: FastifyRequest, reply: FastifyReply) {
  const finished = await finishSignIn(house, {
    query: request.url.split('?')[1] ?? '',
    browser: house.cookies.attemptOf(request),
    session: house.cookies.sessionOf(request),
  })
  if ('session' in finished) {
    house.cookies.setSession(reply, finished.session)
    return leave(reply, finished.returnTo)
  }
  house.cookies.clearSession(reply)
  const again = await house.provider.signOutUrl(finished.idToken)
  return sendSentence(request, reply, refusals.noRole({ name: finished.stranger }), again)
}

async function end(house: SignInRoutes, request: FastifyRequest, reply: FastifyReply) {
  if (!sameOrigin(request, house.publicUrl)) throw kit.wrongOrigin()
  const session = house.cookies.sessionOf(request)
  const idToken = session ? await signOut(house, session) : null
  house.cookies.clearSession(reply)
  if (!idToken) return leave(reply, '/')
  try {
    return leave(reply, await house.provider.signOutUrl(idToken))
  } catch (error) {
    request.log.warn({ err: error }, 'signed out here, but the identity provider is away')
    return leave(reply, '/')
  }
}

function leave(reply: FastifyReply, address: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(address, 303)
}

function sendRefusal(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof Fault) {
    request.log.warn({ err: error }, 'fault')
    reply.header('retry-after', String(error.retryAfter))
    return sendSentence(request, reply, error, '/sign-in')
  }
  const refusal = error instanceof Refusal ? error : declined(error)
  if (!refusal) throw error
  if (refusal !== error) request.log.warn({ err: error }, 'sign-in failed')
  if (refusal.status === 503) reply.header('retry-after', '60')
  return sendSentence(request, reply, refusal, '/sign-in')
}

const words = {
  nl: { title: 'Aanmelden', again: 'Opnieuw aanmelden' },
  en: { title: 'Sign in', again: 'Sign in again' },
}

function sendSentence(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Pick<Refusal, 'status' | 'code' | 'sentence'>,
  again: string,
): FastifyReply {
  const language = languageOf(request) === 'en' ? 'en' : 'nl'
  const { title, again: link } = words[language]
  const sentence = escapeHtml(refusal.sentence(language))
  const body = `<h1>${title}</h1><p data-refusal="${refusal.code}">${sentence}</p>
    <a class="button short" href="${escapeHtml(again)}">${link}</a>`
  return sendPage(reply, refusal.status, { language, title, body })
}
