import { expect, test } from 'vitest'
import { Fault } from './fault.ts'
import { plainError } from './log.ts'

test('of a refused row the log keeps the code and the place, never the words in it', () => {
  const refused = Object.assign(new Error('invalid input syntax for type uuid: "Jan Peeters"'), {
    code: '22P02',
    detail: 'Failing row contains (Jan Peeters, 0470 12 34 56).',
    where: "unnamed portal parameter $1 = 'Jan Peeters'",
  })
  const kept = plainError(new Fault('database', refused))
  expect(JSON.stringify(kept)).not.toMatch(/Peeters|0470/)
  expect(kept).toMatchObject({ type: 'Fault', cause: { code: '22P02' } })
  expect(kept.cause?.message).toBe('invalid input syntax for type uuid')
  expect(kept.cause?.stack).toContain('log.test.ts')
})

test('what was thrown that is no error is not repeated', () => {
  expect(plainError('Jan Peeters')).toEqual({ type: 'string', message: '', stack: '' })
})
