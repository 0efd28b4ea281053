import { EmptyState } from '../shared/ui/empty-state.tsx'
import { useWords } from '../shared/words/book.ts'
import { useFormats } from '../shared/words/format.ts'
import { regieWords } from '../shared/words/regie.ts'
import type { Story } from './contact-page.tsx'
import { handlingTable, type Times } from './handling.ts'
import type { Names } from './sentence.ts'

const parts = ['active', 'hold', 'wrapUp', 'total'] as const

/** Whose seconds, and for which question: exact, so that the reader can add them up. */
export function HandlingTable({ handling, names }: { handling: Story['handling']; names: Names }) {
  const words = useWords(regieWords)
  const { rows, sum } = handlingTable(handling)
  return (
    <section>
      <h2>{words('handling.title')}</h2>
      {rows.length === 0 ? (
        <EmptyState title={words('handling.empty')} />
      ) : (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a group, as a section would be a landmark */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
          <div className="ui-table" role="group" aria-label={words('handling.title')} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words('handling.agent')}</th>
                  <th scope="col" data-align="end">
                    {words('handling.question')}
                  </th>
                  {parts.map((part) => (
                    <th key={part} scope="col" data-align="end">
                      {words(`handling.${part}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.staff} ${row.question}`}>
                    <th scope="row">{names.agent(row.staff)}</th>
                    <td data-align="end">{names.question(row.question)}</td>
                    <TimeCells times={row} />
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row" colSpan={2}>
                    {words('handling.total')}
                  </th>
                  <TimeCells times={sum} />
                </tr>
              </tfoot>
            </table>
          </div>
          <p className="soft">{words('handling.help')}</p>
        </>
      )}
    </section>
  )
}

function TimeCells({ times }: { times: Times }) {
  const formats = useFormats()
  return parts.map((part) => (
    <td key={part} data-align="end">
      {times[part] === 0 ? <span className="quiet">–</span> : formats.seconds(times[part])}
    </td>
  ))
}
