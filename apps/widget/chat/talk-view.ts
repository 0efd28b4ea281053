import { h, say } from '../dom.ts'
import { icon } from '../icon.ts'
import type { EmergencyNumbers } from '../kept.ts'
import type { Language } from '../language.ts'
import { Composer, type ComposerActs } from './composer.ts'
import { emergencyBox } from './emergency-box.ts'
import { type EndActs, EndView } from './end-view.ts'
import { type MessageActs, MessagesView } from './messages-view.ts'
import { spokenReference, statusText } from './status-text.ts'
import { agentOf, canRate, isOver, type Talk } from './talk.ts'
import { chatWords } from './words/chat-words.ts'

export interface TalkActs extends ComposerActs, MessageActs, EndActs {
  /** Rejects when it could not be told. */
  leave(): Promise<unknown>
}

export interface TalkAbout {
  language: Language
  reference: string
  opening: string
  draft: string
  uploads: HTMLElement
}

/** A conversation on screen: how it stands, the messages, and where to write. */
export class TalkView {
  readonly element: HTMLElement
  private readonly about: TalkAbout
  private readonly status = h('p', { class: 'status' })
  private readonly alarm = h('div', { class: 'alarm' })
  private readonly typing = h('p', { class: 'typing', 'aria-hidden': 'true' })
  private readonly messages: MessagesView
  private readonly composer: Composer
  private readonly end: EndView
  private readonly leaving: HTMLElement
  private readonly sure: HTMLElement
  private emergency: EmergencyNumbers = []

  constructor(about: TalkAbout, acts: TalkActs) {
    this.about = about
    const words = chatWords[about.language]
    const reference = words.reference(spokenReference(about.reference))
    const opening = h('p', { class: 'opening' }, about.opening)
    const edit = (message: Parameters<MessageActs['edit']>[0]) => {
      acts.edit(message)
      this.composer.edit(message.body)
    }
    this.messages = new MessagesView(about.language, { ...acts, edit }, opening)
    this.composer = new Composer(words, about.draft, acts)
    this.end = new EndView(words, acts)
    this.leaving = h(
      'button',
      { type: 'button', class: 'plain', onclick: () => this.ask() },
      words.leave,
    )
    this.sure = this.sureView(acts)
    this.element = h(
      'div',
      { class: 'talk' },
      this.alarm,
      h(
        'div',
        { class: 'standing' },
        this.status,
        h('p', { class: 'small' }, reference, this.leaving),
      ),
      this.sure,
      this.messages.element,
      this.typing,
      about.uploads,
      this.composer.element,
      this.end.element,
    )
  }

  draw(talk: Talk): void {
    const words = chatWords[this.about.language]
    const over = isOver(talk)
    say(this.status, statusText(talk, words))
    this.status.dataset.state = over ? 'over' : talk.connection
    this.messages.draw(talk)
    say(this.typing, talk.isAgentTyping ? words.typing(agentOf(talk) ?? words.agent) : '')
    if (talk.emergency !== this.emergency) this.alarmWith(talk.emergency)
    this.composer.element.hidden = over
    this.leaving.hidden = over
    if (over) this.sure.hidden = true
    this.end.draw(over, canRate(talk))
  }

  /** Takes the person to where they write, and to the last message. */
  focus(): void {
    this.messages.toEnd()
    this.composer.focus()
  }

  toEnd(): void {
    this.messages.toEnd()
  }

  private alarmWith(numbers: EmergencyNumbers): void {
    this.emergency = numbers
    const box = emergencyBox(numbers, chatWords[this.about.language])
    this.alarm.replaceChildren(...(box ? [box] : []))
  }

  private ask(): void {
    this.sure.hidden = false
    this.sure.querySelector<HTMLElement>('button:last-of-type')?.focus()
  }

  private sureView({ leave }: TalkActs): HTMLElement {
    const words = chatWords[this.about.language]
    const error = h('p', { class: 'error', role: 'alert' })
    const stay = () => {
      this.sure.hidden = true
      this.leaving.focus()
    }
    const go = () => {
      say(error, '')
      leave().catch(() => say(error, words.mistake))
    }
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      stay()
    }
    return h(
      'div',
      {
        class: 'sure',
        role: 'alertdialog',
        'aria-label': words.leaveSure,
        hidden: true,
        onkeydown: pressed,
      },
      h('p', {}, h('strong', {}, words.leaveSure), ' ', words.leaveText),
      error,
      h('button', { type: 'button', class: 'button', onclick: go }, icon('close'), words.leaveYes),
      h('button', { type: 'button', class: 'button', onclick: stay }, words.leaveNo),
    )
  }
}
