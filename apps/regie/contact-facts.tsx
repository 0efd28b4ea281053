import type { ReactNode } from 'react'
import type { ContactView } from '../../server/modules/contacts/contract.ts'
import { useWords } from '../shared/words/book.ts'
import { useFormats } from '../shared/words/format.ts'
import { languageNames } from '../shared/words/language.ts'
import { regieWords } from '../shared/words/regie.ts'
import type { Names } from './sentence.ts'

/** What kind of contact it is, and how each of its questions ended. */
export function ContactFacts({ contact, names }: { contact: ContactView; names: Names }) {
  const words = useWords(regieWords)
  const formats = useFormats()
  return (
    <section>
      <h2>{words('contact.facts')}</h2>
      <dl className="facts">
        <Fact title={words('contact.line')}>{names.line(contact.line)}</Fact>
        <Fact title={words('contact.channel')}>{words(`contact.channels.${contact.channel}`)}</Fact>
        <Fact title={words('contact.language')}>{languageNames[contact.language]}</Fact>
        <Fact title={words('contact.opened')}>
          {formats.weekday(contact.openedAt)}, {formats.exactTime(contact.openedAt)}
        </Fact>
        {contact.endedAs && (
          <Fact title={words('contact.ended')}>{words(`contact.endedAs.${contact.endedAs}`)}</Fact>
        )}
        {contact.questions.map(({ id, number, theme, outcome }) => (
          <Fact key={id} title={words('contact.question', { number })}>
            {theme ? names.theme(theme) : words('contact.noTheme')} ·{' '}
            {outcome ? words(`contact.outcome.${outcome}`) : words('contact.noOutcome')}
          </Fact>
        ))}
      </dl>
    </section>
  )
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}
