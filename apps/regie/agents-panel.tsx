import { useState } from 'react'
import { EmptyState } from '../shared/ui/empty-state.tsx'
import { Select } from '../shared/ui/select.tsx'
import { StatePill } from '../shared/ui/state-pill.tsx'
import { Switch } from '../shared/ui/switch.tsx'
import { useWords } from '../shared/words/book.ts'
import { regieWords } from '../shared/words/regie.ts'
import { AgentTable } from './agent-table.tsx'
import {
  type AgentRow,
  type AgentState,
  agentStates,
  countStates,
  pillOf,
  stateOf,
} from './figures.ts'
import type { Known } from './known.ts'

type AgentsPanelProps = { agents: readonly AgentRow[]; known: Known }

/** Who is at work and doing what: only for their own supervisor (REGIE-7). */
export function AgentsPanel({ agents, known }: AgentsPanelProps) {
  const words = useWords(regieWords)
  const [filter, setFilter] = useState<AgentState | 'all'>('all')
  const [isGrouped, setGrouped] = useState(false)
  const counts = countStates(agents)
  const here = agents.filter((agent) => stateOf(agent) !== 'signedOut')
  const shown = filter === 'all' ? here : agents.filter((agent) => stateOf(agent) === filter)
  const isMany = new Set(agents.map(({ operator }) => operator)).size > 1
  const label = (state: AgentState) => words(`agents.state.${state}`)
  return (
    <section className="agents">
      <header>
        <h2>
          {words('agents.title')} <span className="quiet">{here.length}</span>
        </h2>
        <ul className="agent-counts">
          {agentStates.map((state) => (
            <li key={state} data-none={counts[state] === 0 || undefined}>
              <StatePill state={pillOf[state]} label={label(state)}>
                <span className="ui-figures">{counts[state]}</span>
              </StatePill>
            </li>
          ))}
        </ul>
        {isMany && (
          <Switch isSelected={isGrouped} onChange={setGrouped}>
            {words('agents.group')}
          </Switch>
        )}
        <Select
          label={words('agents.filter')}
          isLabelHidden
          options={[
            { id: 'all' as const, label: words('agents.all') },
            ...agentStates.map((state) => ({ id: state, label: label(state) })),
          ]}
          value={filter}
          onChange={setFilter}
        />
      </header>
      {shown.length === 0 ? (
        <EmptyState
          icon="users"
          title={words(filter === 'all' ? 'agents.emptyAll' : 'agents.empty')}
        />
      ) : (
        <AgentTable agents={shown} known={known} isGrouped={isGrouped && isMany} />
      )}
    </section>
  )
}
