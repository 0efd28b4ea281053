import { createContext, use } from 'react'
import type { Output } from '../../server/kit/contract.ts'
import { must } from '../../server/kit/must.ts'
import type { me } from '../../server/modules/access/contract.ts'
import type { DeskView } from '../../server/modules/routing/contract.ts'
import type { Known } from './known.ts'
import type { Shelf } from './shelf.ts'
import type { Work } from './work.ts'

export type Me = Output<typeof me>

/** What every part of the desk may need. */
export interface DeskHouse {
  me: Me
  view: DeskView
  works: readonly Work[]
  shelf: Shelf
  /** Names of lines and themes. */
  known: Known
  /** The work on screen, or null. */
  chosen: Work | null
  /** Turns to the work of this engagement; null turns to the list. */
  choose(engagement: string | null): void
}

export const DeskContext = createContext<DeskHouse | null>(null)

export const useDesk = (): DeskHouse => must(use(DeskContext), 'desk')
