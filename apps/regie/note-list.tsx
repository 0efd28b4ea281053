import { useWords, type Words } from '../shared/words/book.ts'
import { useFormats } from '../shared/words/format.ts'
import { regieNl } from '../shared/words/regie.nl.ts'
import { regieWords } from '../shared/words/regie.ts'
import type { Story } from './contact-page.tsx'
import type { Names } from './sentence.ts'

/** What colleagues wrote about the contact. */
export function NoteList({ notes, names }: { notes: Story['notes']; names: Names }) {
  const words = useWords(regieWords)
  const formats = useFormats()
  if (notes.length === 0) return null
  return (
    <section>
      <h2>{words('contact.notes')}</h2>
      <ul className="notes">
        {notes.map(({ id, staff, purpose, body, madeAt }) => (
          <li key={id}>
            <p className="soft">
              {names.agent(staff)}, {purposeText(purpose, words)}, {formats.exactTime(madeAt)}
            </p>
            <p>{body ?? <em className="soft">{words('contact.erased')}</em>}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a note was written for; a purpose that is new to this screen is shown as it is. */
function purposeText(purpose: string, words: Words<typeof regieNl>): string {
  const known = regieNl.contact.purpose
  return purpose in known ? words(`contact.purpose.${purpose as keyof typeof known}`) : purpose
}
