import { expect, test } from 'vitest'
import { heldBackOf, type Readiness } from './free.ts'

const ready: Readiness = {
  status: 'available',
  lostAt: null,
  hand: [],
  missedOffer: false,
  emergency: false,
}
const held = { contact: 'c', line: 'l', channel: 'chat', state: 'wrapUp' } as const

test('ROUTING-13: an agent is free when there is no reason why not', () => {
  expect(heldBackOf(ready)).toEqual([])
  expect(heldBackOf({ ...ready, hand: [held, held] })).toEqual([])
})

test('ROUTING-13: each reason stands on its own, and all are told', () => {
  const call = { ...held, channel: 'call' } as const
  expect(heldBackOf({ ...ready, hand: [call] })).toEqual(['wrapUp'])
  expect(heldBackOf({ ...ready, hand: [{ ...call, state: 'active' }] })).toEqual([])
  expect(heldBackOf({ ...ready, missedOffer: true })).toEqual(['missedOffer'])
  const everything = { status: 'break', lostAt: 1, hand: [call], missedOffer: true } as const
  expect(heldBackOf({ ...everything, emergency: true })).toEqual([
    'break',
    'deskLost',
    'wrapUp',
    'missedOffer',
    'emergencyBreak',
  ])
})
