import type { Adapter, AdapterPayload } from 'oidc-provider'
import type { Item, ItemStore } from './store.ts'

/** One kind of thing that the library wants kept, in the form in which it asks for it. */
export class PostgresAdapter implements Adapter {
  private readonly store: ItemStore
  private readonly kind: string

  constructor(store: ItemStore, kind: string) {
    this.store = store
    this.kind = kind
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    if (this.kind === 'Interaction') await this.store.purge()
    await this.store.save(this.kind, id, payload, expiresIn)
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return asPayload(await this.store.find(this.kind, { id }))
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return asPayload(await this.store.find(this.kind, { uid }))
  }

  /** For the device flow, which is off. */
  async findByUserCode(): Promise<undefined> {
    return undefined
  }

  async consume(id: string): Promise<void> {
    await this.store.consume(this.kind, id)
  }

  async destroy(id: string): Promise<void> {
    await this.store.remove({ kind: this.kind, id })
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.store.remove({ grantId })
  }
}

function asPayload(item: Item | undefined): AdapterPayload | undefined {
  if (!item) return undefined
  const consumed = item.consumedAt && Math.floor(item.consumedAt.getTime() / 1_000)
  return consumed ? { ...item.payload, consumed } : item.payload
}
