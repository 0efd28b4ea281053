import { type Role, roles } from '../../kit/contract.ts'
import type { Grant } from '../../kit/http.ts'

type ScopeKind = Grant['scopeKind']

/** What each role may be given for; the first kind that knows the code counts. */
const scopesOf: Record<Role, readonly ScopeKind[]> = {
  agent: ['operator', 'line'],
  supervisor: ['operator', 'line'],
  editor: ['department', 'line', 'all'],
  contentDesigner: ['department', 'line', 'all'],
  expert: ['department'],
  contactCentreExpert: ['operator', 'line', 'department', 'all'],
  client: ['department'],
  administrator: ['all'],
  privacyOfficer: ['all'],
}

/** Codes that exist, by kind. */
export type KnownCodes = Record<Exclude<ScopeKind, 'all'>, ReadonlySet<string>>

/** What a claim says, read but not yet looked up. */
export interface Statement {
  value: string
  role: Role | null
  code: string
}

/** The values of a claim: a list, or one text with blanks or commas between. */
export function claimValues(claim: unknown): string[] {
  const list = typeof claim === 'string' ? claim.split(/[\s,]+/) : Array.isArray(claim) ? claim : []
  const texts = list.filter((value): value is string => typeof value === 'string')
  return [...new Set(texts.map((value) => value.trim()).filter((value) => value !== ''))]
}

/**
 * Reads `role:code`. With a map, only what it names counts: a whole value (`desk-north` →
 * `agent:OVO000123`) or the part before the code (`Medewerker:OVO000123` with `Medewerker` →
 * `agent`), so that a group of the provider that happens to be called "administrator" gives nothing.
 */
export function readStatement(value: string, map?: Record<string, string>): Statement {
  const ours = map ? translate(value, map) : value
  if (ours === null) return { value, role: null, code: '' }
  const [name, code] = split(ours)
  const plain = (text: string) => text.replace(/[-_\s]/g, '').toLowerCase()
  return { value, role: roles.find((role) => plain(role) === plain(name)) ?? null, code }
}

/** The grant a statement gives, or null when its role, its code or the two together make none. */
export function grantOf({ role, code }: Statement, known: KnownCodes): Grant | null {
  if (role === null) return null
  const kinds = scopesOf[role]
  if (code === '') return kinds.includes('all') ? { role, scopeKind: 'all', scopeCode: '' } : null
  const scopeKind = kinds.find((kind) => kind !== 'all' && known[kind].has(code))
  return scopeKind ? { role, scopeKind, scopeCode: code } : null
}

function translate(value: string, map: Record<string, string>): string | null {
  if (Object.hasOwn(map, value)) return map[value] ?? null
  const [name, code] = split(value)
  if (code === '' || !Object.hasOwn(map, name)) return null
  return `${map[name]}:${code}`
}

function split(value: string): [name: string, code: string] {
  const at = value.indexOf(':')
  return at < 0 ? [value, ''] : [value.slice(0, at).trim(), value.slice(at + 1).trim()]
}
