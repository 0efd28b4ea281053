import type { MessageView } from '../../../server/modules/chat/contract.ts'
import { h } from '../dom.ts'
import { icon } from '../icon.ts'
import type { Language } from '../language.ts'
import type { Own, Talk } from './talk.ts'
import { isMasked, textParts } from './text-parts.ts'
import { spoken, timeOf } from './transcript.ts'
import { chatWords } from './words/chat-words.ts'

export interface MessageActs {
  open(file: NonNullable<MessageView['file']>): void
  edit(message: Own): void
}

/**
 * The messages, as a list that only grows: one that stands there is not drawn again, so that a
 * screen reader keeps its place.
 */
export class MessagesView {
  readonly element: HTMLElement
  private readonly list = h('ol', { class: 'messages' })
  private readonly pending = h('ol', { class: 'messages' })
  private readonly language: Language
  private readonly acts: MessageActs
  private shown = 0
  private lastAuthor = ''
  private isAtEnd = true

  constructor(language: Language, acts: MessageActs, ...before: HTMLElement[]) {
    this.language = language
    this.acts = acts
    const label = chatWords[language].messages
    this.element = h(
      'div',
      { class: 'scroll', role: 'region', 'aria-label': label, tabindex: '0' },
      ...before,
      this.list,
      this.pending,
    )
    this.element.addEventListener('scroll', () => {
      const { scrollTop, scrollHeight, clientHeight } = this.element
      this.isAtEnd = scrollHeight - scrollTop - clientHeight < 40
    })
    new ResizeObserver(() => this.isAtEnd && this.toEnd()).observe(this.element)
  }

  /** Adds what is new, and stays at the end for who was there. */
  draw({ messages, own }: Talk): void {
    const { isAtEnd } = this
    const wroteNow = own.length > this.pending.childElementCount
    const grew = wroteNow || messages.length > this.shown
    for (const message of messages.slice(this.shown)) this.list.append(this.row(message))
    this.shown = messages.length
    this.pending.replaceChildren(...own.map((one) => this.ownRow(one)))
    this.pending.hidden = own.length === 0
    if (wroteNow || (isAtEnd && grew)) this.toEnd()
  }

  toEnd(): void {
    this.element.scrollTop = this.element.scrollHeight
    this.isAtEnd = true
  }

  private row(message: MessageView): HTMLElement {
    const { author, body, file, sentAt } = message
    const words = chatWords[this.language]
    const [who, text] = spoken(message, this.language)
    const follows = this.lastAuthor === `${author}${who}`
    this.lastAuthor = `${author}${who}`
    const hidden = author === 'citizen' || follows
    return h(
      'li',
      { class: `message ${author}${follows ? ' follows' : ''}` },
      h('p', { class: hidden ? 'who hidden' : 'who' }, who),
      file ? this.fileView(file, text) : h('p', { class: 'words' }, ...linked(text)),
      author === 'citizen' && isMasked(body ?? '') && h('p', { class: 'note' }, words.masked),
      h('p', { class: 'at' }, timeOf(sentAt, this.language)),
    )
  }

  private fileView(file: NonNullable<MessageView['file']>, name: string): HTMLElement {
    const open = { type: 'button', class: 'words file', onclick: () => this.acts.open(file) }
    const label = chatWords[this.language].open(name)
    return h('button', { ...open, 'aria-label': label }, icon('attach'), h('span', {}, name))
  }

  private ownRow(own: Own): HTMLElement {
    const words = chatWords[this.language]
    const said = h('p', { class: 'words' }, ...linked(own.body))
    const who = h('p', { class: 'who hidden' }, words.you)
    if (own.state !== 'refused') {
      const state = own.state === 'sent' ? words.sent : words.sending
      return h('li', { class: 'message citizen' }, who, said, h('p', { class: 'at' }, state))
    }
    const edit = {
      type: 'button',
      class: 'button small-button',
      onclick: () => this.acts.edit(own),
    }
    return h(
      'li',
      { class: 'message citizen failed' },
      who,
      said,
      h('p', { class: 'error' }, icon('alert'), `${words.notSent} ${own.sentence}`),
      h('button', edit, words.editAgain),
    )
  }
}

function linked(text: string): (Node | string)[] {
  return textParts(text).map((part) =>
    part.href === null
      ? part.text
      : h('a', { href: part.href, target: '_blank', rel: 'noopener noreferrer' }, part.text),
  )
}
