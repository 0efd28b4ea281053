import type { MessageView } from '../../../server/modules/chat/contract.ts'
import type { Language } from '../language.ts'
import { spokenReference } from './status-text.ts'
import { chatWords } from './words/chat-words.ts'

/** The conversation as plain text, for the person to keep. Times are those of Brussels. */
export function transcript(
  about: { line: string; reference: string },
  messages: readonly MessageView[],
  language: Language,
): string {
  const say = chatWords[language]
  const timeZone = 'Europe/Brussels'
  const locale = `${language}-BE`
  const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'long' })
  const first = messages[0]
  const head = [say.copyTitle(about.line), say.reference(spokenReference(about.reference))]
  if (first) head.push(day.format(first.sentAt))
  const lines = messages.map(
    (message) => `[${timeOf(message.sentAt, language)}] ${say.said(...spoken(message, language))}`,
  )
  return `${[...head, '', ...lines].join('\r\n')}\r\n`
}

/** Who says what: the name of the other, or what we call the reader. */
export function spoken(
  { author, name, body, file }: MessageView,
  language: Language,
): [string, string] {
  const say = chatWords[language]
  const who = author === 'citizen' ? say.you : author === 'agent' ? (name ?? say.agent) : say.system
  const sent = file && [say.file, file.name].filter(Boolean).join(': ')
  return [who, body ?? sent ?? say.erased]
}

/** The time of an instant on the clock in Brussels: 14:05. */
export function timeOf(at: number, language: Language): string {
  return new Intl.DateTimeFormat(`${language}-BE`, {
    timeZone: 'Europe/Brussels',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
}
