import type { Output } from '../../../server/kit/contract.ts'
import type { startChat } from '../../../server/modules/chat/contract.ts'
import { h } from '../dom.ts'
import { moment } from '../hours-text.ts'
import type { Language } from '../language.ts'
import { insteadList } from '../lists.ts'
import { emergencyBox } from './emergency-box.ts'
import { chatWords } from './words/chat-words.ts'

export type NotOpened = Extract<Output<typeof startChat>, { opened: false }>

/** Why the chat did not start, what one can do instead, and in danger whom to call. */
export function notOpenedView(
  { text, opensAt, instead, emergency }: NotOpened,
  language: Language,
  back: () => void,
): HTMLElement {
  const words = chatWords[language]
  const again = opensAt && words.opensAgain(moment(opensAt, Date.now(), language))
  return h(
    'div',
    { class: 'not-opened' },
    emergencyBox(emergency, words),
    h('p', { role: 'alert', class: 'closed-text' }, text),
    again ? h('p', {}, again) : null,
    instead.length > 0 && h('h3', {}, words.instead),
    instead.length > 0 && insteadList(instead),
    h('button', { type: 'button', class: 'button', onclick: back }, words.backToForm),
  )
}
