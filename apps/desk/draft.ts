/**
 * What an agent is writing survives a reload, another computer, a lost network and a session that
 * ends. It is kept here at once and on the server a moment later; what the server has is taken away
 * here, so what is still here is newer.
 */
export interface DraftParts {
  /** Where it is kept on this computer; null in a browser that keeps nothing. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null
  load(contact: string): Promise<{ body: string; savedAt: number | null }>
  save(contact: string, body: string): Promise<unknown>
  /** The server's time, epoch ms. */
  now(): number
}

const pauseMs = 600

export class Draft {
  private readonly parts: DraftParts
  private readonly contact: string
  private readonly name: string
  private body = ''
  private saved = ''
  private isTouched = false
  private isSaving = false
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(parts: DraftParts, staff: string, contact: string) {
    this.parts = parts
    this.contact = contact
    this.name = `onthaal.draft.${staff}.${contact}`
  }

  /** What was being written here; null when somebody has begun to write meanwhile. */
  async restore(): Promise<string | null> {
    const here = this.here()
    if (here) this.body = here.body
    const there = await this.parts.load(this.contact).catch(() => null)
    if (this.isTouched) return null
    if (here && here.at >= (there?.savedAt ?? 0)) {
      this.plan()
      return here.body
    }
    this.parts.storage?.removeItem(this.name)
    this.body = this.saved = there?.body ?? ''
    return this.body
  }

  /** Keeps this from now on; an empty text is kept by keeping nothing. */
  keep(body: string): void {
    this.isTouched = true
    this.body = body
    this.parts.storage?.setItem(this.name, JSON.stringify({ body, at: this.parts.now() }))
    this.plan()
  }

  /** Saves what was not saved yet, at once: the network or the session is back. */
  flush(): void {
    clearTimeout(this.timer)
    void this.save()
  }

  /** Leaves nothing on this computer. */
  forget(): void {
    clearTimeout(this.timer)
    this.isTouched = true
    this.body = this.saved
    this.parts.storage?.removeItem(this.name)
  }

  private plan(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.save(), pauseMs)
  }

  private async save(): Promise<void> {
    if (this.isSaving) return
    if (this.body === this.saved) {
      this.parts.storage?.removeItem(this.name)
      return
    }
    this.isSaving = true
    const body = this.body
    const done = await this.parts.save(this.contact, body).then(
      () => true,
      () => false,
    )
    this.isSaving = false
    if (!done) return
    this.saved = body
    if (this.body === body) this.parts.storage?.removeItem(this.name)
    else this.plan()
  }

  private here(): { body: string; at: number } | null {
    const text = this.parts.storage?.getItem(this.name)
    if (!text) return null
    const { body, at } = JSON.parse(text) as { body?: unknown; at?: unknown }
    return typeof body === 'string' && typeof at === 'number' ? { body, at } : null
  }
}
