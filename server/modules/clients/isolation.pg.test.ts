import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { townIds } from '../../../town/ids.ts'
import { seedTown } from '../../../town/seed.ts'
import { MovableClock } from '../../kit/clock.ts'
import { type Actor, Db, type Tx } from '../../kit/db.ts'
import { newId } from '../../kit/ids.ts'
import { testDatabase } from '../../kit/testing.ts'
import { EVERYTHING, type KindName } from './kinds.ts'
import { currentSettings, putSetting } from './settings.ts'

/** Who sees and who changes what, in the database itself: nothing here relies on a route. */

const now = Date.now()
const clock = new MovableClock(now)
const database = await testDatabase()
const db = new Db(database.url)
const owner = new Client({ connectionString: database.ownerUrl })

beforeAll(async () => {
  await owner.connect()
  await seedTown({ ownerUrl: database.ownerUrl, issuer: 'https://id.example', now })
})
afterAll(async () => {
  await Promise.all([db.close(), owner.end()])
  await database.drop()
})

const staff = (subject: string): Actor => ({ kind: 'staff', id: townIds.staff(subject) })
const nobody: Actor = { kind: 'nobody' }
const citizen: Actor = { kind: 'citizen', contact: newId() }

const sterrebos = ['1700', 'gezinslijn']
const all = ['1700', 'gezinslijn', 'ravelinge', 'wegenlijn']
const people: [string, Actor, { lines: string[]; answers?: string[] }][] = [
  ['an agent of Sterrebos', staff('noor'), { lines: sterrebos }],
  ['an agent of Kwartel', staff('wout'), { lines: ['ravelinge'] }],
  ['an agent of Stemhuis', staff('daan'), { lines: ['wegenlijn'] }],
  ['a supervisor of Sterrebos', staff('mieke'), { lines: sterrebos }],
  ['the contact-centre expert', staff('vera'), { lines: all }],
  ['the administrator', staff('ruben'), { lines: all }],
  ['the client of Roads', staff('bram'), { lines: [], answers: ['wegenlijn'] }],
  ['an editor of Housing', staff('hilde'), { lines: [] }],
  ['the privacy officer', staff('yasmina'), { lines: [] }],
  ['a citizen', citizen, { lines: [] }],
  ['nobody', nobody, { lines: [] }],
]

describe.each(people)('%s', (_, actor, { lines, answers = lines }) => {
  const subjects = (kind: KindName) =>
    db.as(actor, async (tx) =>
      (await currentSettings(tx, kind, now)).map(({ subject }) => subject).sort(),
    )
  const ids = (codes: string[]) => codes.map(townIds.line).sort()

  test('CLIENTS-18: sees of the settings of lines only what goes with the role', async () => {
    expect(await subjects('lineOperation')).toEqual(ids(lines))
    expect(await subjects('cannedAnswers')).toEqual(ids(answers))
    const queues = await db.as(actor, (tx) =>
      sql<{ code: string }>`select distinct l.code from setting s
        join queue q on q.id = s.subject join line l on l.id = q.line_id
        where s.kind = 'queue' order by 1`.execute(tx.q),
    )
    expect(queues.rows.map(({ code }) => code)).toEqual(lines)
  })

  test('CLIENTS-18: sees every public setting', async () => {
    expect(await subjects('line')).toEqual(ids(all))
    expect(await subjects('emergencyClosure')).toEqual(ids(all))
    expect(await subjects('emergencyNumbers')).toEqual([EVERYTHING])
    expect(await subjects('theme')).not.toEqual([])
    expect(await subjects('department')).not.toEqual([])
    expect(await subjects('operator')).not.toEqual([])
  })

  test('CLIENTS-18: only the administrator sees the words of danger', async () => {
    expect(await subjects('dangerWords')).toEqual(
      lines === all && actor === people[5]?.[1] ? [EVERYTHING] : [],
    )
  })

  test('CLIENTS-21: sees what exists; who operates a line only as staff', async () => {
    const seen = await db.as(actor, async ({ q }) => ({
      lines: (await q.selectFrom('line').select('id').execute()).length,
      departments: (await q.selectFrom('department').select('id').execute()).length,
      operators: (await q.selectFrom('operator').select('id').execute()).length,
      themes: (await q.selectFrom('theme').select('id').execute()).length,
      lineThemes: (await q.selectFrom('line_theme').select('line_id').execute()).length,
      lineOperators: (await q.selectFrom('line_operator').select('line_id').execute()).length,
    }))
    const served = actor.kind === 'staff' ? 4 : 0
    expect(seen).toEqual({
      lines: 4,
      departments: 8,
      operators: 3,
      themes: 19,
      lineThemes: 20,
      lineOperators: served,
    })
  })

  test.each(['operator', 'department', 'line', 'line_operator', 'theme', 'line_theme', 'queue'])(
    'CLIENTS-21: changes nothing in %s',
    async (table) => {
      const name = sql.table(table)
      const denied = /permission denied/
      const run = (change: (tx: Tx) => Promise<unknown>) => db.as(actor, change)
      await expect(run((tx) => sql`delete from ${name}`.execute(tx.q))).rejects.toThrow(denied)
      await expect(
        run((tx) => sql`insert into ${name} select * from ${name}`.execute(tx.q)),
      ).rejects.toThrow(denied)
      const column = sql.ref(table.includes('_') ? 'line_id' : 'id')
      await expect(
        run((tx) => sql`update ${name} set ${column} = ${column}`.execute(tx.q)),
      ).rejects.toThrow(denied)
    },
  )

  test('CLIENTS-15: changes no version in place, and removes none', async () => {
    const run = (change: (tx: Tx) => Promise<unknown>) => db.as(actor, change)
    await expect(run((tx) => sql`delete from setting`.execute(tx.q))).rejects.toThrow('permission')
    await expect(run((tx) => sql`update setting set public = true`.execute(tx.q))).rejects.toThrow(
      'permission',
    )
  })
})

