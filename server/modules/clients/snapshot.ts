import { isKind, type KindName } from './kinds.ts'
import { asVersion, type Version } from './settings.ts'
import type { Identities, SettingRow } from './store.ts'

type AnyVersion = Version<KindName>

/**
 * Identities and settings as read at one moment: the versions in force then, and those that still
 * have to begin, so that it stays right until someone adds a version.
 */
export class Snapshot {
  readonly identities: Identities
  /** `<kind> <subject>` → versions, the newest first. */
  private readonly versions = new Map<string, AnyVersion[]>()
  private readonly read = new Map<string, AnyVersion>()

  /** Values that `earlier` has parsed already are taken from there. Throws ZodError. */
  constructor(identities: Identities, rows: SettingRow[], earlier?: Snapshot) {
    this.identities = identities
    for (const row of rows) {
      if (!isKind(row.kind)) continue
      const version = earlier?.read.get(row.id) ?? asVersion(row.kind, row)
      this.read.set(row.id, version)
      const key = `${row.kind} ${row.subject}`
      const list = this.versions.get(key)
      if (list) list.push(version)
      else this.versions.set(key, [version])
    }
  }

  /** The version in force at `at` (epoch ms), which is not before the snapshot was read. */
  setting<K extends KindName>(kind: K, subject: string, at: number): Version<K> | null {
    const found = this.versions.get(`${kind} ${subject}`)?.find(({ validFrom }) => validFrom <= at)
    return (found as Version<K> | undefined) ?? null
  }
}
