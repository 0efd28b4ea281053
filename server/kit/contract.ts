import type { ZodType, z } from 'zod'

/** Everything a person can be in the house; the scope says of what. */
export const roles = [
  'agent',
  'supervisor',
  'editor',
  'contentDesigner',
  'expert',
  'contactCentreExpert',
  'client',
  'administrator',
  'privacyOfficer',
] as const
export type Role = (typeof roles)[number]

/** Who may use an operation: roles, any signed-in person, the citizen of a contact, or anyone. */
export type Who = Role | 'staff' | 'citizen' | 'anyone'

/**
 * One thing that can be asked of the server. Its name is also its address: a read is
 * `GET /api/<name>` with the input in the query, a write is `POST /api/<name>` with the input as
 * JSON and an `Idempotency-Key` header.
 */
export interface Operation<I extends ZodType = ZodType, O extends ZodType = ZodType> {
  name: `${string}.${string}`
  kind: 'read' | 'write'
  who: readonly Who[]
  input: I
  output: O
  refusals: readonly string[]
  /** The thing it is about, for the audit trail; required for reads of personal data. */
  about?(input: z.output<I>): { kind: string; id: string }
  /** For a read that is the same for everyone: how long it may be kept. Nobody is identified. */
  publicSeconds?: number
  summary: string
  /** The longest request, in bytes, where it is more than the server takes otherwise. */
  maxBody?: number
}

export type Input<P extends Operation> = z.input<P['input']>
export type Parsed<P extends Operation> = z.output<P['input']>
export type Output<P extends Operation> = z.output<P['output']>

/** Declares an operation; only there for the types. */
export function operation<I extends ZodType, O extends ZodType>(
  declared: Operation<I, O>,
): Operation<I, O> {
  return declared
}
