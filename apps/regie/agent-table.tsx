import { Duration } from '../shared/ui/duration.tsx'
import { Icon } from '../shared/ui/icon.tsx'
import { StatePill } from '../shared/ui/state-pill.tsx'
import type { TableColumn } from '../shared/ui/table.tsx'
import { useWords } from '../shared/words/book.ts'
import { useFormats } from '../shared/words/format.ts'
import { regieWords } from '../shared/words/regie.ts'
import { type AgentRow, agentStates, pillOf, stateOf } from './figures.ts'
import { GroupedTable, type RowGroup } from './grouped-table.tsx'
import type { Known } from './known.ts'

type AgentTableProps = { agents: readonly AgentRow[]; known: Known; isGrouped: boolean }

const byName = (a: AgentRow, b: AgentRow) => a.name.localeCompare(b.name)

/** Each agent: what they do, what they chose, what the system makes of it, and what they have in hand. */
export function AgentTable({ agents, known, isGrouped }: AgentTableProps) {
  const words = useWords(regieWords)
  const columns = useColumns()
  const operatorOf = ({ operator }: AgentRow) =>
    known.operatorName(operator) ?? words('agents.unknownOperator')
  const inOrder = agents.toSorted(byName)
  const operators = [...new Set(inOrder.map(operatorOf))].sort()
  const groups: RowGroup<AgentRow>[] = isGrouped
    ? operators.map((title) => ({
        id: title,
        title,
        rows: inOrder.filter((agent) => operatorOf(agent) === title),
      }))
    : [{ id: 'all', rows: inOrder }]
  const [name, ...others] = columns
  const operator: TableColumn<AgentRow> = {
    id: 'operator',
    title: words('agents.operator'),
    cell: (agent) => operatorOf(agent),
    compare: (a, b) => operatorOf(a).localeCompare(operatorOf(b)),
  }
  return (
    <GroupedTable
      caption={words('agents.title')}
      columns={[...(name ? [name] : []), ...(isGrouped ? [] : [operator]), ...others]}
      groups={groups}
      rowId={({ staff }) => staff}
    />
  )
}

function useColumns(): TableColumn<AgentRow>[] {
  const words = useWords(regieWords)
  return [
    {
      id: 'name',
      title: words('agents.name'),
      isRowHeader: true,
      cell: ({ name }) => name,
      compare: byName,
    },
    {
      id: 'state',
      title: words('agents.system'),
      cell: (agent) => <SystemState agent={agent} />,
      compare: (a, b) => agentStates.indexOf(stateOf(a)) - agentStates.indexOf(stateOf(b)),
    },
    {
      id: 'status',
      title: words('agents.status'),
      cell: ({ status, since }) => (
        <span className="status">
          {words(`agents.chosen.${status}`)}
          <Duration label={words('agents.status')} since={since} />
        </span>
      ),
      compare: (a, b) => b.since - a.since,
    },
    {
      id: 'inHand',
      title: words('agents.inHand'),
      align: 'end',
      cell: ({ load }) => <Load load={load} />,
      compare: (a, b) => inHand(a) - inHand(b),
    },
    {
      id: 'idle',
      title: words('agents.idle'),
      align: 'end',
      cell: ({ idleSince }) =>
        idleSince === null ? (
          <span className="quiet">–</span>
        ) : (
          <Duration label={words('agents.idle')} since={idleSince} />
        ),
      compare: (a, b) => (b.idleSince ?? Infinity) - (a.idleSince ?? Infinity) || 0,
    },
  ]
}

const inHand = ({ load }: AgentRow) => load.offered + load.talking + load.wrapUp

/** What the agent is doing, and why nothing more comes if nothing does. */
function SystemState({ agent }: { agent: AgentRow }) {
  const words = useWords(regieWords)
  const formats = useFormats()
  const state = stateOf(agent)
  const reasons = agent.heldBack.map((reason) => words(`agents.heldBack.${reason}`))
  return (
    <span className="pills">
      <StatePill state={pillOf[state]} label={words(`agents.state.${state}`)} />
      {reasons.length > 0 && state !== 'signedOut' && (
        <span className="soft">{formats.list(reasons)}</span>
      )}
    </span>
  )
}

const parts = [
  ['offered', 'bell'],
  ['talking', 'chat'],
  ['wrapUp', 'write'],
] as const

/** Offered, talking and wrap-up, as three numbers that keep their places. */
function Load({ load }: Pick<AgentRow, 'load'>) {
  const words = useWords(regieWords)
  const said = words('agents.load', load)
  return (
    <span className="load" title={said}>
      <span className="ui-hidden">{said}</span>
      {parts.map(([part, icon]) => (
        <span key={part} aria-hidden="true" className={load[part] === 0 ? 'quiet' : undefined}>
          <Icon name={icon} />
          {load[part]}
        </span>
      ))}
    </span>
  )
}
