import { sql } from 'kysely'
import type { Clock } from '../../kit/clock.ts'
import type { Actor, Db } from '../../kit/db.ts'
import { must } from '../../kit/must.ts'

const system: Actor = { kind: 'system', name: 'oidc-provider' }

export interface Item {
  payload: Record<string, unknown>
  consumedAt: Date | null
}

/** What the provider keeps, by kind and id. */
export class ItemStore {
  private readonly db: Db
  private readonly clock: Clock

  constructor(db: Db, clock: Clock) {
    this.db = db
    this.clock = clock
  }

  async save(
    kind: string,
    id: string,
    payload: { uid?: string | undefined; grantId?: string | undefined },
    expiresInS?: number,
  ): Promise<void> {
    const row = {
      payload: JSON.stringify(payload),
      uid: payload.uid ?? null,
      grant_id: payload.grantId ?? null,
      expires_at: expiresInS ? new Date(this.clock.now() + expiresInS * 1_000) : null,
    }
    await this.db.as(system, ({ q }) =>
      q
        .insertInto('oidc_provider_item')
        .values({ kind, id, ...row })
        .onConflict((conflict) => conflict.columns(['kind', 'id']).doUpdateSet(row))
        .execute(),
    )
  }

  async find(kind: string, by: { id: string } | { uid: string }): Promise<Item | undefined> {
    const [column, value] = 'id' in by ? (['id', by.id] as const) : (['uid', by.uid] as const)
    const row = await this.db.as(system, ({ q }) =>
      q
        .selectFrom('oidc_provider_item')
        .select(['payload', 'consumed_at'])
        .where('kind', '=', kind)
        .where(column, '=', value)
        .where((is) =>
          is.or([is('expires_at', 'is', null), is('expires_at', '>', new Date(this.clock.now()))]),
        )
        .executeTakeFirst(),
    )
    return row && { payload: row.payload as Item['payload'], consumedAt: row.consumed_at }
  }

  async consume(kind: string, id: string): Promise<void> {
    await this.db.as(system, ({ q }) =>
      q
        .updateTable('oidc_provider_item')
        .set({ consumed_at: new Date(this.clock.now()) })
        .where('kind', '=', kind)
        .where('id', '=', id)
        .execute(),
    )
  }

  async remove(where: { kind: string; id: string } | { grantId: string }): Promise<void> {
    await this.db.as(system, ({ q }) => {
      const query = q.deleteFrom('oidc_provider_item')
      return 'grantId' in where
        ? query.where('grant_id', '=', where.grantId).execute()
        : query.where('kind', '=', where.kind).where('id', '=', where.id).execute()
    })
  }

  /** Forgets everything that is over. */
  async purge(): Promise<void> {
    await this.db.as(system, ({ q }) =>
      q
        .deleteFrom('oidc_provider_item')
        .where('expires_at', '<=', new Date(this.clock.now()))
        .execute(),
    )
  }

  /** The item of this id; made by the first who asks, the same for all after. */
  async once(kind: string, id: string, make: () => object): Promise<unknown> {
    const known = await this.find(kind, { id })
    if (known) return known.payload
    const payload = JSON.stringify(make())
    return this.db.as(system, async ({ q }) => {
      await sql`insert into oidc_provider_item (kind, id, payload)
        values (${kind}, ${id}, ${payload}::jsonb) on conflict do nothing`.execute(q)
      const { rows } = await sql<{ payload: unknown }>`
        select payload from oidc_provider_item where kind = ${kind} and id = ${id}`.execute(q)
      return must(rows[0], `${kind} ${id}`).payload
    })
  }
}
