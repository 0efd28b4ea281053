import type { ContactLine } from '../../../server/modules/clients/contract.ts'
import { h, say } from '../dom.ts'
import { icon } from '../icon.ts'
import type { ChatWords } from './words/chat-words.ts'

/** What was filled in: null is "I don't know"; undefined is not chosen yet. */
export interface Wish {
  theme: string | null | undefined
  question: string
}

export interface BeginForm {
  line: ContactLine
  words: ChatWords
  wish: Wish
  /** A sentence on why it did not start. */
  trouble: string
  start(wish: Wish): void
  changed(wish: Wish): void
}

const unknown = 'unknown'
const maxQuestion = 4_000

/** Asks what it is about, and for the question if the person wants to write it already. */
export function beginForm({ line, words, wish, trouble, ...acts }: BeginForm): HTMLElement {
  const error = h('p', { id: 'theme-error', class: 'error', role: 'alert' })
  const theme = themeChoice(line, words, wish.theme)
  const question = h('textarea', {
    id: 'question',
    rows: 4,
    maxlength: maxQuestion,
    'aria-describedby': 'question-help',
  })
  question.value = wish.question
  const read = (): Wish => ({ theme: themeOf(theme.value), question: question.value })
  const send = (event: Event) => {
    event.preventDefault()
    const now = read()
    if (now.theme !== undefined) return acts.start(now)
    say(error, words.chooseFirst)
    theme.setAttribute('aria-invalid', 'true')
    theme.focus()
  }
  return h(
    'form',
    { class: 'begin', novalidate: true, onsubmit: send, oninput: () => acts.changed(read()) },
    h('h3', { tabindex: '-1' }, line.name),
    h('p', {}, line.texts.opening),
    trouble !== '' && h('p', { class: 'error', role: 'alert' }, icon('alert'), trouble),
    h('div', { class: 'field' }, h('label', { for: 'theme' }, words.about), theme, error),
    h(
      'div',
      { class: 'field' },
      h('label', { for: 'question' }, words.question),
      h('p', { id: 'question-help', class: 'small' }, words.questionHelp),
      question,
    ),
    h('p', { class: 'small' }, line.texts.privacy),
    h('button', { type: 'submit', class: 'button primary' }, icon('chat'), words.start),
  )
}

function themeChoice(line: ContactLine, words: ChatWords, chosen: string | null | undefined) {
  const choice = h(
    'select',
    { id: 'theme', required: true, 'aria-describedby': 'theme-error' },
    h('option', { value: '' }, words.choose),
    h('option', { value: unknown }, words.unknown),
    ...line.themes.map(({ id, name }) => h('option', { value: id }, name)),
  )
  choice.value = chosen === null ? unknown : (chosen ?? '')
  return choice
}

function themeOf(value: string): string | null | undefined {
  return value === '' ? undefined : value === unknown ? null : value
}
