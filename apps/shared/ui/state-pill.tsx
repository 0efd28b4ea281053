import type { ReactNode } from 'react'
import { useWords } from '../words/book.ts'
import { commonWords } from '../words/common.ts'
import { Icon, type IconName } from './icon.tsx'

const icons = {
  free: 'ok',
  waiting: 'waiting',
  offered: 'bell',
  active: 'chat',
  hold: 'pause',
  'wrap-up': 'write',
  away: 'away',
  closed: 'accept',
} as const satisfies Record<string, IconName>

/** The states of a contact or an agent, as people see them. */
export type ShownState = keyof typeof icons
export const shownStates = Object.keys(icons) as ShownState[]

export type StatePillProps = {
  state: ShownState
  /** Instead of the common word: the channel's own ("Aan de lijn"), a reason ("Pauze"). */
  label?: string | undefined
  /** Beside the word, such as a Duration. */
  children?: ReactNode
}

/** A state: its icon, its word, its colour. */
export function StatePill({ state, label, children }: StatePillProps) {
  const words = useWords(commonWords)
  return (
    <span className="ui-state" data-state={state}>
      <Icon name={icons[state]} />
      <span>{label ?? words(`state.${state}`)}</span>
      {children}
    </span>
  )
}