describe('CLIENTS-19: who adds a version', () => {
  const close = (actor: Actor, line: string) =>
    db.as(actor, (tx) =>
      putSetting(tx, clock, {
        kind: 'emergencyClosure',
        subject: townIds.line(line),
        value: { v: 1, closure: null },
        reason: 'test',
      }),
    )
  const denied = /row-level security/

  test('CLIENTS-19: who oversees a line, for that line', async () => {
    await expect(close(staff('mieke'), '1700')).resolves.toBeTypeOf('string')
    await expect(close(staff('mieke'), 'ravelinge')).rejects.toThrow(denied)
    await expect(close(staff('vera'), 'ravelinge')).resolves.toBeTypeOf('string')
    await expect(close(staff('ruben'), 'wegenlijn')).resolves.toBeTypeOf('string')
  })

  test.each(['noor', 'bram', 'hilde', 'yasmina'])('CLIENTS-19: not %s', async (subject) => {
    await expect(close(staff(subject), '1700')).rejects.toThrow(denied)
  })

  test('CLIENTS-19: neither a citizen nor nobody', async () => {
    await expect(close(citizen, '1700')).rejects.toThrow(denied)
    await expect(close(nobody, '1700')).rejects.toThrow(denied)
  })

  test('CLIENTS-19: a supervisor cannot reach another line, another kind or another name', async () => {
    const [mine, theirs] = [townIds.line('1700'), townIds.line('ravelinge')]
    const forge = (row: { kind?: string; subject?: string; by?: string }) =>
      db.as(staff('mieke'), (tx) =>
        tx.q
          .insertInto('setting')
          .values({
            id: newId(),
            kind: row.kind ?? 'emergencyClosure',
            subject: row.subject ?? mine,
            value: '{}',
            public: true,
            line_id: mine,
            valid_from: new Date(now),
            made_at: new Date(now),
            made_by: row.by ?? townIds.staff('mieke'),
          })
          .execute(),
      )
    await expect(forge({ subject: theirs })).rejects.toThrow(denied)
    await expect(forge({ kind: 'lineOperation' })).rejects.toThrow(denied)
    await expect(forge({ kind: 'line' })).rejects.toThrow(denied)
    await expect(forge({ by: townIds.staff('noor') })).rejects.toThrow(denied)
  })

  test('CLIENTS-22: a role at one operator gives nothing at another', async () => {
    await owner.query(
      `insert into staff_grant select staff_id, 'agent', 'operator',
        (select code from operator where id = $2), since from staff_grant where staff_id = $1`,
      [townIds.staff('mieke'), townIds.operator('OVO900320')],
    )
    const mine = await db.as(staff('mieke'), (tx) => currentSettings(tx, 'lineOperation', now))
    expect(mine.map(({ subject }) => subject)).toContain(townIds.line('ravelinge'))
    await expect(close(staff('mieke'), 'ravelinge')).rejects.toThrow(denied)
  })
})

test('CLIENTS-20: a line that changes operator changes sight at that instant', async () => {
  const line = townIds.line('gezinslijn')
  const sees = async (subject: string) =>
    (await db.as(staff(subject), (tx) => currentSettings(tx, 'lineOperation', now))).some(
      (version) => version.subject === line,
    )
  expect([await sees('noor'), await sees('daan')]).toEqual([true, false])
  await owner.query('begin')
  await owner.query('update line_operator set valid_until = clock_timestamp() where line_id = $1', [
    line,
  ])
  await owner.query('insert into line_operator values ($1, $2, clock_timestamp())', [
    line,
    townIds.operator('OVO900330'),
  ])
  expect([await sees('noor'), await sees('daan')]).toEqual([true, false])
  await owner.query('commit')
  expect([await sees('noor'), await sees('daan')]).toEqual([false, true])
})

test('CLIENTS-23: the canned answers are at hand while helping out, and only then', async () => {
  const line = townIds.line('1700')
  const [contact, question, engagement] = [newId(), newId(), newId()]
  const queue = townIds.queue('1700-wegwijs')
  const at = new Date(now)
  const sees = async () =>
    (await db.as(staff('wout'), (tx) => currentSettings(tx, 'cannedAnswers', now))).some(
      ({ subject }) => subject === line,
    )
  expect(await sees()).toBe(false)
  await owner.query(
    `insert into contact (id, reference, line_id, channel, language, state, version, queue_id,
      urgent, opened_at, waiting_since, state_since, phases)
     values ($1, 'r', $2, 'chat', 'nl', 'talking', 1, $3, false, $4, $4, $4, '{}')`,
    [contact, line, queue, at],
  )
  await owner.query('insert into question (id, contact_id, number) values ($1, $2, 1)', [
    question,
    contact,
  ])
  await owner.query(
    `insert into engagement (id, contact_id, staff_id, queue_id, state, question_id, offered_at,
      phase_since) values ($1, $2, $3, $4, 'active', $5, $6, $6)`,
    [engagement, contact, townIds.staff('wout'), queue, question, at],
  )
  expect(await sees()).toBe(true)
  await owner.query(`update engagement set state = 'ended'`)
  expect(await sees()).toBe(false)
})
