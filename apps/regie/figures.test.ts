import { expect, test } from 'vitest'
import {
  type AgentRow,
  countStates,
  longestSince,
  serviceLevel,
  stateOf,
  targets,
} from './figures.ts'

const queue = { answered: 0, answeredInTime: 0, abandoned: 0, refused: 0 }

test('REGIE-1: answered within t ÷ (answered + abandoned + refused), added up over queues', () => {
  const housing = { answered: 8, answeredInTime: 6, abandoned: 1, refused: 1 }
  const signingIn = { answered: 9, answeredInTime: 9, abandoned: 1, refused: 0 }
  expect(serviceLevel([housing])).toBe(0.6)
  expect(serviceLevel([housing, signingIn])).toBe(15 / 20)
})

test('REGIE-1: nothing below the line gives no figure, also when all who came left at once', () => {
  expect(serviceLevel([queue])).toBeNull()
  expect(serviceLevel([])).toBeNull()
})

test('REGIE-1: queues with different t say so; the longest wait is the earliest beginning', () => {
  expect(targets([{ targetMs: 30_000 }, { targetMs: 60_000 }])).toEqual({
    from: 30_000,
    to: 60_000,
  })
  expect(longestSince([{ longestSince: 500 }, { longestSince: null }, { longestSince: 200 }])).toBe(
    200,
  )
  expect(longestSince([{ longestSince: null }])).toBeNull()
})

const idle: AgentRow = {
  staff: 's',
  name: 'Noor Wevelaar',
  operator: 'o',
  status: 'available',
  since: 0,
  heldBack: [],
  load: { offered: 0, talking: 0, wrapUp: 0 },
  idleSince: 0,
}

test('REGIE-2: work in hand comes before the reason why nothing more comes', () => {
  expect(stateOf(idle)).toBe('free')
  expect(stateOf({ ...idle, heldBack: ['deskLost'] })).toBe('away')
  expect(stateOf({ ...idle, status: 'signedOut', heldBack: ['signedOut'] })).toBe('signedOut')
  const load = { offered: 1, talking: 1, wrapUp: 1 }
  expect(stateOf({ ...idle, status: 'break', heldBack: ['break'], load })).toBe('active')
  expect(stateOf({ ...idle, load: { ...load, talking: 0 } })).toBe('offered')
  expect(
    stateOf({ ...idle, heldBack: ['wrapUp'], load: { offered: 0, talking: 0, wrapUp: 1 } }),
  ).toBe('wrapUp')
})

test('REGIE-2: each agent is counted once', () => {
  const counts = countStates([idle, { ...idle, heldBack: ['break'] }, idle])
  expect(counts).toMatchObject({ free: 2, away: 1, active: 0 })
})
