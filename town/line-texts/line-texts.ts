import type { Words } from '../words.ts'

/** What a line says to citizens, apart from what agents write themselves. */
export type LineTexts = {
  /** First line of the conversation, while the citizen waits. */
  opening: Words
  /** Outside the opening hours. */
  closed: Words
  /** When the line is closed at once, unless whoever closes it writes something better. */
  exceptionallyClosed: Words
  /** What one can do instead: shown whenever the line is closed or full. */
  instead: { text: Words; href: string }[]
  /** What happens with what people write. */
  privacy: Words
}
