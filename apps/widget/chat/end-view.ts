import { h, say } from '../dom.ts'
import { icon } from '../icon.ts'
import type { ChatWords } from './words/chat-words.ts'

const questions = ['friendly', 'correct', 'helped'] as const
export type Marks = Record<(typeof questions)[number], number | null>

export interface EndActs {
  rate(marks: Marks): Promise<unknown>
  copy(): void
  again(): void
}

/** After the conversation: how it was, if the person wants to say; a copy; a new question. */
export class EndView {
  readonly element: HTMLElement
  private readonly rating: HTMLElement
  private readonly thanks: HTMLElement

  constructor(words: ChatWords, acts: EndActs) {
    this.thanks = h('p', { class: 'thanks', role: 'status', tabindex: '-1' })
    this.rating = this.ratingForm(words, acts)
    this.element = h(
      'div',
      { class: 'end', hidden: true },
      this.rating,
      this.thanks,
      h(
        'div',
        { class: 'actions' },
        h(
          'button',
          { type: 'button', class: 'button', onclick: acts.copy },
          icon('copy'),
          words.copy,
        ),
        h('button', { type: 'button', class: 'button', onclick: acts.again }, words.again),
      ),
    )
  }

  draw(isOver: boolean, canRate: boolean): void {
    this.element.hidden = !isOver
    this.rating.hidden = !canRate
  }

  private ratingForm(words: ChatWords, acts: EndActs): HTMLElement {
    const error = h('p', { class: 'error', role: 'alert' })
    const form = h(
      'form',
      { class: 'rating' },
      h('h3', {}, words.rate),
      h('p', { class: 'small' }, words.rateHelp),
      ...questions.map((question) => scale(question, words[question])),
      error,
      h(
        'div',
        { class: 'actions' },
        h('button', { type: 'submit', class: 'button primary' }, words.rateSend),
        h(
          'button',
          { type: 'button', class: 'button', onclick: () => this.done('') },
          words.rateSkip,
        ),
      ),
    )
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const marks = marksOf(new FormData(form))
      if (Object.values(marks).every((mark) => mark === null)) return say(error, words.rateOne)
      acts.rate(marks).then(
        () => this.done(words.thanks),
        () => say(error, words.rateFailed),
      )
    })
    return form
  }

  private done(thanks: string): void {
    say(this.thanks, thanks)
    this.rating.remove()
    this.thanks.focus()
  }
}

function scale(name: string, question: string): HTMLElement {
  const steps = [1, 2, 3, 4, 5].map((mark) =>
    h('label', {}, h('input', { type: 'radio', name, value: mark }), h('span', {}, `${mark}`)),
  )
  return h('fieldset', {}, h('legend', {}, question), h('div', { class: 'scale' }, ...steps))
}

function marksOf(form: FormData): Marks {
  const mark = (name: string) => {
    const value = form.get(name)
    return value === null ? null : Number(value)
  }
  return { friendly: mark('friendly'), correct: mark('correct'), helped: mark('helped') }
}
