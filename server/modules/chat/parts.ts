import type { Allowance } from '../../kit/allowance.ts'
import type { Clock } from '../../kit/clock.ts'
import type { Db } from '../../kit/db.ts'
import type { SealedFiles } from '../../kit/files.ts'
import type { House } from '../../kit/http.ts'
import type { SettingsCache } from '../clients/index.ts'

/** What the operations of this module work with. */
export interface Parts {
  db: Db
  clock: Clock
  cache: SettingsCache
  files: SealedFiles
  /** Adds to the audit trail what staff read outside an operation. */
  audit: House['audit']
  /** Starts, per network address. */
  starts: Allowance
  /** Messages and files, per contact. */
  messages: Allowance
}
