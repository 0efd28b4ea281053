import type { Output } from '../../server/kit/contract.ts'
import type { timeline } from '../../server/modules/contacts/contract.ts'

type Stretch = Output<typeof timeline>['handling'][number]

/** Handling time by phase, in whole milliseconds. */
export type Times = { active: number; hold: number; wrapUp: number; total: number }
export type HandlingRow = { staff: string; question: string } & Times

const none: Times = { active: 0, hold: 0, wrapUp: 0, total: 0 }

function add(times: Times, { phase, handlingMs }: Pick<Stretch, 'phase' | 'handlingMs'>): Times {
  return { ...times, [phase]: times[phase] + handlingMs, total: times.total + handlingMs }
}

/** A row for each agent and question, in the order in which they were first worked on, and the sum. */
export function handlingTable(stretches: readonly Stretch[]): { rows: HandlingRow[]; sum: Times } {
  const rows = new Map<string, HandlingRow>()
  let sum = none
  for (const stretch of stretches) {
    const { staff, question } = stretch
    const key = `${staff} ${question}`
    const times = add(rows.get(key) ?? none, stretch)
    rows.set(key, { staff, question, ...times })
    sum = add(sum, stretch)
  }
  return { rows: [...rows.values()], sum }
}
