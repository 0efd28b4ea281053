import type { ContactLine, ContactOptions } from '../../server/modules/clients/contract.ts'
import { h } from './dom.ts'
import { hoursToday, moment, untilToday } from './hours-text.ts'
import { icon } from './icon.ts'
import { type Language, languageNames } from './language.ts'
import { callLink, insteadList, numbersList } from './lists.ts'
import { words } from './words/words.ts'

export interface OptionsActs {
  /** Starts a chat on a line, in the language shown or in another that the line speaks. */
  chat(line: ContactLine, language: Language): void
}

/** How to reach us: the lines of the page's department first, then the general ones. */
export function optionsView(options: ContactOptions, acts: OptionsActs): HTMLElement {
  const { lines, language, now } = options
  const own = lines.filter((line) => line.own)
  const general = lines.filter((line) => !line.own)
  const draw = (line: ContactLine) => lineView(line, { language, now, acts })
  return h(
    'div',
    { class: 'options' },
    ...own.map(draw),
    own.length > 0 && general.length > 0 && h('p', { class: 'divider' }, words[language].general),
    ...general.map(draw),
    lines.length === 0 && h('p', {}, words[language].none),
    emergencyView(options),
  )
}

interface Around {
  language: Language
  now: number
  acts: OptionsActs
}

function lineView(line: ContactLine, { language, now, acts }: Around): HTMLElement {
  const title = `line-${line.code}`
  return h(
    'div',
    { class: 'line', role: 'group', 'aria-labelledby': title },
    h('h3', { id: title }, line.name),
    stateView(line, language, now),
    ...closedView(line, language, now),
    chatView(line, language, acts),
    h(
      'ul',
      { class: 'channels' },
      line.phone && phoneView(line.phone, language),
      line.mail !== null && mailView(line.mail, language),
    ),
    insteadView(line, language),
  )
}

function stateView(line: ContactLine, language: Language, now: number): HTMLElement {
  const say = words[language]
  const until = untilToday(line.closesAt, now, language)
  const today = line.state === 'exceptionallyClosed' ? '' : hoursToday(line.today, language)
  return h(
    'p',
    { class: 'state', 'data-state': line.state },
    h('strong', {}, [say[line.state], until].filter(Boolean).join(' ')),
    today && h('span', {}, today),
  )
}

function closedView(line: ContactLine, language: Language, now: number): (HTMLElement | null)[] {
  const { nextOpening, closedText, today } = line
  const again = nextOpening && words[language].opensAgain(moment(nextOpening, now, language))
  return [
    today.text && today.text !== closedText ? h('p', {}, today.text) : null,
    closedText ? h('p', { class: 'closed-text' }, closedText) : null,
    again ? h('p', {}, again) : null,
  ]
}

function chatView(line: ContactLine, language: Language, acts: OptionsActs): HTMLElement | null {
  const say = words[language]
  const chat = line.channels.find(({ channel }) => channel === 'chat')
  if (!chat) return null
  if (chat.state !== 'open') return h('p', { class: 'quiet' }, icon('chat'), say.chatClosed)
  const start = (label: string, speaks: Language, kind: string) =>
    h(
      'button',
      {
        type: 'button',
        class: `button ${kind}`,
        'data-key': `chat-${line.code}-${speaks}`,
        onclick: () => acts.chat(line, speaks),
      },
      icon('chat'),
      label,
    )
  if (line.canStartChat) return start(say.chat, language, 'primary')
  const others = line.languages.map((one) => start(say.chatIn(languageNames[one]), one, ''))
  return h('div', { class: 'stack' }, h('p', {}, say.chatNotIn), ...others)
}

function phoneView(phone: NonNullable<ContactLine['phone']>, language: Language): HTMLElement {
  const say = words[language]
  return h(
    'li',
    {},
    icon('phone'),
    h(
      'div',
      {},
      callLink(phone.local, say.call(phone.local)),
      h(
        'p',
        { class: 'small' },
        phone.cost,
        ' ',
        say.abroad,
        ' ',
        callLink(phone.international, phone.international),
      ),
    ),
  )
}

function mailView(mail: string, language: Language): HTMLElement {
  return h(
    'li',
    {},
    icon('mail'),
    h(
      'div',
      {},
      h('a', { href: `mailto:${mail}`, 'data-key': mail }, words[language].mail),
      h('p', { class: 'small' }, mail),
    ),
  )
}

function insteadView({ state, instead }: ContactLine, language: Language): HTMLElement | null {
  if (state === 'open' || instead.length === 0) return null
  return h('div', { class: 'instead' }, h('h4', {}, words[language].instead), insteadList(instead))
}

/** What unfolds at the end of the panel is seen at once. */
function intoView({ currentTarget }: ToggleEvent): void {
  if (currentTarget instanceof HTMLDetailsElement && currentTarget.open)
    currentTarget.scrollIntoView({ block: 'nearest' })
}

function emergencyView({ emergencyNumbers, language }: ContactOptions): HTMLElement | null {
  if (emergencyNumbers.length === 0) return null
  const say = words[language]
  return h(
    'details',
    { class: 'emergency', ontoggle: intoView },
    h('summary', { 'data-key': 'emergency' }, icon('alert'), say.emergency),
    h('p', {}, say.emergencyText),
    numbersList(emergencyNumbers),
  )
}
