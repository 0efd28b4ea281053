import type { Language } from '../language.ts'
import { statusText } from './status-text.ts'
import { isOver, type Talk } from './talk.ts'
import { spoken } from './transcript.ts'
import { chatWords } from './words/chat-words.ts'

/**
 * What a screen reader must hear of a change: new messages of the other side, and how it stands when
 * that is something else. Empty when it would only be chatter: a wait that is a minute shorter.
 */
export function announcement(talk: Talk, before: Talk, language: Language): string {
  const words = chatWords[language]
  const last = before.messages.at(-1)?.number ?? 0
  const wasThere = before.chat !== null
  const fresh = talk.messages.filter(({ author, number }) => author !== 'citizen' && number > last)
  const said = wasThere ? fresh.map((message) => words.said(...spoken(message, language))) : []
  return [standsElse(talk, before) && statusText(talk, words), ...said].filter(Boolean).join(' ')
}

function standsElse(talk: Talk, before: Talk): boolean {
  if ((talk.connection === 'lost') !== (before.connection === 'lost')) return true
  if (isOver(talk) !== isOver(before)) return true
  const [now, then] = [talk.chat, before.chat]
  if (now?.state !== then?.state || now?.agent !== then?.agent) return true
  return now?.standing?.position !== then?.standing?.position
}
