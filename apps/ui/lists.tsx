import { useState } from 'react'
import { Duration } from '../shared/ui/duration.tsx'
import { EmptyState } from '../shared/ui/empty-state.tsx'
import { type ShownState, StatePill } from '../shared/ui/state-pill.tsx'
import { Table, type TableColumn } from '../shared/ui/table.tsx'
import { serverNow } from '../shared/ui/ticker.ts'

type Agent = { name: string; state: ShownState; since: number; answered: number }

const columns: TableColumn<Agent>[] = [
  {
    id: 'name',
    title: 'Voorlichter',
    isRowHeader: true,
    cell: ({ name }) => name,
    compare: (a, b) => a.name.localeCompare(b.name),
  },
  { id: 'state', title: 'Toestand', cell: ({ state }) => <StatePill state={state} /> },
  {
    id: 'since',
    title: 'Sinds',
    align: 'end',
    cell: ({ state, since }) => <Duration label={state} since={since} />,
    compare: (a, b) => b.since - a.since,
  },
  {
    id: 'answered',
    title: 'Beantwoord',
    align: 'end',
    cell: ({ answered }) => answered,
    compare: (a, b) => a.answered - b.answered,
  },
]

export function Lists() {
  const [now] = useState(serverNow)
  const agents: Agent[] = [
    { name: 'Amina', state: 'active', since: now - 182_000, answered: 14 },
    { name: 'Bert', state: 'wrap-up', since: now - 41_000, answered: 11 },
    { name: 'Chloé', state: 'free', since: now - 7_000, answered: 19 },
    { name: 'Daan', state: 'away', since: now - 1_260_000, answered: 8 },
  ]
  return (
    <div className="stack">
      <Table
        caption="Voorlichters van vandaag"
        columns={columns}
        rows={agents}
        rowId={({ name }) => name}
        isMarked={({ name }) => name === 'Daan'}
      />
      <Table
        caption="Voorlichters van morgen"
        columns={columns}
        rows={[]}
        rowId={({ name }) => name}
        empty={<EmptyState title="Nog geen rooster voor morgen" />}
      />
    </div>
  )
}
