import { useWords } from '../shared/words/book.ts'
import { useFormats } from '../shared/words/format.ts'
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
        {notes.map(({ id, staff, body, madeAt }) => (
          <li key={id}>
            <p className="soft">
              {words('contact.noteBy', {
                name: names.agent(staff),
                time: formats.exactTime(madeAt),
              })}
            </p>
            <p>{body ?? <em className="soft">{words('contact.erased')}</em>}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
