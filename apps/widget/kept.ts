import type { Language } from './language.ts'

/** A message that the server has not yet said to have stored. Its id stays the same at every try. */
export interface Outgoing {
  id: string
  body: string
}

export type EmergencyNumbers = readonly { number: string; what: string }[]

/** A chat of this browser, so that it goes on after a reload, in another tab, on the next page. */
export interface KeptChat {
  /** The citizen's key: made here, before anything is asked. */
  token: string
  /** The idempotency key of the start: sent twice, it is one chat. */
  key: string
  line: { code: string; name: string; opening: string }
  theme: string | null
  language: Language
  question: string
  contact: string | null
  reference: string | null
  draft: string
  outgoing: Outgoing[]
  /** The number of the last message that was on screen. */
  seen: number
  emergency: EmergencyNumbers
  /** Epoch ms of this device; null while it goes on. */
  endedAt: number | null
}

/** All that a browser keeps of the widget. */
export interface Kept {
  version: 1
  /** Chosen by the person; null: as the page. */
  language: Language | null
  isOpen: boolean
  chat: KeptChat | null
}

const place = 'onthaal'
const nothing: Kept = { version: 1, language: null, isOpen: false, chat: null }
/** So long can an ended conversation still be read, rated and copied in this browser. */
const afterglowMs = 60 * 60_000

/** The part of a browser's storage that is used. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * What is kept, under one key of the site's own storage; in memory where a browser keeps nothing.
 * Each change starts from what is there now, so that tabs do not undo each other's.
 */
export class Keep {
  private readonly shelf: Shelf | null
  private memory: Kept = nothing

  constructor(shelf: Shelf | null) {
    this.shelf = shelf
  }

  read(): Kept {
    try {
      const text = this.shelf?.getItem(place)
      if (text) this.memory = asKept(JSON.parse(text))
      else if (this.shelf) this.memory = nothing
    } catch {
      // Forbidden or damaged: what is in memory holds.
    }
    return this.memory
  }

  change(part: Partial<Kept>): void {
    this.memory = { ...this.read(), ...part }
    try {
      if (isEmpty(this.memory)) this.shelf?.removeItem(place)
      else this.shelf?.setItem(place, JSON.stringify(this.memory))
    } catch {
      // Forbidden or full: what is in memory holds.
    }
  }

  /** Changes the chat, when it is still this one. */
  changeChat(token: string, part: Partial<KeptChat>): void {
    const { chat } = this.read()
    if (chat?.token === token) this.change({ chat: { ...chat, ...part } })
  }

  /** Lets go of a chat that ended long ago. */
  tidy(now: number): void {
    const endedAt = this.read().chat?.endedAt ?? null
    if (endedAt !== null && now - endedAt > afterglowMs) this.change({ chat: null })
  }

  /** Calls back when another tab of this site changed something. */
  onElsewhere(listener: () => void): void {
    addEventListener('storage', ({ key }) => {
      if (key === place || key === null) listener()
    })
  }
}

/** The storage of the site, or null where it is not allowed. */
export function siteShelf(): Shelf | null {
  try {
    return localStorage
  } catch {
    return null
  }
}

function asKept(value: unknown): Kept {
  return (value as Kept | null)?.version === 1 ? (value as Kept) : nothing
}

function isEmpty({ language, isOpen, chat }: Kept): boolean {
  return language === null && !isOpen && chat === null
}
