import type {
  ContactLine,
  ContactOptions,
  contactOptions,
} from '../../server/modules/clients/contract.ts'
import { type Ask, createAsk } from './ask.ts'
import { h } from './dom.ts'
import { Frame } from './frame.ts'
import type { Chat, ChatModule, Host } from './host.ts'
import { Keep, siteShelf } from './kept.ts'
import type { Language } from './language.ts'
import { optionsView } from './options-view.ts'
import type { Settings } from './settings.ts'
import { asSheet } from './styles.ts'
import { words } from './words/words.ts'

/** The file of the chat's module; filled in by the build. */
declare const chatFile: string

/** An open panel asks again how things stand after so long, in ms. */
const refreshMs = 20_000

/** The contact options of a website: a button, a panel, and in it the ways to reach us, or a chat. */
export class Widget {
  private readonly settings: Settings
  private readonly keep = new Keep(siteShelf())
  private readonly frame: Frame
  private readonly chatPlace = h('div', { class: 'chat' })
  private readonly host: Host
  private readonly ask: Ask
  private options: ContactOptions | null = null
  private loading: Promise<void> | null = null
  private chat: Chat | null = null
  private isHome = true
  private unread = 0
  private failures = 0

  constructor(settings: Settings) {
    this.settings = settings
    const acts = {
      toggle: () => (this.frame.isOpen ? this.close() : this.open(true)),
      close: () => this.close(),
      home: () => this.home(),
      speak: (language: Language) => this.speak(language),
    }
    this.frame = new Frame(acts, settings.target !== null, settings.theme)
    this.ask = createAsk(settings.origin, () => this.language)
    this.host = {
      origin: settings.origin,
      keep: this.keep,
      place: this.chatPlace,
      language: () => this.language,
      options: () => this.options,
      isOpen: () => this.frame.isOpen && !this.isHome,
      addStyle: (css) => this.frame.addSheet(asSheet(css)),
      announce: (text) => this.frame.announce(text),
      badge: (unread) => this.badge(unread),
      leave: () => this.home(),
    }
  }

  /** Puts the button on the page, and goes on with the chat that this browser keeps. */
  mount(): void {
    const { target } = this.settings
    const place = target === null ? document.body : document.querySelector(target)
    ;(place ?? document.body).append(this.frame.element)
    this.keep.tidy(Date.now())
    const { chat, isOpen } = this.keep.read()
    this.redraw()
    if (chat) void this.resume()
    if (isOpen) this.open(false)
    this.keep.onElsewhere(() => this.elsewhere())
    setInterval(() => this.refresh(), refreshMs)
    for (const event of ['resize', 'scroll'])
      addEventListener(event, () => this.frame.place(), { passive: true, capture: true })
  }

  private get language(): Language {
    return this.keep.read().language ?? this.settings.language
  }

  private open(isAsked: boolean): void {
    this.frame.open(isAsked)
    if (!this.keep.read().isOpen) this.keep.change({ isOpen: true })
    if (this.isHome) this.refresh()
    else this.chat?.seen()
  }

  private close(): void {
    this.frame.close()
    this.keep.change({ isOpen: false })
  }

  /** Shows the contact options; a chat that goes on stays where it is. */
  private home(): void {
    this.isHome = true
    this.redraw()
    this.refresh()
  }

  private speak(language: Language): void {
    this.keep.change({ language })
    this.options = null
    this.redraw()
    this.refresh()
    this.chat?.draw()
  }

  /** Another tab started a chat, ended it, or chose a language. */
  private elsewhere(): void {
    if (this.chat) this.chat.elsewhere()
    else if (this.keep.read().chat) void this.resume()
    this.redraw()
  }

  private refresh(): void {
    if (!this.frame.isOpen || !this.isHome) return
    this.loading ??= this.load().finally(() => {
      this.loading = null
    })
  }

  private async load(): Promise<void> {
    const { language } = this
    const input = { department: this.settings.department ?? undefined, language }
    const options = await this.ask<typeof contactOptions>('clients.contactOptions', input).catch(
      () => null,
    )
    if (language !== this.language) return this.load()
    if (options) this.options = options
    if (this.isHome) this.frame.show(options ? this.optionsHere(options) : this.away())
  }

  private optionsHere(options: ContactOptions): HTMLElement {
    const view = optionsView(options, { chat: (line, speaks) => void this.begin(line, speaks) })
    if (this.keep.read().chat) view.prepend(this.goOn())
    return view
  }

  private goOn(): HTMLElement {
    const say = words[this.language]
    const go = () => void this.resume().then(() => this.chat?.seen())
    return h('button', { type: 'button', class: 'button primary', onclick: go }, say.goOn)
  }

  private away(): HTMLElement {
    const say = words[this.language]
    const retry = {
      type: 'button',
      class: 'button',
      'data-key': 'retry',
      onclick: () => this.retry(),
    }
    return h(
      'div',
      { class: 'notice', role: 'alert' },
      h('p', {}, say.away),
      h('button', retry, say.retry),
    )
  }

  private retry(): void {
    this.redraw()
    this.refresh()
  }

  private async begin(line: ContactLine, language: Language): Promise<void> {
    if (await this.withChat()) this.chat?.begin(line, language)
  }

  private async resume(): Promise<void> {
    if (!(await this.withChat())) return
    if (!this.chat?.resume()) this.home()
  }

  /** Loads the chat when it is not there yet, and shows it. */
  private async withChat(): Promise<boolean> {
    try {
      // A browser does not fetch again what failed under the same address.
      const again = this.failures > 0 ? `#${this.failures}` : ''
      const address = new URL(`/widget/${chatFile}${again}`, this.settings.origin).href
      const module: ChatModule = await import(/* @vite-ignore */ address)
      this.chat ??= module.createChat(this.host)
    } catch {
      this.failures++
      this.frame.show(this.away())
      return false
    }
    this.isHome = false
    this.redraw()
    return true
  }

  private badge(unread: number): void {
    this.unread = unread
    this.label()
  }

  private label(): void {
    const say = words[this.language]
    const text = this.keep.read().chat ? say.yourChat : say.contact
    this.frame.label(text, this.unread, say.unread(this.unread))
  }

  private redraw(): void {
    const say = words[this.language]
    this.frame.speak(say, this.language, this.isHome)
    this.label()
    if (!this.isHome) this.frame.show(this.chatPlace)
    else if (this.options) this.frame.show(this.optionsHere(this.options))
    else this.frame.show(h('p', { class: 'notice', role: 'status' }, say.loading))
  }
}
