import { expect, test } from 'vitest'
import { lackOf } from './outcome.ts'

const question = { theme: null, outcome: null }
const said = (outcome: Parameters<typeof lackOf>[1]) => outcome

test('DESK-8: a question without an outcome lacks one', () => {
  expect(lackOf(question, null, 'nl')).toMatchObject({ field: 'outcome' })
  expect(lackOf({ theme: 't', outcome: 'answered' }, null, 'nl')).toBeNull()
})

test('DESK-8: answered needs a theme, silent does not', () => {
  const answered = said({ outcome: 'answered', destination: '' })
  expect(lackOf(question, answered, 'en')).toEqual({
    field: 'theme',
    sentence: 'First choose the theme of this question.',
  })
  expect(lackOf({ ...question, theme: 't' }, answered, 'nl')).toBeNull()
  expect(lackOf(question, said({ outcome: 'silent', destination: '' }), 'nl')).toBeNull()
})

test('DESK-8: who is sent on must know where to', () => {
  const known = { ...question, theme: 't' }
  const nowhere = said({ outcome: 'signposted', destination: '  ' })
  expect(lackOf(known, nowhere, 'nl')).toMatchObject({ field: 'destination' })
  const there = said({ outcome: 'forwarded', destination: 'Dienst Wonen' })
  expect(lackOf(known, there, 'nl')).toBeNull()
})
