/** How the server writes its log: no addresses, no headers, and of an error never the data in it. */
export function logTo(level: string) {
  return {
    level,
    redact: ['req.headers', 'req.url'],
    serializers: { err: (error: unknown) => plainError(error) },
  }
}

export type PlainError = {
  type: string
  code?: string
  message: string
  stack: string
  cause?: PlainError
}

/**
 * What an error is and where it arose. PostgreSQL adds the row or the value that it refused, which
 * may be what somebody wrote: only its code and the words before the value are kept.
 */
export function plainError(error: unknown): PlainError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' }
  const code = 'code' in error ? String(error.code) : undefined
  const message = error.message.replace(/: ".*$/s, '')
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    message,
    stack: (error.stack ?? '').match(/^ {4}at .*$/gm)?.join('\n') ?? '',
    ...(error.cause === undefined ? {} : { cause: plainError(error.cause) }),
  }
}
