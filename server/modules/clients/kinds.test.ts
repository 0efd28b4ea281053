import { expect, test } from 'vitest'
import { kinds } from './kinds.ts'

const off = { listening: false, readingAlong: false, recording: false, namedFigures: false }
const operation = (monitoring: object) =>
  kinds.lineOperation.schema.safeParse({
    v: 1,
    atOnce: { chat: 2, written: 2 },
    wrapUpCapSeconds: 120,
    monitoring,
  }).success

test('CLIENTS-25: no way of watching agents without the date of the consultation', () => {
  expect(operation({ ...off, staffConsultationDate: null })).toBe(true)
  expect(operation({ ...off, listening: true, staffConsultationDate: '2026-09-01' })).toBe(true)
  for (const way of Object.keys(off))
    expect(operation({ ...off, [way]: true, staffConsultationDate: null })).toBe(false)
})

test('CLIENTS-17: a shape that nobody knows is refused, and so is a field too many', () => {
  const { schema } = kinds.operator
  expect(schema.safeParse({ v: 1, name: 'Sterrebos' }).success).toBe(true)
  expect(schema.safeParse({ v: 2, name: 'Sterrebos' }).success).toBe(false)
  expect(schema.safeParse({ v: 1, name: 'Sterrebos', secret: 1 }).success).toBe(false)
})

test('CLIENTS-17: what one can do instead is a page, an address or a number, never a script', () => {
  const instead = kinds.line.schema.shape.texts.shape.instead.element.shape.href
  for (const fine of ['https://www.leemland.example', 'mailto:1700@leemland.example', 'tel:1700'])
    expect(instead.safeParse(fine).success).toBe(true)
  for (const bad of [
    'javascript:alert(1)',
    'http://plain.example',
    ' https://x',
    'data:text/html,',
  ])
    expect(instead.safeParse(bad).success).toBe(false)
})
