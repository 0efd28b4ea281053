import type { KeptChat } from '../kept.ts'
import type { Language } from '../language.ts'
import { announcement } from './announcement.ts'
import type { ChatHost } from './chat-host.ts'
import { Conversation } from './conversation.ts'
import { download, save } from './files.ts'
import { type Talk, unreadOf } from './talk.ts'
import { type TalkActs, TalkView } from './talk-view.ts'
import { newUuid } from './token.ts'
import { transcript } from './transcript.ts'
import { Uploads } from './uploads.ts'
import { chatWords } from './words/chat-words.ts'

/** A conversation and its picture on screen, in the language of the moment. */
export class TalkRoom {
  private readonly host: ChatHost
  private readonly kept: KeptChat & { contact: string }
  private readonly leave: () => void
  private readonly conversation: Conversation
  private readonly rateKey = newUuid()
  private view: TalkView | null = null
  private language: Language

  constructor(
    host: ChatHost,
    kept: KeptChat & { contact: string },
    acts: { gone(): void; again(): void },
  ) {
    this.host = host
    this.kept = kept
    this.leave = acts.again
    this.language = host.language()
    this.conversation = new Conversation({
      host,
      kept,
      changed: (talk, before) => this.changed(talk, before),
      gone: acts.gone,
    })
  }

  /** The picture; made anew only when the language is another. */
  draw(language: Language): HTMLElement {
    if (!this.view || language !== this.language) {
      this.language = language
      this.view = this.makeView(language)
      this.view.draw(this.conversation.talk)
    }
    return this.view.element
  }

  seen(): void {
    this.view?.toEnd()
    if (this.isWatched()) this.conversation.seen()
    this.host.badge(unreadOf(this.conversation.talk))
  }

  focus(): void {
    this.view?.focus()
  }

  stop(): void {
    this.conversation.stop()
  }

  private isWatched(): boolean {
    return this.host.isOpen() && document.visibilityState === 'visible'
  }

  private changed(talk: Talk, before: Talk): void {
    this.view?.draw(talk)
    const text = announcement(talk, before, this.language)
    if (text !== '' && this.host.isOpen()) this.host.announce(text)
    if (unreadOf(talk) === unreadOf(before)) return
    if (this.isWatched()) this.conversation.seen()
    else this.host.badge(unreadOf(talk))
  }

  private makeView(language: Language): TalkView {
    const { host, kept } = this
    const { line, contact, token, reference } = kept
    const words = chatWords[language]
    const announce = (text: string) => host.announce(text)
    const uploads = new Uploads({ origin: host.origin, contact, token, words, language, announce })
    const about = {
      language,
      reference: reference ?? '',
      opening: line.opening,
      draft: host.keep.read().chat?.draft ?? '',
      uploads: uploads.element,
    }
    return new TalkView(about, { ...this.acts(), attach: (file) => uploads.add(file) })
  }

  private acts(): Omit<TalkActs, 'attach'> {
    const { conversation } = this
    return {
      write: (body) => conversation.write(body),
      typed: (draft) => this.typed(draft),
      edit: ({ id }) => conversation.withdraw(id),
      open: (file) => void this.open(file.id, file.name ?? ''),
      leave: () => conversation.leave(),
      rate: (marks) => conversation.rate(marks, this.rateKey),
      copy: () => this.copy(),
      again: this.leave,
    }
  }

  private typed(draft: string): void {
    this.host.keep.changeChat(this.kept.token, { draft })
    if (draft !== '') this.conversation.typing()
  }

  private async open(id: string, name: string): Promise<void> {
    const words = chatWords[this.language]
    const content = await download(this.host.origin, id, this.kept.token)
    if (content) save(content, name || words.file)
    else this.host.announce(words.fileAway)
  }

  private copy(): void {
    const reference = this.kept.reference ?? ''
    const about = { line: this.kept.line.name, reference }
    const text = transcript(about, this.conversation.talk.messages, this.language)
    const content = new Blob([`\ufeff${text}`], { type: 'text/plain;charset=utf-8' })
    save(content, chatWords[this.language].copyName(reference))
  }
}
