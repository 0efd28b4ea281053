import { h } from './dom.ts'

/** What one can do instead, each with its link. */
export function insteadList(instead: readonly { text: string; href: string }[]): HTMLElement {
  const links = instead.map(({ text, href }) =>
    h('li', {}, h('a', { href, 'data-key': href }, text)),
  )
  return h('ul', { class: 'links' }, ...links)
}

/** Numbers to call at once. */
export function numbersList(numbers: readonly { number: string; what: string }[]): HTMLElement {
  const rows = numbers.map(({ number, what }) =>
    h('li', {}, callLink(number, number), h('span', {}, what)),
  )
  return h('ul', { class: 'numbers' }, ...rows)
}

/** A number that can be tapped to call. */
export function callLink(number: string, text: string): HTMLElement {
  const address = `tel:${number.replace(/[^\d+]/g, '')}`
  return h('a', { href: address, class: 'number', 'data-key': `tel-${text}` }, text)
}
