import { expect, test } from 'vitest'
import { refusals } from './contract.ts'
import {
  contactLife,
  contactStates,
  type EventName,
  engagementLife,
  engagementStates,
  facts,
  requests,
} from './life.ts'

const events: EventName[] = [...facts, ...(Object.keys(requests) as (keyof typeof requests)[])]

test('CONTACTS-1: every state knows every event', () => {
  for (const state of contactStates) {
    expect(Object.keys(contactLife[state]).sort()).toEqual([...events].sort())
  }
  for (const state of engagementStates) {
    for (const event of events.filter((one) => one !== 'turnAway')) {
      expect(engagementLife[state][event], `${state} × ${event}`).toBeDefined()
    }
  }
})

test('CONTACTS-1: a fact is never refused, and every refusal has a sentence', () => {
  for (const row of [...Object.values(contactLife), ...Object.values(engagementLife)]) {
    for (const fact of facts) expect(typeof row[fact]).toBe('string')
    for (const cell of Object.values(row)) {
      if (typeof cell === 'object') expect(refusals.codes).toContain(cell.no)
    }
  }
})

test('CONTACTS-1: a closed contact stays closed whatever happens', () => {
  for (const cell of Object.values(contactLife.closed)) {
    expect(cell === 'same' || typeof cell === 'object').toBe(true)
  }
})
