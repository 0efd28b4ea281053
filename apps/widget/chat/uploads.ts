import { RefusalError } from '../../shared/client-error.ts'
import { h, say } from '../dom.ts'
import { icon } from '../icon.ts'
import { base64Of, flawOf, maxFileMb, upload } from './files.ts'
import { newUuid } from './token.ts'
import type { ChatWords } from './words/chat-words.ts'

export interface UploadParts {
  origin: string
  contact: string
  token: string
  words: ChatWords
  language: string
  announce(text: string): void
}

/** The files on their way out, each with how far it is, or why it did not go. */
export class Uploads {
  readonly element = h('div', { class: 'uploads' })
  private readonly parts: UploadParts

  constructor(parts: UploadParts) {
    this.parts = parts
  }

  add(file: File): void {
    const { words } = this.parts
    const flaw = flawOf(file)
    const row = h('div', { class: 'upload' })
    this.element.append(row)
    if (flaw === 'tooLarge') this.failed(row, file, words.fileTooLarge(maxFileMb))
    else if (flaw === 'type') this.failed(row, file, words.fileType)
    else void this.send(row, file, newUuid())
  }

  /** The same id at every try: a file that did arrive is not there twice. */
  private async send(row: HTMLElement, file: File, id: string): Promise<void> {
    const { origin, contact, token, words, language, announce } = this.parts
    const bar = h('progress', { max: 1, 'aria-label': words.fileSending(file.name) })
    row.replaceChildren(icon('attach'), h('span', {}, words.fileSending(file.name)), bar)
    announce(words.fileSending(file.name))
    try {
      const input = { contact, id, name: file.name.slice(0, 200), content: await base64Of(file) }
      const progress = (share: number) => {
        bar.value = share
      }
      await upload(origin, input, { key: id, token, language, progress })
      row.remove()
    } catch (error) {
      const final = error instanceof RefusalError && error.code !== 'kit.tooMany'
      if (final) this.failed(row, file, error.sentence)
      else this.failed(row, file, words.fileFailed(file.name), id)
    }
  }

  private failed(row: HTMLElement, file: File, sentence: string, id: string | null = null): void {
    const { words } = this.parts
    const told = h('span', { role: 'alert' })
    const act = (label: string, onclick: () => void) =>
      h('button', { type: 'button', class: 'button small-button', onclick }, label)
    row.replaceChildren(
      icon('alert'),
      told,
      ...(id ? [act(words.retry, () => void this.send(row, file, id))] : []),
      act(words.remove, () => row.remove()),
    )
    row.classList.toggle('error', true)
    say(told, sentence)
  }
}
