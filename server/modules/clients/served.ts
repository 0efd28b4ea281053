import type { KindName, Value } from './kinds.ts'
import type { Version } from './settings.ts'

/** What is served, as it stands at an instant: identities together with the settings in force. */

/** The value of a setting with the version that said so, for an event to name. */
export type Said<K extends KindName> = Value<K> & { version: string }

/** A line as it is served: it exists from the moment all of these are said. */
export interface ServedLine {
  id: string
  code: string
  /** Null: a general line, for all departments. */
  department: { id: string; code: string } | null
  /** Whose agents answer it; null when nobody does. */
  operator: string | null
  said: Said<'line'>
  operation: Said<'lineOperation'>
  closure: Said<'emergencyClosure'> | null
}

export interface ServedTheme extends Said<'theme'> {
  id: string
  code: string
  department: string
}

export interface ServedQueue extends Said<'queue'> {
  id: string
  code: string
  line: string
}

export interface ServedDepartment extends Said<'department'> {
  id: string
  code: string
}

export function said<K extends KindName>(version: Version<K>): Said<K> {
  return { ...version.value, version: version.id }
}
