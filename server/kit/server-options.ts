import { type FastifyServerOptions, LogController } from 'fastify'
import { answerError } from './answer-errors.ts'
import { logTo } from './log.ts'

/** How requests are taken in, before any route is looked up. */
export function serverOptions(logLevel: string): FastifyServerOptions {
  return {
    logger: logTo(logLevel),
    logController: new LogController({ disableRequestLogging: true }),
    /** Bytes; an operation that needs more says so. */
    bodyLimit: 64 * 1024,
    trustProxy: 'loopback',
    forceCloseConnections: true,
    /** The longest that a request may take to arrive, ms: ten megabytes over a slow line. */
    requestTimeout: 300_000,
    frameworkErrors: answerError,
  }
}
