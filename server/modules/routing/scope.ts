import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'

/** What a person oversees, by id, as their grants are now. */
export interface Scope {
  /** Lines whose contacts they see. */
  lines: string[]
  /** Operators whose share in other lines they see too. */
  operators: string[]
  /** Operators whose agents they see by name: only a supervisor's own. */
  named: string[]
}

/** The scope of the person of this transaction. */
export async function scopeOf(tx: Tx): Promise<Scope> {
  const { rows } = await sql<Scope>`
    select array(select unnest(lines_as('supervisor', 'contactCentreExpert')) order by 1) as lines,
      array(select unnest(operators_as('supervisor', 'contactCentreExpert')) order by 1) as operators,
      array(select unnest(operators_as('supervisor')) order by 1) as named`.execute(tx.q)
  return rows[0] ?? { lines: [], operators: [], named: [] }
}
