import type { ContactLine } from '../../server/modules/clients/contract.ts'
import { h } from '../widget/dom.ts'
import { hoursToday, moment, untilToday } from '../widget/hours-text.ts'
import type { Language } from '../widget/language.ts'
import { callLink } from '../widget/lists.ts'
import { words as widgetWords } from '../widget/words/words.ts'
import { addressOf } from './address.ts'
import { publicWords } from './words.ts'

/** A line on the page: whose it is, whether it is open, and how it is reached. */
export function lineSection(
  line: ContactLine,
  whose: { code: string; name: string } | null,
  language: Language,
  now: number,
): HTMLElement {
  const words = publicWords[language]
  const { phone, mail } = line
  const hasChat = line.channels.some(({ channel }) => channel === 'chat')
  const title = `line-${line.code}`
  return h(
    'section',
    { class: 'line', 'aria-labelledby': title },
    h(
      'div',
      {},
      h('h3', { id: title }, line.name),
      whose && h('p', { class: 'whose' }, whose.name),
    ),
    h(
      'dl',
      {},
      ...row(words.hours, ...openText(line, language, now)),
      ...(phone
        ? row(words.phone, callLink(phone.local, phone.local), h('p', {}, phone.cost))
        : []),
      ...(phone ? row(words.abroad, callLink(phone.international, phone.international)) : []),
      ...(mail === null ? [] : row(words.mail, h('a', { href: `mailto:${mail}` }, mail))),
      ...(hasChat
        ? row(words.chat, chatPlace(whose, language), ` (${spoken(line, language)})`)
        : []),
    ),
  )
}

/** Where one chats with the line: on this page, or on that of its department. */
function chatPlace(
  whose: { code: string; name: string } | null,
  language: Language,
): HTMLElement | string {
  const words = publicWords[language]
  if (!whose) return words.chatHere
  return h('a', { href: addressOf({ language, department: whose.code }) }, words.chatOn(whose.name))
}

/** The languages of a line, in the language of the page. */
function spoken({ languages }: ContactLine, language: Language): string {
  const names = new Intl.DisplayNames(language, { type: 'language' })
  return new Intl.ListFormat(language).format(languages.map((one) => names.of(one) ?? one))
}

function openText(line: ContactLine, language: Language, now: number): HTMLElement[] {
  const say = widgetWords[language]
  const until = untilToday(line.closesAt, now, language)
  const state = [say[line.state], until].filter(Boolean).join(' ')
  const again =
    line.nextOpening === null ? '' : say.opensAgain(moment(line.nextOpening, now, language))
  return [
    h('p', {}, h('strong', { 'data-state': line.state }, state)),
    h('p', {}, line.state === 'exceptionallyClosed' ? '' : hoursToday(line.today, language)),
    h('p', {}, [line.state === 'open' ? '' : line.closedText, again].filter(Boolean).join(' ')),
  ].filter(({ textContent }) => textContent !== '')
}

function row(name: string, ...value: (Node | string)[]): HTMLElement[] {
  return [h('dt', {}, name), h('dd', {}, ...value)]
}
