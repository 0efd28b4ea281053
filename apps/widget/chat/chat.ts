import type { Output } from '../../../server/kit/contract.ts'
import type { startChat } from '../../../server/modules/chat/contract.ts'
import type { ContactLine } from '../../../server/modules/clients/contract.ts'
import { RefusalError, UnreachableError } from '../../shared/client-error.ts'
import { createAsk } from '../ask.ts'
import { fill, h } from '../dom.ts'
import type { Chat, Host } from '../host.ts'
import type { KeptChat } from '../kept.ts'
import type { Language } from '../language.ts'
import { beginForm, type Wish } from './begin-form.ts'
import chatCss from './chat.css?inline'
import type { ChatHost } from './chat-host.ts'
import { type NotOpened, notOpenedView } from './not-opened-view.ts'
import talkCss from './talk.css?inline'
import { TalkRoom } from './talk-room.ts'
import { newToken, newUuid } from './token.ts'
import { chatWords } from './words/chat-words.ts'

/** Where the person is: asking, being let in, turned away, or in the conversation. */
type Scene =
  | { at: 'nowhere' }
  | { at: 'form'; line: ContactLine; language: Language; wish: Wish; trouble: string }
  | { at: 'starting'; chat: KeptChat; isLost: boolean; form: FormScene | null }
  | { at: 'notOpened'; answer: NotOpened; form: FormScene | null }
  | { at: 'room'; room: TalkRoom; token: string }
type FormScene = Extract<Scene, { at: 'form' }>

const retryMs = 2_000

/** Makes the chat of a page: from the choice of a theme to what comes after the conversation. */
export function createChat(host: Host): Chat {
  host.addStyle(chatCss)
  host.addStyle(talkCss)
  return new ChatScenes({ ...host, ask: createAsk(host.origin, host.language) })
}

class ChatScenes implements Chat {
  private readonly host: ChatHost
  private scene: Scene = { at: 'nowhere' }

  constructor(host: ChatHost) {
    this.host = host
  }

  begin(line: ContactLine, language: Language): void {
    const kept = this.host.keep.read().chat
    if (kept && kept.endedAt === null) {
      this.resume()
      return
    }
    this.forget()
    this.show({ at: 'form', line, language, wish: { theme: undefined, question: '' }, trouble: '' })
    this.host.place.querySelector<HTMLElement>('h3')?.focus()
  }

  resume(): boolean {
    const { chat } = this.host.keep.read()
    if (!chat) return false
    if (this.scene.at === 'room' && this.scene.token === chat.token) this.draw()
    else if (this.scene.at === 'starting' && this.scene.chat.token === chat.token) this.draw()
    else if (chat.contact === null) void this.start(chat, null)
    else this.enter({ ...chat, contact: chat.contact })
    return true
  }

  seen(): void {
    if (this.scene.at === 'room') this.scene.room.seen()
  }

  elsewhere(): void {
    const { chat } = this.host.keep.read()
    const here = this.scene
    const mine =
      here.at === 'room' ? here.token : here.at === 'starting' ? here.chat.token : undefined
    if (chat && chat.token !== mine) this.resume()
    else if (!chat && mine !== undefined) this.leave()
  }

  draw(): void {
    const { host, scene } = this
    const language = host.language()
    if (scene.at === 'nowhere') fill(host.place)
    else if (scene.at === 'form') this.drawForm(scene)
    else if (scene.at === 'starting') this.drawStarting(scene)
    else if (scene.at === 'room') fill(host.place, scene.room.draw(language))
    else {
      const { form, answer } = scene
      fill(
        host.place,
        notOpenedView(answer, language, () => (form ? this.show(form) : this.leave())),
      )
    }
  }

  private drawForm(scene: FormScene): void {
    const { host } = this
    const form = beginForm({
      line: scene.line,
      words: chatWords[host.language()],
      wish: scene.wish,
      trouble: scene.trouble,
      start: (wish) => this.send({ ...scene, wish }),
      changed: (wish) => {
        scene.wish = wish
      },
    })
    fill(host.place, form)
  }

