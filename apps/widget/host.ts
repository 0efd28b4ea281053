import type { ContactLine, ContactOptions } from '../../server/modules/clients/contract.ts'
import type { Keep } from './kept.ts'
import type { Language } from './language.ts'

/** What the widget lends to the chat, which is loaded once somebody chooses it. */
export interface Host {
  origin: string
  keep: Keep
  /** Where the chat draws. */
  place: HTMLElement
  language(): Language
  options(): ContactOptions | null
  isOpen(): boolean
  addStyle(css: string): void
  /** Tells a screen reader, politely. */
  announce(text: string): void
  /** Shows on the button how many messages have not been seen, and that a chat goes on. */
  badge(unread: number): void
  /** There is no chat (any more): back to the contact options. */
  leave(): void
}

export interface Chat {
  /** Asks for theme and question, to start on this line in this language. */
  begin(line: ContactLine, language: Language): void
  /** Goes on with the chat that this browser keeps; false when there is none. */
  resume(): boolean
  /** Draws again, in the language of now. */
  draw(): void
  /** The panel was opened: what came is seen. */
  seen(): void
  /** Another tab changed what is kept. */
  elsewhere(): void
}

/** The one thing that the chat's module exports. */
export interface ChatModule {
  createChat(host: Host): Chat
}
