import type { ContactLine } from '../../server/modules/clients/contract.ts'
import { h } from '../widget/dom.ts'
import { hoursToday, moment, untilToday } from '../widget/hours-text.ts'
import { type Language, languageNames } from '../widget/language.ts'
import { callLink } from '../widget/lists.ts'
import { words as widgetWords } from '../widget/words/words.ts'
import { publicWords } from './words.ts'

/** A line on the page: whose it is, whether it is open, and how it is reached. */
export function lineSection(
  line: ContactLine,
  whose: string | null,
  language: Language,
  now: number,
): HTMLElement {
  const words = publicWords[language]
  const { phone, mail, languages } = line
  const hasChat = line.channels.some(({ channel }) => channel === 'chat')
  const spoken = new Intl.ListFormat(`${language}-BE`).format(
    languages.map((one) => languageNames[one]),
  )
  const title = `line-${line.code}`
  return h(
    'section',
    { class: 'line', 'aria-labelledby': title },
    h('div', {}, h('h3', { id: title }, line.name), whose && h('p', { class: 'whose' }, whose)),
    h(
      'dl',
      {},
      ...row(words.hours, ...openText(line, language, now)),
      ...(phone
        ? row(words.phone, callLink(phone.local, phone.local), h('p', {}, phone.cost))
        : []),
      ...(phone ? row(words.abroad, callLink(phone.international, phone.international)) : []),
      ...(mail === null ? [] : row(words.mail, h('a', { href: `mailto:${mail}` }, mail))),
      ...(hasChat ? row(words.chat, `${words.chatLanguages} ${spoken}`) : []),
    ),
  )
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