  private drawStarting({ isLost, form }: Extract<Scene, { at: 'starting' }>): void {
    const words = chatWords[this.host.language()]
    const cancel = () => {
      this.forget()
      if (form) this.show(form)
      else this.leave()
    }
    fill(
      this.host.place,
      h(
        'div',
        { class: 'notice', role: 'status' },
        h('p', {}, isLost ? words.startingLost : words.starting),
        isLost && h('button', { type: 'button', class: 'button', onclick: cancel }, words.cancel),
      ),
    )
  }

  /** Makes the key, keeps it, and only then asks: whatever happens after, the chat can be found. */
  private send(form: FormScene): void {
    const { line, language, wish } = form
    const chat: KeptChat = {
      token: newToken(),
      key: newUuid(),
      line: { code: line.code, name: line.name, opening: line.texts.opening },
      theme: wish.theme ?? null,
      language,
      question: wish.question.trim(),
      contact: null,
      reference: null,
      draft: '',
      outgoing: [],
      seen: 0,
      emergency: [],
      endedAt: null,
    }
    this.host.keep.change({ chat })
    void this.start(chat, { ...form, trouble: '' })
  }

  /** Asks until there is an answer; the same key makes it one chat however often it is asked. */
  private async start(chat: KeptChat, form: FormScene | null): Promise<void> {
    const scene: Scene = { at: 'starting', chat, isLost: false, form }
    this.show(scene)
    while (this.scene === scene) {
      try {
        const answer = await this.askToStart(chat)
        if (this.scene === scene) this.answered(chat, answer, form)
        return
      } catch (error) {
        if (this.scene !== scene) return
        if (!(error instanceof UnreachableError)) {
          this.couldNotStart(error, form)
          return
        }
        scene.isLost = true
        this.draw()
        await new Promise((resolve) => setTimeout(resolve, retryMs))
      }
    }
  }

  private askToStart({ token, key, line, theme, language, question }: KeptChat) {
    const message = question === '' ? null : question
    const input = { token, line: line.code, theme, language, message }
    return this.host.ask<typeof startChat>('chat.startChat', input, { key })
  }

  private answered(chat: KeptChat, answer: Output<typeof startChat>, form: FormScene | null): void {
    if (!answer.opened) {
      this.forget()
      this.show({ at: 'notOpened', answer, form })
      return
    }
    const { contact, reference, emergency } = answer
    this.host.keep.changeChat(chat.token, { contact, reference, emergency, question: '' })
    this.enter({ ...chat, contact, reference, emergency })
    if (this.host.isOpen() && this.scene.at === 'room') this.scene.room.focus()
  }

  private couldNotStart(error: unknown, form: FormScene | null): void {
    this.forget()
    const words = chatWords[this.host.language()]
    const trouble = error instanceof RefusalError ? error.sentence : words.mistake
    if (form) this.show({ ...form, trouble })
    else this.leave()
  }

  private enter(kept: KeptChat & { contact: string }): void {
    const room = new TalkRoom(this.host, kept, {
      gone: () => this.gone(),
      again: () => this.leave(),
    })
    this.show({ at: 'room', room, token: kept.token })
    this.host.badge(0)
    room.seen()
  }

  private gone(): void {
    this.host.announce(chatWords[this.host.language()].gone)
    this.leave()
  }

  /** Forgets what was, and goes back to the contact options. */
  private leave(): void {
    this.forget()
    this.show({ at: 'nowhere' })
    this.host.leave()
  }

  private forget(): void {
    if (this.scene.at === 'room') this.scene.room.stop()
    this.host.keep.change({ chat: null })
    this.host.badge(0)
  }

  private show(scene: Scene): void {
    if (this.scene.at === 'room' && this.scene !== scene) this.scene.room.stop()
    this.scene = scene
    this.draw()
  }
}
