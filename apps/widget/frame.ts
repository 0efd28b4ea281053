import { fill, h, say } from './dom.ts'
import { icon } from './icon.ts'
import { type Language, languageNames, languages } from './language.ts'
import { widgetSheets } from './styles.ts'
import type { Words } from './words/words.ts'

export interface FrameActs {
  toggle(): void
  close(): void
  home(): void
  speak(language: Language): void
}

/** How long an announcement stands, in ms. */
const spokenMs = 7_000

/** The elements around the contents: a button on the page and the panel that it opens. */
export class Frame {
  readonly element = document.createElement('onthaal-contact')
  readonly body = h('div', { class: 'body' })
  private readonly root = this.element.attachShadow({ mode: 'open' })
  private readonly acts: FrameActs
  private readonly button = h('button', {
    type: 'button',
    class: 'opener',
    'aria-expanded': 'false',
  })
  private readonly title = h('h2', { id: 'title' })
  private readonly back = h('button', { type: 'button', class: 'button bare' }, icon('back'))
  private readonly speech = h('div', { class: 'languages', role: 'group' })
  private readonly shut = h('button', { type: 'button', class: 'button bare' }, icon('close'))
  private readonly panel: HTMLElement
  private silence: ReturnType<typeof setTimeout> | undefined
  private readonly polite = h('div', { class: 'hidden', role: 'status' })

  constructor(acts: FrameActs, isInline: boolean, theme: string | null) {
    this.acts = acts
    this.root.adoptedStyleSheets = widgetSheets()
    this.button.addEventListener('click', acts.toggle)
    this.back.addEventListener('click', acts.home)
    this.shut.addEventListener('click', acts.close)
    this.panel = h(
      'div',
      { class: 'panel', role: 'dialog', 'aria-labelledby': 'title', tabindex: '-1', hidden: true },
      h('div', { class: 'head' }, this.back, this.title, this.speech, this.shut),
      this.body,
    )
    if ('popover' in this.panel) this.panel.popover = 'manual'
    const look = { class: `look ${isInline ? 'inline' : 'corner'}`, 'data-theme': theme ?? 'page' }
    const whole = h('div', look, this.button, this.panel, this.polite)
    whole.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !this.isOpen) return
      event.stopPropagation()
      acts.close()
    })
    this.root.append(whole)
  }

  get isOpen(): boolean {
    return !this.panel.hidden
  }

  /** Opens the panel; `isAsked`: by the person, who is then taken there. */
  open(isAsked: boolean): void {
    this.panel.hidden = false
    this.panel.showPopover?.()
    this.place()
    this.button.setAttribute('aria-expanded', 'true')
    if (isAsked) this.panel.focus({ preventScroll: true })
  }

  close(): void {
    const hadFocus = this.panel.contains(this.root.activeElement)
    this.panel.hidePopover?.()
    this.panel.hidden = true
    this.button.setAttribute('aria-expanded', 'false')
    if (hadFocus) this.button.focus()
  }

  /** Hangs the panel under a button that stands in the page, within the window. */
  place(): void {
    if (!this.isOpen || !this.button.closest('.inline')) return
    const { bottom, right } = this.button.getBoundingClientRect()
    const width = document.documentElement.clientWidth
    const end = Math.max(8, Math.min(width - right, width - this.panel.offsetWidth - 8))
    this.panel.style.setProperty('--end', `${end}px`)
    this.panel.style.setProperty('--top', `${Math.max(8, bottom + 8)}px`)
  }

  /** Writes everything around the contents in a language. */
  speak(words: Words, language: Language, isHome: boolean): void {
    this.panel.lang = language
    this.polite.lang = language
    say(this.title, isHome ? words.contact : words.yourChat)
    this.back.setAttribute('aria-label', words.back)
    this.back.hidden = isHome
    this.shut.setAttribute('aria-label', words.close)
    this.speech.setAttribute('aria-label', words.language)
    fill(this.speech, ...languages.map((one) => this.choice(one, one === language)))
  }

  /** Names the button: what it opens, and what there is to see. */
  label(text: string, unread: number, unreadText: string): void {
    const count = unread > 0 && h('span', { class: 'badge' }, `${unread}`)
    if (unread > 0) this.button.setAttribute('aria-label', `${text}: ${unreadText}`)
    else this.button.removeAttribute('aria-label')
    fill(this.button, icon('chat'), h('span', {}, text), count)
  }

  /** Tells a screen reader; what was told does not stay behind to be found later. */
  announce(text: string): void {
    clearTimeout(this.silence)
    this.polite.textContent = ''
    this.silence = setTimeout(() => {
      say(this.polite, text)
      this.silence = setTimeout(() => say(this.polite, ''), spokenMs)
    }, 50)
  }

  addSheet(sheet: CSSStyleSheet): void {
    this.root.adoptedStyleSheets = [...this.root.adoptedStyleSheets, sheet]
  }

  /** Puts something else in the panel; who was at a thing that is there again stays at it. */
  show(...contents: HTMLElement[]): void {
    const focused = this.root.activeElement
    const inside = this.body.contains(focused)
    const key = inside ? focused?.getAttribute('data-key') : null
    fill(this.body, ...contents)
    if (!inside) return
    const again = key && this.body.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
    ;(again || this.panel).focus({ preventScroll: true })
  }

  private choice(language: Language, isCurrent: boolean): HTMLElement {
    return h(
      'button',
      {
        type: 'button',
        lang: language,
        'aria-label': languageNames[language],
        'aria-current': isCurrent ? 'true' : null,
        onclick: () => this.chosen(language),
      },
      language,
    )
  }

  private chosen(language: Language): void {
    this.acts.speak(language)
    this.speech.querySelector<HTMLElement>('[aria-current]')?.focus()
  }
}
