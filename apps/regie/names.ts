import type { Words } from '../shared/words/book.ts'
import type { regieNl } from '../shared/words/regie.nl.ts'
import type { Story } from './contact-page.tsx'
import type { Known } from './known.ts'
import type { Names } from './sentence.ts'

/** The names in the story of a contact; what is out of the reader's sight is named in general. */
export function namesOf(
  { contact, names }: Pick<Story, 'contact' | 'names'>,
  known: Known,
  words: Words<typeof regieNl>,
): Names {
  const agent = (id: unknown) =>
    (typeof id === 'string' ? names[id] : undefined) || words('by.someone')
  return {
    agent,
    line: (id) => known.lineName(id) ?? words('board.unknownLine'),
    queue: (id) => known.queueName(id) ?? '?',
    operator: (id) => known.operatorName(id) ?? words('agents.unknownOperator'),
    theme: (id) => known.themeName(id) ?? words('by.unknownTheme'),
    question: (id) => contact.questions.find((question) => question.id === id)?.number ?? 1,
    engaged: (id) => agent(contact.engagements.find((one) => one.id === id)?.staff),
  }
}
