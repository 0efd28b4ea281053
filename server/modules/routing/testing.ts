import { sql } from 'kysely'
import { townIds } from '../../../town/ids.ts'
import { seedTown } from '../../../town/seed.ts'
import type { Actor } from '../../kit/db.ts'
import type { Caller, Grant, Route } from '../../kit/http.ts'
import { newId, newReference } from '../../kit/ids.ts'
import { must } from '../../kit/must.ts'
import { type TestDatabase, testDatabase } from '../../kit/testing.ts'
import { type Contact, type Happening, open, readContact, record } from '../contacts/index.ts'
import { routes } from './http.ts'
import { type Node, startNode } from './test-node.ts'

export const system = { kind: 'system', name: 'test' } as const

/** The town with one node, and what people do in it. */
export class TestHouse {
  readonly database: TestDatabase
  readonly node: Node
  private readonly routes: Route[]

  private constructor(database: TestDatabase, node: Node) {
    this.database = database
    this.node = node
    this.routes = routes(node)
  }

  static async start(): Promise<TestHouse> {
    const database = await testDatabase()
    const { ownerUrl } = database
    await seedTown({ ownerUrl, issuer: 'https://id.example', now: Date.now() })
    return new TestHouse(database, await startNode(database.url, 'first'))
  }

  async close(): Promise<void> {
    await this.node.close()
    await this.database.drop()
  }

  /** Asks for an operation as a member of the cast. */
  async ask<T = unknown>(person: string, name: string, input: unknown, key = newId()): Promise<T> {
    const { operation, handle } = must(this.routes.find((one) => one.operation.name === name))
    const caller = await this.callerOf(person)
    const now = this.node.clock.now()
    return this.node.db.as({ kind: 'staff', id: townIds.staff(person) }, async (tx) => {
      const call = { input: operation.input.parse(input), caller, tx, key, now, language: 'nl' }
      return operation.output.parse(await handle(call as Parameters<typeof handle>[0])) as T
    })
  }

  async callerOf(person: string): Promise<Caller & { kind: 'staff' }> {
    const id = townIds.staff(person)
    const rows = await this.node.db.as(system, (tx) =>
      tx.q.selectFrom('staff_grant').selectAll().where('staff_id', '=', id).execute(),
    )
    const grants = rows.map(
      ({ role, scope_kind, scope_code }) =>
        ({ role, scopeKind: scope_kind, scopeCode: scope_code }) as Grant,
    )
    return { kind: 'staff', id, grants }
  }

  /** Sits down at the desk and is available. */
  async atWork(...people: string[]): Promise<void> {
    for (const person of people) {
      await this.node.presence.arrive(`staff:${townIds.staff(person)}`)
      await this.ask(person, 'routing.setStatus', { status: 'available' })
    }
  }

  /** Everyone leaves: nobody waits, nothing is in hand, nobody is at work. */
  async goHome(): Promise<void> {
    const { db } = this.node
    await db.as(system, (tx) =>
      sql`update agent set status = 'signedOut', lost_at = null`.execute(tx.q),
    )
    const open = await db.as(system, (tx) =>
      tx.q.selectFrom('contact').select('id').where('state', '<>', 'closed').execute(),
    )
    for (const { id } of open) {
      await this.happen(id, { type: 'citizenLeft', data: { how: 'left' } } as Happening)
      const { state, questions, engagements } = must(await this.read(id))
      if (state === 'closed') continue
      for (const { id: question } of questions) await this.decided(id, question)
      for (const { id: engagement, state: phase } of engagements)
        if (phase === 'wrapUp')
          await this.happen(id, { type: 'wrappedUp', engagement, data: {} } as Happening)
    }
    this.node.wakes.send(new Set(['*']))
  }

  /** What an agent does with a contact in hand. */
  as(person: string, contact: string, what: Omit<Happening, 'key'>): Promise<unknown> {
    const by = { kind: 'staff', id: townIds.staff(person) } as const
    const happening = { ...what, key: newId() } as Happening
    return this.node.db.as(by, (tx) => record(tx, this.node.clock, contact, by, happening))
  }

  /** A citizen starts to wait; `waitedMs` ago when given. */
  async arrives(queue: string, how: Partial<Arrival> = {}): Promise<string> {
    const { clock, cache, db } = this.node
    const id = newId()
    const { line } = must(cache.queue(townIds.queue(queue)))
    const { urgent = false, language = 'nl', waitedMs = 0 } = how
    const data = {
      reference: newReference(),
      line,
      channel: 'chat' as const,
      language,
      queue: townIds.queue(queue),
      question: newId(),
      theme: null,
      department: null,
      urgent,
    }
    const then = { now: () => clock.now() - waitedMs }
    await db.as(system, (tx) => open(tx, then, id, { kind: 'citizen', id }, newId(), data))
    return id
  }

  read(contact: string, actor: Actor = system): Promise<Contact | null> {
    return this.node.db.as(actor, (tx) => readContact(tx, contact))
  }

  happen(contact: string, what: Omit<Happening, 'key'>): Promise<Contact> {
    const by = { kind: 'system', id: 'test' } as const
    const happening = { ...what, key: newId() } as Happening
    return this.node.db.as(system, async (tx) => {
      return (await record(tx, this.node.clock, contact, by, happening)).contact
    })
  }

  /** The contact once `is` holds for it; fails after `withinMs`. */
  async until(
    contact: string,
    is: (contact: Contact) => boolean,
    withinMs = 5_000,
  ): Promise<Contact> {
    const end = performance.now() + withinMs
    for (;;) {
      const found = must(await this.read(contact))
      if (is(found)) return found
      if (performance.now() > end) throw new Error(`still ${JSON.stringify(found)}`)
      await new Promise((resolve) => setTimeout(resolve, 15))
    }
  }

  /** Whom it is offered to, as soon as it is: the cast's name and the engagement. */
  async offered(
    contact: string,
    withinMs?: number,
  ): Promise<{ staff: string; engagement: string }> {
    const found = await this.until(contact, ({ state }) => state === 'offered', withinMs)
    const { staff, id } = must(found.engagements.find(({ state }) => state === 'offered'))
    return { staff, engagement: id }
  }

  /** Waits for the offer and takes it as whoever it went to. */
  async answered(contact: string, person: string): Promise<string> {
    const { engagement } = await this.offered(contact)
    await this.ask(person, 'routing.acceptOffer', { contact, engagement })
    return engagement
  }

  private async decided(contact: string, question: string): Promise<void> {
    const data = { question, outcome: 'misdialled', destination: null }
    await this.happen(contact, { type: 'outcomeSet', data } as Happening)
  }

  /** Ends a conversation and its wrap-up. */
  async wrappedUp(contact: string, engagement: string): Promise<void> {
    const { state, questions } = must(await this.read(contact))
    if (state === 'talking')
      await this.happen(contact, { type: 'finished', engagement, data: {} } as Happening)
    for (const { id: question } of questions) await this.decided(contact, question)
    await this.happen(contact, { type: 'wrappedUp', engagement, data: {} } as Happening)
  }
}

interface Arrival {
  urgent: boolean
  language: 'nl' | 'fr' | 'de' | 'en'
  waitedMs: number
}
