import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import { Duration } from '../shared/ui/duration.tsx'
import { EmptyState } from '../shared/ui/empty-state.tsx'
import { useShortcuts } from '../shared/ui/shortcuts.ts'
import type { TableColumn } from '../shared/ui/table.tsx'
import { useWords } from '../shared/words/book.ts'
import { useFormats } from '../shared/words/format.ts'
import { regieWords } from '../shared/words/regie.ts'
import { longestSince, type QueueRow, serviceLevel, sum } from './figures.ts'
import { GroupedTable, type RowGroup } from './grouped-table.tsx'
import type { Known } from './known.ts'
import { Level } from './level.tsx'
import { LineState } from './line-state.tsx'

type LineTableProps = {
  queues: readonly QueueRow[]
  known: Known
  onOpen: (line: string) => void
}

/** Each line with its queues: who waits, how well it goes today, and whether it is open. */
export function LineTable({ queues, known, onOpen }: LineTableProps) {
  const words = useWords(regieWords)
  const figures = useFigures()
  const lines = useMemo(() => byLine(queues, known), [queues, known])
  const nameOf = (id: string) => known.lineName(id) ?? words('board.unknownLine')
  useShortcuts(
    known.lines
      .filter(({ id }) => lines.has(id))
      .map(({ id }) => ({
        id: `line-${id}`,
        title: words('keys.line', { line: nameOf(id) }),
        group: words('keys.lines'),
        run: () => onOpen(id),
      })),
  )
  if (queues.length === 0)
    return (
      <EmptyState icon="users" title={words('board.empty')}>
        {words('board.emptyText')}
      </EmptyState>
    )
  const groups: RowGroup<QueueRow>[] = [...lines].map(([id, rows]) => ({
    id,
    rows,
    title: (
      <span className="line-name">
        <Button className="row-link" data-row="" onPress={() => onOpen(id)}>
          {nameOf(id)}
        </Button>
        <LineState line={known.lines.find((line) => line.id === id)} />
      </span>
    ),
    cell: (column) => figures.find((figure) => figure.id === column)?.of(rows),
  }))
  const columns: TableColumn<QueueRow>[] = [
    {
      id: 'queue',
      title: words('board.queue'),
      isRowHeader: true,
      cell: ({ queue }) => known.queueName(queue) ?? '',
    },
    ...figures.map(({ id, title, value, of }) => ({
      id,
      title,
      align: id === 'level' ? ('start' as const) : ('end' as const),
      compare: (a: QueueRow, b: QueueRow) => value(a) - value(b),
      cell: (row: QueueRow) => of([row]),
    })),
  ]
  return (
    <section className="lines">
      <h2>{words('board.lines')}</h2>
      <GroupedTable
        caption={words('board.lines')}
        columns={columns}
        groups={groups}
        rowId={({ queue }) => queue}
        isMarked={({ waiting, free }) => waiting > 0 && free === 0}
      />
    </section>
  )
}

/** The queues of each line, in the order in which lines and queues are set up. */
function byLine(queues: readonly QueueRow[], { lines }: Known): Map<string, QueueRow[]> {
  const order = [...lines.map(({ id }) => id), ...queues.map(({ line }) => line)]
  const groups = new Map<string, QueueRow[]>()
  for (const line of new Set(order)) {
    const place = lines.find(({ id }) => id === line)?.queues.map(({ id }) => id) ?? []
    const rows = queues
      .filter((queue) => queue.line === line)
      .sort((a, b) => place.indexOf(a.queue) - place.indexOf(b.queue))
    if (rows.length > 0) groups.set(line, rows)
  }
  return groups
}

type Figure = {
  id: string
  title: string
  /** What it is sorted by. */
  value: (row: QueueRow) => number
  /** What is shown of one queue, or of the queues of a line together. */
  of: (rows: readonly QueueRow[]) => React.ReactNode
}

function useFigures(): Figure[] {
  const words = useWords(regieWords)
  const total = (id: string, title: string, value: Figure['value']): Figure => ({
    id,
    title,
    value,
    of: (rows) => <Count value={sum(rows, value)} />,
  })
  return [
    total('waiting', words('board.waiting'), ({ waiting }) => waiting),
    {
      id: 'longest',
      title: words('board.longestWait'),
      value: ({ longestSince: since }) => (since === null ? 0 : -since),
      of: (rows) => {
        const since = longestSince(rows)
        if (since === null) return <Count value={0} />
        return <Duration label={words('board.longestWait')} since={since} />
      },
    },
    {
      id: 'level',
      title: words('board.serviceLevel'),
      value: (row) => serviceLevel([row]) ?? -1,
      of: (rows) => <Level queues={rows} />,
    },
    total('talking', words('board.talking'), ({ talking }) => talking),
    {
      id: 'free',
      title: words('board.room'),
      value: ({ free }) => free,
      // One agent can be free for several queues of a line: adding them up would count them twice.
      of: ([row, ...others]) => others.length === 0 && row && <Count value={row.free} />,
    },
    total('arrived', words('board.arrived'), ({ arrived }) => arrived),
    total('answered', words('board.answered'), ({ answered }) => answered),
    {
      id: 'lost',
      title: words('board.lost'),
      value: ({ abandoned, refused }) => abandoned + refused,
      of: (rows) => <Lost rows={rows} />,
    },
  ]
}

/** A number; nought stands back, so that the others are seen. */
function Count({ value }: { value: number }) {
  const formats = useFormats()
  return value === 0 ? <span className="quiet">{value}</span> : formats.number(value)
}

function Lost({ rows }: { rows: readonly QueueRow[] }) {
  const words = useWords(regieWords)
  const abandoned = sum(rows, (row) => row.abandoned)
  const refused = sum(rows, (row) => row.refused)
  const short = sum(rows, ({ shortAbandons }) => shortAbandons)
  return (
    <span title={words('board.lostDetail', { abandoned, refused, short })}>
      <Count value={abandoned + refused} />
      {short > 0 && <small className="soft"> {words('board.short', { count: short })}</small>}
    </span>
  )
}
