import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import { useFormats } from '../shared/words/format.ts'
import { useDesk } from './desk-context.ts'

/** What the colleagues who passed this contact on want us to know. */
export function ColleagueNotes({ contact }: { contact: string }) {
  const words = useWords(deskWords)
  const formats = useFormats()
  const { view } = useDesk()
  const notes = view.notes[contact] ?? []
  if (notes.length === 0) return null
  return (
    <section className="desk-notes" aria-labelledby="notes">
      <h2 id="notes">{words('panel.notes')}</h2>
      {notes.map(({ name, body, at }) => (
        <blockquote key={at}>
          <p>{body}</p>
          <footer className="desk-soft">
            {words('panel.noteFrom', { name, time: formats.time(at) })}
          </footer>
        </blockquote>
      ))}
    </section>
  )
}
