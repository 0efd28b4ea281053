import { afterAll, beforeAll, expect, test } from 'vitest'
import { MovableClock } from '../server/kit/clock.ts'
import { Db, type Tx } from '../server/kit/db.ts'
import { must } from '../server/kit/must.ts'
import { testDatabase } from '../server/kit/testing.ts'
import { currentSettings, putSetting } from '../server/modules/clients/index.ts'
import { cast } from './cast.ts'
import { townIds } from './ids.ts'
import { lines } from './lines.ts'
import { queues } from './queues.ts'
import { seedTown } from './seed.ts'

const now = Date.parse('2026-11-24T10:00:00+01:00')
const database = await testDatabase()
const db = new Db(database.url)
afterAll(async () => {
  await db.close()
  await database.drop()
})

const asSystem = <T>(work: (tx: Tx) => Promise<T>) => db.as({ kind: 'system', name: 'test' }, work)
const seed = (issuer: string) => seedTown({ ownerUrl: database.ownerUrl, issuer, now })

beforeAll(() => seed('https://first.example/oidc'))

test('every line has its texts, its operation, its answers and an operator', async () => {
  for (const kind of ['line', 'lineOperation', 'cannedAnswers', 'emergencyClosure'] as const) {
    const versions = await asSystem((tx) => currentSettings(tx, kind, now))
    expect(versions.map(({ subject }) => subject).sort()).toEqual(
      lines.map(({ code }) => townIds.line(code)).sort(),
    )
  }
  const served = await asSystem((tx) =>
    tx.q.selectFrom('line_operator').select(['line_id', 'operator_id']).execute(),
  )
  expect(served).toHaveLength(lines.length)
})

test('every theme of a line has a queue there, and every line takes who does not know', () => {
  for (const { code, themes } of lines) {
    const here = queues.filter((queue) => queue.line === code)
    expect(here.filter(({ unknown }) => unknown)).toHaveLength(1)
    expect(here.flatMap((queue) => queue.themes).sort()).toEqual([...themes].sort())
  }
})

test.each(queues)('queue $code has an agent of its operator with the skills', async (queue) => {
  const operator = must(lines.find(({ code }) => code === queue.line)).operator
  const able = cast.filter(
    ({ grants, skills }) =>
      grants.some(
        ({ role, scope }) => role === 'agent' && 'code' in scope && scope.code === operator,
      ) && queue.skills.every(({ skill, level }) => (skills[skill] ?? 0) >= level),
  )
  expect(able).not.toEqual([])
  const stored = await asSystem((tx) =>
    tx.q
      .selectFrom('staff_skill')
      .select('skill')
      .where('staff_id', '=', townIds.staff(must(able[0]).subject))
      .execute(),
  )
  for (const { skill } of queue.skills) expect(stored).toContainEqual({ skill })
})

test('seeding again, at another issuer, adds nothing and undoes nothing', async () => {
  const clock = new MovableClock(now)
  const queue = townIds.queue('1700-wonen')
  const [before] = await asSystem(async (tx) =>
    (await currentSettings(tx, 'queue', now)).filter(({ subject }) => subject === queue),
  )
  const changed = { ...must(before).value, basePriority: 99 }
  await asSystem((tx) =>
    putSetting(tx, clock, { kind: 'queue', subject: queue, value: changed, reason: null }),
  )
  const counts = () =>
    asSystem((tx) =>
      Promise.all(
        (['setting', 'staff', 'staff_grant', 'staff_skill', 'line', 'queue'] as const).map(
          (table) =>
            tx.q
              .selectFrom(table)
              .select(({ fn }) => fn.countAll().as('rows'))
              .executeTakeFirst(),
        ),
      ),
    )
  const first = await counts()
  await seed('https://second.example/oidc')
  expect(await counts()).toEqual(first)
  const again = await asSystem((tx) => currentSettings(tx, 'queue', now))
  expect(again.find(({ subject }) => subject === queue)?.value).toEqual(changed)
  const issuers = await asSystem((tx) =>
    tx.q.selectFrom('staff').select('issuer').distinct().execute(),
  )
  expect(issuers).toEqual([{ issuer: 'https://second.example/oidc' }])
})
