import { BugError, RefusalError } from './client-error.ts'
import type { Words } from './words/book.ts'
import type { commonNl } from './words/common.nl.ts'

/** What went wrong, for the person. */
export function troubleOf(error: unknown, words: Words<typeof commonNl>): string {
  if (error instanceof RefusalError) return error.sentence
  if (error instanceof BugError) return error.sentence ?? words('trouble.bug')
  return words('trouble.unreachable')
}

/** The number to quote, when the server was wrong. */
export const numberOf = (error: unknown): string | undefined =>
  error instanceof BugError ? error.number : undefined
