import type { Output } from '../../server/kit/contract.ts'
import { must } from '../../server/kit/must.ts'
import type {
  ContactOptions,
  contactOptions,
  publicLines,
} from '../../server/modules/clients/contract.ts'
import { createAsk } from '../widget/ask.ts'
import { fill, h } from '../widget/dom.ts'
import { languageNames, languages } from '../widget/language.ts'
import { words as widgetWords } from '../widget/words/words.ts'
import { addressOf, wantedBy } from './address.ts'
import { lineSection } from './line-section.ts'
import './public.css'
import { publicWords } from './words.ts'

const wanted = wantedBy(location.search, navigator.languages)
const { language } = wanted
const words = publicWords[language]
const ask = createAsk(location.origin, () => language)
const place = must(document.getElementById('page'), 'page')
const main = h('main', { id: 'content', tabindex: '-1', class: 'ui-plain-main' })

document.documentElement.lang = language
draw(words.service)
embedWidget()
void load()

/** The same script tag as on any other website. */
function embedWidget(): void {
  const script = document.createElement('script')
  script.src = '/widget/onthaal.js'
  if (wanted.department !== null) script.dataset.department = wanted.department
  document.body.append(script)
}

async function load(): Promise<void> {
  fill(main, h('p', { role: 'status' }, widgetWords[language].loading))
  const department = wanted.department ?? undefined
  try {
    const [all, options] = await Promise.all([
      ask<typeof publicLines>('clients.publicLines', { language }),
      ask<typeof contactOptions>('clients.contactOptions', { department, language }),
    ])
    draw(options.department?.name ?? words.service)
    fill(main, ...(options.department ? departmentPage(options) : generalPage(all)))
  } catch {
    const retry = h('button', { type: 'button', onclick: () => void load() })
    retry.textContent = widgetWords[language].retry
    fill(main, h('div', { class: 'notice', role: 'alert' }, widgetWords[language].away, retry))
  }
}

function generalPage({ lines, now }: Output<typeof publicLines>): HTMLElement[] {
  if (lines.length === 0) return [h('h1', {}, words.title), h('p', {}, widgetWords[language].none)]
  return [
    h(
      'div',
      { class: 'intro' },
      h('h1', {}, words.title),
      h('p', {}, words.intro),
      h('p', {}, words.how),
    ),
    linesPart(
      words.lines,
      lines.map((line) => lineSection(line, line.department, language, now)),
    ),
    departmentsPart(lines),
  ]
}

function departmentPage({ department, lines, now }: ContactOptions): HTMLElement[] {
  const { name, website } = must(department, 'department')
  return [
    h(
      'div',
      { class: 'intro' },
      h('h1', {}, words.titleOf(name)),
      h('p', {}, words.how),
      h('p', {}, h('a', { href: website }, words.website)),
    ),
    linesPart(
      words.lines,
      lines.map((line) => lineSection(line, null, language, now)),
    ),
    h('p', {}, h('a', { href: addressOf({ language, department: null }) }, words.all)),
  ]
}

function linesPart(title: string, sections: HTMLElement[]): HTMLElement {
  return h('div', { class: 'lines' }, h('h2', {}, title), ...sections)
}

function departmentsPart(lines: Output<typeof publicLines>['lines']): HTMLElement {
  const links = lines.flatMap(({ department }) =>
    department
      ? [h('a', { href: addressOf({ language, department: department.code }) }, department.name)]
      : [],
  )
  return h(
    'div',
    { class: 'departments' },
    h('h2', {}, words.departments),
    h('ul', {}, ...links.map((link) => h('li', {}, link))),
  )
}

function draw(service: string): void {
  document.title = service
  const choices = languages.map((choice) =>
    h(
      'a',
      {
        href: addressOf({ ...wanted, language: choice }),
        lang: choice,
        hreflang: choice,
        'aria-current': choice === language ? 'true' : null,
      },
      languageNames[choice],
    ),
  )
  fill(
    place,
    h('a', { class: 'ui-skip', href: '#content' }, words.skip),
    h(
      'header',
      { class: 'ui-plain-header' },
      h('p', { class: 'ui-bar-name' }, h('strong', {}, service)),
      h('nav', { class: 'ui-languages', 'aria-label': words.language }, ...choices),
    ),
    main,
  )
}
