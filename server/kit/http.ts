import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Clock } from './clock.ts'
import type { Operation, Output, Parsed, Role, Who } from './contract.ts'
import type { Actor, Db, Tx } from './db.ts'
import { newId } from './ids.ts'
import { type Language, languages, Refusal, refusals } from './refusal.ts'

/** A role and of what: `{ role: 'agent', scopeKind: 'operator', scopeCode: 'OVO900101' }`. */
export interface Grant {
  role: Role
  scopeKind: 'all' | 'operator' | 'line' | 'department'
  scopeCode: string
}

/** Who asks; `until` is when the session of a staff member ends if nothing more is asked (epoch ms). */
export type Caller =
  | { kind: 'nobody' }
  | { kind: 'citizen'; contact: string }
  | { kind: 'staff'; id: string; grants: Grant[]; until?: number }

/** One request for an operation, in a transaction in the name of the caller. */
export interface Call<P extends Operation, C extends Caller = Caller> {
  input: Parsed<P>
  caller: C
  tx: Tx
  /** The idempotency key of a write; a fresh id for a read. */
  key: string
  now: number
  language: Language
  /** The network address that asks; many people can share one. */
  address: string
}

export interface Route {
  operation: Operation
  handle(call: Call<Operation>): Promise<unknown>
}

/** Binds a contract to what carries it out. */
export function route<P extends Operation>(
  operation: P,
  handle: (call: Call<P>) => Promise<Output<P>>,
): Route {
  return { operation, handle: handle as Route['handle'] }
}

export interface House {
  db: Db
  clock: Clock
  /** Finds out who asks, from the session cookie or the citizen's token. */
  authenticate(request: FastifyRequest): Promise<Caller>
  /** Adds to the audit trail, in the same transaction. */
  audit(tx: Tx, entry: AuditEntry): Promise<void>
  /** True when a request with a session comes from our own pages. */
  sameOrigin(request: FastifyRequest): boolean
}

export interface AuditEntry {
  at: number
  staff: string | null
  action: string
  kind: 'did' | 'read' | 'refused'
  about: { kind: string; id: string } | null
}

/** The id of the staff member who calls; refuses anyone else. */
export function staffOf(caller: Caller): string {
  if (caller.kind !== 'staff') throw refusals.signInFirst()
  return caller.id
}

/** The contact of the citizen who calls; refuses anyone else. */
export function contactOf(caller: Caller): string {
  if (caller.kind !== 'citizen') throw refusals.signInFirst()
  return caller.contact
}

const nobody: Caller = { kind: 'nobody' }

/** Staff who use what is meant for the public do so as anyone would, not in their role. */
function facing(who: readonly Who[], caller: Caller): Caller {
  const forPublic = who.every((one) => one === 'anyone' || one === 'citizen')
  return forPublic && caller.kind === 'staff' ? nobody : caller
}

/** Refuses a caller who is none of `who`. */
export function admit(who: readonly Who[], caller: Caller): void {
  if (who.includes('anyone')) return
  if (caller.kind === 'nobody') throw refusals.signInFirst()
  if (caller.kind === 'citizen') {
    if (who.includes('citizen')) return
    throw refusals.notAllowed()
  }
  if (who.includes('staff')) return
  if (caller.grants.some((grant) => who.includes(grant.role))) return
  throw refusals.notAllowed()
}

/** Puts all routes on the server, at the address that their name gives. */
export function mount(app: FastifyInstance, house: House, routes: readonly Route[]): void {
  for (const route of routes) {
    const { name, kind, maxBody } = route.operation
    app.route({
      method: kind === 'read' ? 'GET' : 'POST',
      url: `/api/${name}`,
      ...(maxBody === undefined ? {} : { bodyLimit: maxBody, onRequest: notNobody(house) }),
      handler: (request, reply) => answer(house, route, request, reply),
    })
  }
}

/** A long request is read only from somebody we know. */
function notNobody(house: House) {
  return async (request: FastifyRequest) => {
    const { kind } = await house.authenticate(request)
    if (kind === 'nobody') throw refusals.signInFirst()
  }
}

async function answer(house: House, route: Route, request: FastifyRequest, reply: FastifyReply) {
  const { publicSeconds } = route.operation
  const open = publicSeconds !== undefined
  reply.header('cache-control', 'no-store')
  const caller = open ? nobody : facing(route.operation.who, await house.authenticate(request))
  try {
    const result = await carryOut(house, route, request, caller)
    if (open) reply.header('cache-control', `public, max-age=${publicSeconds}`)
    return result ?? {}
  } catch (error) {
    await auditRefused(house, route, request, caller, error)
    throw error
  }
}

