import type { BoardView } from '../../server/modules/routing/contract.ts'
import { Badge } from '../shared/ui/badge.tsx'
import { Duration } from '../shared/ui/duration.tsx'
import { EmptyState } from '../shared/ui/empty-state.tsx'
import { StatePill } from '../shared/ui/state-pill.tsx'
import { Table, type TableColumn } from '../shared/ui/table.tsx'
import { useWords } from '../shared/words/book.ts'
import { regieWords } from '../shared/words/regie.ts'
import type { Known } from './known.ts'
import { addressOf } from './place.ts'

type Row = BoardView['waiting'][number]

/** Urgent first, then who waits longest. */
const inOrder = (a: Row, b: Row) => Number(b.urgent) - Number(a.urgent) || a.since - b.since

/** Everybody who waits, each a link to what happened so far. */
export function WaitingTable({ rows, known }: { rows: readonly Row[]; known: Known }) {
  const words = useWords(regieWords)
  const columns: TableColumn<Row>[] = [
    {
      id: 'contact',
      title: words('waiting.contact'),
      isRowHeader: true,
      cell: ({ contact, reference }) => (
        <a
          className="row-link"
          data-row=""
          href={addressOf({ page: 'contact', contact })}
          title={words('waiting.open', { reference })}
        >
          {reference}
        </a>
      ),
    },
    {
      id: 'queue',
      title: words('waiting.queue'),
      cell: ({ queue }) => known.queueName(queue) ?? '',
      compare: (a, b) =>
        (known.queueName(a.queue) ?? '').localeCompare(known.queueName(b.queue) ?? ''),
    },
    {
      id: 'state',
      title: words('waiting.state'),
      cell: ({ state, urgent }) => (
        <span className="pills">
          {urgent && <Badge tone="danger">{words('waiting.urgent')}</Badge>}
          <StatePill state={state} />
        </span>
      ),
    },
    {
      id: 'wait',
      title: words('waiting.wait'),
      align: 'end',
      cell: ({ since }) => <Duration label={words('waiting.wait')} since={since} />,
      compare: (a, b) => b.since - a.since,
    },
  ]
  return (
    <section className="waiting">
      <h2>
        {words('waiting.title')} <span className="quiet">{rows.length}</span>
      </h2>
      {rows.length === 0 ? (
        <EmptyState icon="ok" title={words('waiting.empty')} />
      ) : (
        <Table
          caption={words('waiting.title')}
          columns={columns}
          rows={rows.toSorted(inOrder)}
          rowId={({ contact }) => contact}
          isMarked={({ urgent }) => urgent}
        />
      )}
    </section>
  )
}
