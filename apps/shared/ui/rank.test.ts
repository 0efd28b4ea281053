import { expect, test } from 'vitest'
import { rank, score } from './rank.ts'

const commands = [
  'Gesprek doorgeven',
  'Afronden',
  'Opnieuw aanbieden',
  'Pauze beginnen',
  'Één meer',
]
const found = (query: string) => rank(query, commands, (command) => command)

test('DESIGN-4: the beginning wins, then words, initials, parts, letters in order', () => {
  expect([
    score('door', 'Doorgeven'),
    score('door', 'Gesprek doorgeven'),
    score('gd', 'Gesprek doorgeven'),
    score('prek', 'Gesprek doorgeven'),
    score('gkdo', 'Gesprek doorgeven'),
    score('xyz', 'Gesprek doorgeven'),
  ]).toEqual([5, 4, 3, 2, 1, 0])
})

test('DESIGN-4: case and accents do not count', () => {
  expect(found('een')[0]).toBe('Één meer')
  expect(found('AFR')).toEqual(['Afronden'])
})

test('DESIGN-4: an empty query finds all, in their order', () => {
  expect(found('')).toEqual(commands)
  expect(found('  ')).toEqual(commands)
})

test('DESIGN-4: the best comes first', () => {
  expect(found('b')).toEqual(['Pauze beginnen', 'Opnieuw aanbieden'])
})