async function carryOut(house: House, route: Route, request: FastifyRequest, caller: Caller) {
  const { operation } = route
  admit(operation.who, caller)
  const write = operation.kind === 'write'
  if (write && caller.kind === 'staff' && !house.sameOrigin(request)) throw refusals.wrongOrigin()
  const raw = write ? (request.body ?? {}) : request.query
  const input = parse(operation.input, raw)
  const key = write ? parse(keySchema, request.headers['idempotency-key']) : newId()
  const actor: Actor = caller.kind === 'staff' ? { kind: 'staff', id: caller.id } : caller
  return house.db.as(actor, async (tx) => {
    const [now, language, address] = [house.clock.now(), languageOf(request), request.ip]
    const call = { input, caller, tx, key, now, language, address }
    if (!write) return run(house, route, call)
    return once(tx, call.now, key, operation.name, input, () => run(house, route, call))
  })
}

/**
 * Staff who ask for what is not theirs leave a trace, in a transaction of its own: the role did not
 * allow it, or the row was out of their sight.
 */
async function auditRefused(
  house: House,
  { operation }: Route,
  request: FastifyRequest,
  caller: Caller,
  error: unknown,
): Promise<void> {
  if (caller.kind !== 'staff' || !(error instanceof Refusal)) return
  if (error.status !== 403 && error.status !== 404) return
  const raw = operation.kind === 'write' ? request.body : request.query
  const input = operation.input.safeParse(raw ?? {})
  const about = input.success ? (operation.about?.(input.data) ?? null) : null
  const entry = { at: house.clock.now(), staff: caller.id, action: operation.name, about }
  await house.db.as({ kind: 'staff', id: caller.id }, (tx) =>
    house.audit(tx, { ...entry, kind: 'refused' }),
  )
}

const keySchema = z.uuid('Idempotency-Key')

async function run(house: House, route: Route, call: Call<Operation>): Promise<unknown> {
  const { operation } = route
  const result = operation.output.parse(await route.handle(call))
  const about = operation.about?.(call.input) ?? null
  if (call.caller.kind === 'staff' && (operation.kind === 'write' || about)) {
    await house.audit(call.tx, {
      at: call.now,
      staff: call.caller.id,
      action: operation.name,
      kind: operation.kind === 'write' ? 'did' : 'read',
      about,
    })
  }
  return result
}

/**
 * Does a thing once per key: asked again with the same key it gives the first answer, also after
 * a crash; a key that was used for something else is refused. Two at once: the second waits.
 */
async function once(
  tx: Tx,
  now: number,
  key: string,
  operation: string,
  input: unknown,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const hash = createHash('sha256').update(JSON.stringify(input)).digest()
  const { rows } = await sql<{ fresh: boolean }>`
    insert into done_operation (caller, key, operation, input_hash, at)
    values (app_caller(), ${key}, ${operation}, ${hash}, ${new Date(now)})
    on conflict do nothing returning true as fresh`.execute(tx.q)
  if (rows.length === 0) {
    const { rows: done } = await sql<{ operation: string; input_hash: Buffer; result: unknown }>`
      select operation, input_hash, result from done_operation
      where caller = app_caller() and key = ${key}`.execute(tx.q)
    const first = done[0]
    if (first?.operation !== operation || !first.input_hash.equals(hash)) throw refusals.keyReused()
    return first.result
  }
  const result = await work()
  await sql`update done_operation set result = ${JSON.stringify(result ?? {})}::jsonb
    where caller = app_caller() and key = ${key}`.execute(tx.q)
  return result
}

/** The value as the schema wants it, or a refusal that names the first place that is wrong. */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value)
  if (result.success) {
    const path = unstorable(result.data)
    if (path) throw refusals.malformed({ place: placeOf(path), reason: 'unreadable characters' })
    return result.data
  }
  const issue = result.error.issues[0]
  throw refusals.malformed({ place: placeOf(issue?.path ?? []), reason: issue?.message ?? '?' })
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.join('.') || 'invoer'
}

/** Where a text holds what PostgreSQL has no place for, a NUL or half a character; else null. */
function unstorable(value: unknown): string[] | null {
  if (typeof value === 'string') return /[\0\p{Cs}]/u.test(value) ? [] : null
  if (typeof value !== 'object' || value === null) return null
  for (const [name, inner] of Object.entries(value)) {
    const path = unstorable(name) ?? unstorable(inner)
    if (path) return [name, ...path]
  }
  return null
}

/** The language for sentences: what the page says, else the browser's first of ours, else nl. */
export function languageOf(request: FastifyRequest): Language {
  const wanted = String(request.headers['accept-language'] ?? '').toLowerCase()
  const found = wanted.split(',').map((part) => part.trim().slice(0, 2))
  return found.find((code): code is Language => languages.includes(code as Language)) ?? 'nl'
}
