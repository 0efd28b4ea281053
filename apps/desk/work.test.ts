import { expect, test } from 'vitest'
import { workOf } from './sample.ts'
import { may, needsOutcomes, shownState, worksOf } from './work.ts'

test('DESK-6: what may be done follows the tables of the contact and of the engagement', () => {
  const talking = workOf('noor', { contact: 'talking', engagement: 'active' })
  expect(may(talking, 'hold')).toBe(true)
  expect(may(talking, 'resume')).toBe(false)
  expect(may(talking, 'wrapUp')).toBe(false)
  const over = workOf('noor', { contact: 'over', engagement: 'wrapUp' })
  expect(may(over, 'wrapUp')).toBe(true)
  expect(may(over, 'reply')).toBe(false)
  const passedOn = workOf('noor', { contact: 'talking', engagement: 'wrapUp' })
  expect(may(passedOn, 'reply')).toBe(false)
  expect(needsOutcomes(over)).toBe(true)
  expect(needsOutcomes(passedOn)).toBe(false)
})

test('DESK-6: the work of an agent is their own, not ended, in the order of the offers', () => {
  const works = [
    workOf('noor', { contact: 'talking', engagement: 'active' }, 2),
    workOf('noor', { contact: 'offered', engagement: 'offered' }, 1),
    workOf('tarik', { contact: 'talking', engagement: 'active' }, 3),
    workOf('noor', { contact: 'closed', engagement: 'ended' }, 4),
  ]
  const mine = worksOf({ contacts: works.map(({ contact }) => contact) }, 'noor')
  expect(mine.map(shownState)).toEqual(['offered', 'active'])
})
