import { useQuery } from '@tanstack/react-query'
import type { Output } from '../../server/kit/contract.ts'
import { hoursExplained, textIn } from '../../server/modules/clients/contract.ts'
import { ask } from '../shared/client.ts'
import { numberOf } from '../shared/trouble.ts'
import { Dialog } from '../shared/ui/dialog.tsx'
import { ErrorState } from '../shared/ui/error-state.tsx'
import { Loading } from '../shared/ui/loading.tsx'
import { Table, type TableColumn } from '../shared/ui/table.tsx'
import { useWords } from '../shared/words/book.ts'
import { type Formats, useFormats } from '../shared/words/format.ts'
import { useLanguage } from '../shared/words/language.ts'
import { regieWords } from '../shared/words/regie.ts'
import { CloseLine } from './close-line.tsx'
import type { Line } from './known.ts'
import { LineState } from './line-state.tsx'
import { ReopenLine } from './reopen-line.tsx'

type Day = Output<typeof hoursExplained>['days'][number]

const daysAhead = 7

/** One line: whether it is open, its hours and why they are so, and closing it when it must. */
export function LineDialog({ line, onClose }: { line: Line; onClose: () => void }) {
  const words = useWords(regieWords)
  const language = useLanguage()
  const name = textIn(line.name, language)
  const hours = useQuery({
    queryKey: ['hours', line.id, line.closure],
    queryFn: ({ signal }) => ask(hoursExplained, { line: line.id, days: daysAhead }, { signal }),
  })
  const days = hours.data?.days
  const endsToday = days?.[0]?.open.at(-1)?.to ?? null
  return (
    <Dialog title={words('line.title', { line: name })} isOpen onClose={onClose} size="large">
      <div className="line-dialog">
        <p>
          <LineState line={line} />
        </p>
        <section>
          <h3>{words('line.hours')}</h3>
          {days && <HoursTable days={days} />}
          {!days && hours.error && (
            <ErrorState number={numberOf(hours.error)} onRetry={() => void hours.refetch()} />
          )}
          {!days && !hours.error && <Loading lines={daysAhead} />}
        </section>
        {!line.mayClose && <p className="soft">{words('line.mayNot')}</p>}
        {line.mayClose &&
          (line.closure ? (
            <ReopenLine line={line} name={name} closure={line.closure} onDone={onClose} />
          ) : (
            days && <CloseLine line={line} name={name} endsToday={endsToday} onDone={onClose} />
          ))}
      </div>
    </Dialog>
  )
}

/** A day that ends at midnight ends at 24:00; one that is open throughout has words. */
function stretchText({ from, to }: Day['open'][number], formats: Formats, allDay: string): string {
  const [start, end] = [formats.time(from), formats.time(to)]
  if (end !== '00:00') return `${start}–${end}`
  return start === '00:00' ? allDay : `${start}–24:00`
}

function HoursTable({ days }: { days: readonly Day[] }) {
  const words = useWords(regieWords)
  const formats = useFormats()
  const language = useLanguage()
  const columns: TableColumn<Day>[] = [
    {
      id: 'day',
      title: words('line.day'),
      isRowHeader: true,
      // Noon in Brussels is the same date in every zone that a desk stands in.
      cell: ({ date }) => formats.weekday(new Date(`${date}T11:00:00Z`)),
    },
    {
      id: 'periods',
      title: words('line.periods'),
      cell: ({ open }) =>
        open.length === 0 ? (
          <span className="soft">{words('line.none')}</span>
        ) : (
          formats.list(open.map((stretch) => stretchText(stretch, formats, words('line.allDay'))))
        ),
    },
    {
      id: 'why',
      title: words('line.why'),
      cell: ({ because, text }) => (
        <>
          {words(`line.because.${because}`)}
          {text && <span className="soft">: {textIn(text, language)}</span>}
        </>
      ),
    },
  ]
  return (
    <Table
      caption={words('line.hours')}
      columns={columns}
      rows={days}
      rowId={({ date }) => date}
      isMarked={({ because }) => because === 'emergency'}
    />
  )
}
