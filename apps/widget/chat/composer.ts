import { h } from '../dom.ts'
import { icon } from '../icon.ts'
import type { ChatWords } from './words/chat-words.ts'

export interface ComposerActs {
  write(body: string): void
  typed(draft: string): void
  attach(file: File): void
}

/** The longest message, in characters, as the contract has it. */
const maxMessage = 4_000

/** Where the person writes: Enter sends, Shift and Enter begins a new line. */
export class Composer {
  readonly element: HTMLElement
  private readonly field: HTMLTextAreaElement
  private readonly acts: ComposerActs

  constructor(words: ChatWords, draft: string, acts: ComposerActs) {
    this.acts = acts
    this.field = h('textarea', {
      rows: 1,
      maxlength: maxMessage,
      'aria-label': words.write,
      placeholder: words.writeHere,
      'data-key': 'composer',
      oninput: () => this.typed(),
      onkeydown: (event: KeyboardEvent) => this.pressed(event),
    })
    this.field.value = draft
    const picker = h('input', {
      type: 'file',
      accept: 'image/jpeg,image/png,image/webp,application/pdf',
      hidden: true,
      'aria-label': words.attach,
      onchange: () => this.picked(picker),
    })
    const attach = {
      type: 'button',
      class: 'button bare',
      'aria-label': words.attach,
      title: words.attach,
      onclick: () => picker.click(),
    }
    const send = { type: 'submit', class: 'button primary send', 'aria-label': words.send }
    const submit = (event: Event) => {
      event.preventDefault()
      this.send()
    }
    this.element = h(
      'form',
      { class: 'composer', onsubmit: submit },
      h('button', attach, icon('attach')),
      picker,
      this.field,
      h('button', { ...send, title: words.send }, icon('send')),
    )
  }

  focus(): void {
    this.field.focus()
  }

  /** Puts a text back to be edited, before what stands there. */
  edit(body: string): void {
    this.field.value = [body, this.field.value].filter(Boolean).join('\n')
    this.typed()
    this.focus()
  }

  private typed(): void {
    this.acts.typed(this.field.value)
  }

  private pressed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    this.send()
  }

  private send(): void {
    const body = this.field.value.trim()
    if (body !== '') this.acts.write(body)
    this.field.value = ''
    this.acts.typed('')
    this.focus()
  }

  private picked(picker: HTMLInputElement): void {
    const file = picker.files?.[0]
    picker.value = ''
    if (file) this.acts.attach(file)
  }
}
