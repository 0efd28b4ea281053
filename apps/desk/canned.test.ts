import { expect, test } from 'vitest'
import { cannedAt, fillCanned, findCanned } from './canned.ts'

const answers = [
  { id: 'begroeting', title: 'Begroeting', body: { nl: 'Dag, u chat met {{voornaamAgent}}.' } },
  { id: 'opzoeken', title: 'Ik zoek het op', body: { nl: 'Een ogenblik.', fr: 'Un instant.' } },
]

test('DESK-7: a slash at the beginning or after a space asks, with what follows it', () => {
  expect(cannedAt('/', 1)).toEqual({ from: 0, query: '' })
  expect(cannedAt('Dag. /beg', 9)).toEqual({ from: 5, query: 'beg' })
  expect(cannedAt('Dag. /beg en meer', 9)).toEqual({ from: 5, query: 'beg' })
})

test('DESK-7: a slash in a word, or with a space after it, is a slash', () => {
  for (const text of ['50 km/u', '1/2', 'en / of', 'https://x']) {
    expect(cannedAt(text, text.length)).toBeNull()
  }
})

test('DESK-7: a few letters find it', () => {
  expect(findCanned(answers, 'zoek').map(({ id }) => id)).toEqual(['opzoeken'])
  expect(findCanned(answers, '')).toHaveLength(2)
  expect(findCanned(answers, 'qqq')).toEqual([])
})

test('DESK-7: it comes in the language of the contact, with its blanks filled where they are known', () => {
  const [greeting, search] = answers
  if (!greeting || !search) throw new Error('no answers')
  expect(fillCanned(search, 'fr', {})).toBe('Un instant.')
  expect(fillCanned(search, 'de', {})).toBe('Een ogenblik.')
  expect(fillCanned(greeting, 'nl', { voornaamAgent: 'Noor' })).toBe('Dag, u chat met Noor.')
  expect(fillCanned(greeting, 'nl', {})).toContain('{{voornaamAgent}}')
})
