import type { Language } from './refusal.ts'

/** What we lean on, and what the person reads when it fails: what does not work, and what to do. */
const sentences = {
  database: {
    nl: 'Bewaren en opzoeken lukt nu even niet. Wat bevestigd was, is bewaard. Probeer het over enkele seconden opnieuw: niets gebeurt dubbel.',
    en: 'Saving and looking things up does not work right now. What was confirmed is safe. Please try again in a few seconds: nothing happens twice.',
    fr: 'Impossible d’enregistrer ou de chercher pour l’instant. Ce qui a été confirmé est conservé. Réessayez dans quelques secondes : rien ne se fait deux fois.',
    de: 'Speichern und Nachschlagen geht gerade nicht. Was bestätigt wurde, ist gesichert. Versuchen Sie es in einigen Sekunden noch einmal: nichts geschieht doppelt.',
  },
} satisfies Record<string, Record<Language, string>>

/** The outside world failed: neither a rule of ours nor a mistake. Trying again may help. */
export class Fault extends Error {
  override name = 'Fault'
  readonly status = 503
  readonly system: keyof typeof sentences
  /** When to try again, in seconds. */
  readonly retryAfter: number

  constructor(system: keyof typeof sentences, cause: unknown, retryAfter = 2) {
    super(`${system} failed`, { cause })
    this.system = system
    this.retryAfter = retryAfter
  }

  get code(): string {
    return `kit.${this.system}Away`
  }

  sentence(language: Language): string {
    return sentences[this.system][language]
  }
}
