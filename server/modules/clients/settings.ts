import type { Clock } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import { parse } from '../../kit/http.ts'
import { newId } from '../../kit/ids.ts'
import { must } from '../../kit/must.ts'
import { EVERYTHING, type KindName, kinds, readValue, type Value } from './kinds.ts'
import {
  insertSetting,
  lineById,
  lineOfQueue,
  rowsInForce,
  rowsOf,
  type SettingRow,
} from './store.ts'

/**
 * Settings are versions: who made it, when, and from when it holds. The version in force at an
 * instant is the one that began last; of two that began together, the one made last. Nothing is
 * changed in place, so an event can name the version it relied on and find it again.
 */
export interface Version<K extends KindName> {
  id: string
  subject: string
  value: Value<K>
  /** Epoch milliseconds, as `madeAt`. */
  validFrom: number
  madeAt: number
  madeBy: string | null
  reason: string | null
}

/** A stored row as a version. Throws ZodError for a value of no known shape. */
export function asVersion<K extends KindName>(kind: K, row: SettingRow): Version<K> {
  return {
    id: row.id,
    subject: row.subject,
    value: readValue(kind, row.value),
    validFrom: row.valid_from.getTime(),
    madeAt: row.made_at.getTime(),
    madeBy: row.made_by,
    reason: row.reason,
  }
}

/** The version in force at `at` (epoch ms); null when there is none, or none for these eyes. */
export async function currentSetting<K extends KindName>(
  tx: Tx,
  kind: K,
  subject: string,
  at: number,
): Promise<Version<K> | null> {
  const [row] = await rowsInForce(tx, kind, at, subject)
  return row ? asVersion(kind, row) : null
}

/** The versions of a kind in force at `at`, one per subject that these eyes may see. */
export async function currentSettings<K extends KindName>(
  tx: Tx,
  kind: K,
  at: number,
): Promise<Version<K>[]> {
  return (await rowsInForce(tx, kind, at)).map((row) => asVersion(kind, row))
}

/** The whole history of a setting, newest first; it may run into the future. */
export async function settingVersions<K extends KindName>(
  tx: Tx,
  kind: K,
  subject: string,
): Promise<Version<K>[]> {
  return (await rowsOf(tx, kind, subject)).map((row) => asVersion(kind, row))
}

export interface NewSetting<K extends KindName> {
  kind: K
  subject: string
  value: Value<K>
  /** Epoch ms; now when absent. */
  validFrom?: number
  reason: string | null
}

/**
 * Adds a version, made by the person of the transaction, and wakes `settings`; gives its id.
 * Refuses a value of the wrong shape. Throws RangeError for one that begins in the past: what held
 * yesterday is not for today to say.
 */
export async function putSetting<K extends KindName>(
  tx: Tx,
  clock: Clock,
  setting: NewSetting<K>,
): Promise<string> {
  const { kind, subject, reason } = setting
  const now = clock.now()
  const validFrom = setting.validFrom ?? now
  if (validFrom < now) throw new RangeError(`A version of ${kind} cannot begin in the past`)
  const id = newId()
  await insertSetting(tx, {
    id,
    kind,
    subject,
    value: parse(kinds[kind].schema, setting.value) as SettingRow['value'],
    ...(await reach(tx, kind, subject)),
    valid_from: new Date(validFrom),
    made_at: new Date(now),
    made_by: tx.actor.kind === 'staff' ? tx.actor.id : null,
    reason,
  })
  tx.wake('settings')
  return id
}

/** Who will see a version: the columns that row-level security reads. */
async function reach(
  tx: Tx,
  kind: KindName,
  subject: string,
): Promise<Pick<SettingRow, 'public' | 'line_id' | 'department_id'>> {
  const { about, seenBy } = kinds[kind]
  const nobody = { public: seenBy === 'public', line_id: null, department_id: null }
  if (about === 'queue')
    return { ...nobody, line_id: must(await lineOfQueue(tx, subject), 'line of the queue') }
  if (about === 'line') {
    const line = must(await lineById(tx, subject), 'line')
    const department = seenBy === 'lineAndDepartment' ? line.department : null
    return { ...nobody, line_id: line.id, department_id: department }
  }
  if (about === 'everything' && subject !== EVERYTHING)
    throw new RangeError(`${kind} has one subject: ${EVERYTHING}`)
  return nobody
}
