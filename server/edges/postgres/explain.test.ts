import { expect, test } from 'vitest'
import { explain } from './explain.ts'

test.each([
  [
    'PANIC:  could not write to file "pg_wal/xlogtemp.29": No space left on device',
    /^The disk that holds/,
  ],
  ['FATAL:  incorrect checksum in control file', /is damaged/],
  ['PANIC:  could not locate a valid checkpoint record at 0/1CEA430', /is damaged/],
  ['PANIC:  could not read file "global/pg_control": read 0 of 296', /is damaged/],
  ['FATAL:  data directory "/srv/data" has wrong ownership', /cannot be read and written/],
  ['FATAL:  could not create shared memory segment: Cannot allocate memory', /shared memory/],
  ['LOG:  x\nFATAL:  something new', /^PostgreSQL stopped: FATAL: {2}something new\.$/],
  ['', /^PostgreSQL stopped: it left no message\.$/],
])('PostgreSQL says: %s', (output, sentence) => {
  expect(explain(output, '/srv/data').message).toMatch(sentence)
})
