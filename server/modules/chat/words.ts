import { refusals } from './contract.ts'

/**
 * What somebody typed, fit to be stored: without control characters (PostgreSQL has no place for
 * some, and no reader wants the others). Refuses a message in which nothing is left to read.
 */
export function readable(text: string): string {
  const words = withoutControls(text)
  if (words.trim() === '') throw refusals.emptyMessage()
  return words
}

export function withoutControls(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '')
}
