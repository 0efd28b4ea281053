import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Fault } from './fault.ts'
import { languageOf } from './http.ts'
import { newId } from './ids.ts'
import { sendPage } from './page.ts'
import { type Language, Refusal, refusals } from './refusal.ts'

/**
 * Turns every error into a status and a sentence: a refusal into its own, a fault of the outside
 * world into 503 and when to try again, a mistake of ours into 500 and a number to quote.
 */
export function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    const refusal = refusals.notFound()
    const language = languageOf(request)
    const sentence = refusal.sentence(language)
    const page = !request.url.startsWith('/api/') && request.headers.accept?.includes('text/html')
    if (!page) return reply.status(404).send({ refusal: refusal.code, sentence })
    const body = `<h1>${sentence}</h1><p><a href="/">Onthaal</a></p>`
    return sendPage(reply, 404, { language, title: sentence, body })
  })
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply))
}

/** Answers with what went wrong; also for a request that no route was looked up for. */
export function answerError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const language = languageOf(request)
  const refusal = asRefusal(error)
  if (refusal) {
    const { code, status, params } = refusal
    return reply
      .status(status)
      .send({ refusal: code, sentence: refusal.sentence(language), ...params })
  }
  if (error instanceof Fault) {
    request.log.warn({ err: error, operation: request.routeOptions.url }, 'fault')
    const body = { fault: error.code, sentence: error.sentence(language) }
    return reply.status(error.status).header('retry-after', String(error.retryAfter)).send(body)
  }
  const number = newId()
  request.log.error({ number, err: error, operation: request.routeOptions.url }, 'bug')
  return reply.status(500).send({ bug: number, sentence: sorry[language].replace('{n}', number) })
}

const sorry: Record<Language, string> = {
  nl: 'Er ging bij ons iets mis. Vermeld nummer {n} als u ons hierover aanspreekt.',
  en: 'Something went wrong on our side. Please quote number {n}.',
  fr: 'Une erreur s’est produite chez nous. Mentionnez le numéro {n}.',
  de: 'Bei uns ist etwas schiefgelaufen. Bitte nennen Sie die Nummer {n}.',
}

function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  const status = (error as { statusCode?: number }).statusCode
  if (status === 413) return refusals.tooLarge()
  if (status === 429) return refusals.tooMany()
  if (status !== undefined && status >= 400 && status < 500) {
    return refusals.malformed({ place: 'verzoek', reason: (error as Error).message })
  }
  return null
}
