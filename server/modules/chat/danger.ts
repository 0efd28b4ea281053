import type { Clock } from '../../kit/clock.ts'
import type { Tx } from '../../kit/db.ts'
import type { Language } from '../../kit/refusal.ts'
import { textIn } from '../clients/contract.ts'
import type { SettingsCache } from '../clients/index.ts'
import { type Contact, record } from '../contacts/index.ts'
import { soundsLikeDanger } from './danger-words.ts'

export interface EmergencyNumber {
  number: string
  what: string
}

/** Numbers to call at once when the words sound like acute danger; else none. */
export function emergencyIn(
  cache: SettingsCache,
  text: string,
  language: Language,
): EmergencyNumber[] {
  if (!soundsLikeDanger(text, Object.values(cache.dangerWords()).flat())) return []
  return cache
    .emergencyNumbers()
    .filter(({ languages }) => languages.includes(language))
    .map(({ number, what }) => ({ number, what: textIn(what, language) }))
}

/** Lets a contact jump the queue because of what was written in message `id`; once is enough. */
export async function markUrgent(
  tx: Tx,
  clock: Clock,
  contact: Contact,
  id: string,
): Promise<void> {
  if (contact.urgent) return
  await record(
    tx,
    clock,
    contact.id,
    { kind: 'system', id: 'chat' },
    { type: 'urgentMarked', data: { reason: 'dangerWords' }, key: `urgent:${id}` },
  )
}
