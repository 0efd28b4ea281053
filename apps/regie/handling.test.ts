import fc from 'fast-check'
import { expect, test } from 'vitest'
import { handlingTable } from './handling.ts'
import { phaseNames, phasesUntil, stretchesOf } from './phases.ts'

const stretch = fc.record({
  engagement: fc.constantFrom('e1', 'e2'),
  staff: fc.constantFrom('noor', 'tarik', 'wout'),
  question: fc.constantFrom('v1', 'v2'),
  phase: fc.constantFrom('active' as const, 'hold' as const, 'wrapUp' as const),
  from: fc.constant(0),
  until: fc.constant(0),
  handlingMs: fc.nat(10_000_000),
})

test('REGIE-5: phases add up to rows, rows to the sum, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(stretch), (stretches) => {
      const { rows, sum } = handlingTable(stretches)
      for (const row of [...rows, sum]) expect(row.active + row.hold + row.wrapUp).toBe(row.total)
      expect(rows.reduce((total, row) => total + row.total, 0)).toBe(sum.total)
      expect(stretches.reduce((total, { handlingMs }) => total + handlingMs, 0)).toBe(sum.total)
      const keys = rows.map(({ staff, question }) => `${staff} ${question}`)
      expect(new Set(keys).size).toBe(keys.length)
    }),
  )
})

test('REGIE-5: the phases that are shown in whole seconds add up to the whole that is shown', () => {
  const ms = fc.nat(100_000)
  fc.assert(
    fc.property(fc.tuple(ms, ms, ms, ms, ms), ([waiting, offered, talking, held, over]) => {
      const phases = { waiting, offered, talking, held, over }
      const whole = phaseNames.reduce((total, phase) => total + phases[phase], 0)
      const shown = stretchesOf(phases).reduce((total, { shownMs }) => total + shownMs, 0)
      expect(shown).toBe(Math.floor(whole / 1000) * 1000)
    }),
  )
})

test('REGIE-5: a phase that still runs counts until now; a closed contact has none', () => {
  const phases = { waiting: 4_000, offered: 0, talking: 0, held: 0, over: 0 }
  const contact = { phases, state: 'offered', stateSince: 10_000 } as const
  expect(phasesUntil(contact, 12_500)).toEqual({ ...phases, offered: 2_500 })
  expect(phasesUntil({ ...contact, state: 'closed' }, 99_000)).toEqual(phases)
})
