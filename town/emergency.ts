import type { Language } from '../server/kit/refusal.ts'
import { type Words, words } from './words.ts'

/**
 * The numbers shown at once when someone writes words of acute danger, also when a line is closed,
 * and the words that count as such. Numbers are real Belgian public numbers, `languages` are those
 * in which the help line itself answers.
 */
export type EmergencyNumber = { number: string; what: Words; languages: Language[] }

const everyone: Language[] = ['nl', 'fr', 'de', 'en']

export const emergencyNumbers: EmergencyNumber[] = [
  {
    number: '112',
    what: words(
      'Levensgevaar, brand of misdaad: de hulpdiensten, dag en nacht',
      'Danger de mort, incendie ou crime : les secours, jour et nuit',
      'Lebensgefahr, Feuer oder Verbrechen: die Rettungsdienste, Tag und Nacht',
      'Danger to life, fire or crime: the emergency services, day and night',
    ),
    languages: everyone,
  },
  {
    number: '101',
    what: words(
      'Dringend de politie',
      'La police en urgence',
      'Dringend die Polizei',
      'The police, urgently',
    ),
    languages: everyone,
  },
  {
    number: '1813',
    what: words(
      'Denkt u aan zelfdoding? De Zelfmoordlijn, dag en nacht',
      'Vous pensez au suicide ? La ligne flamande, jour et nuit, en néerlandais',
      'Denken Sie an Suizid? Die flämische Linie, Tag und Nacht, auf Niederländisch',
      'Thinking of suicide? The Flemish helpline, day and night, in Dutch',
    ),
    languages: ['nl'],
  },
  {
    number: '0800 32 123',
    what: words(
      'Denkt u aan zelfdoding? In het Frans, dag en nacht',
      'Vous pensez au suicide ? Centre de prévention, jour et nuit',
      'Denken Sie an Suizid? Auf Französisch, Tag und Nacht',
      'Thinking of suicide? In French, day and night',
    ),
    languages: ['fr'],
  },
  {
    number: '106',
    what: words(
      'Iemand die luistert: Tele-Onthaal, dag en nacht',
      'Quelqu’un qui écoute, en néerlandais, jour et nuit',
      'Jemand, der zuhört, auf Niederländisch, Tag und Nacht',
      'Someone who listens, in Dutch, day and night',
    ),
    languages: ['nl'],
  },
  {
    number: '107',
    what: words(
      'Iemand die luistert, in het Frans, dag en nacht',
      'Quelqu’un qui écoute : Télé-Accueil, jour et nuit',
      'Jemand, der zuhört, auf Französisch, Tag und Nacht',
      'Someone who listens, in French, day and night',
    ),
    languages: ['fr'],
  },
  {
    number: '108',
    what: words(
      'Iemand die luistert, in het Duits, dag en nacht',
      'Quelqu’un qui écoute, en allemand, jour et nuit',
      'Jemand, der zuhört: Telefonhilfe, Tag und Nacht',
      'Someone who listens, in German, day and night',
    ),
    languages: ['de'],
  },
  {
    number: '1712',
    what: words(
      'Vragen over geweld, misbruik en kindermishandeling',
      'Questions sur la violence, les abus et la maltraitance, en néerlandais',
      'Fragen zu Gewalt, Missbrauch und Kindesmisshandlung, auf Niederländisch',
      'Questions about violence, abuse and child abuse, in Dutch',
    ),
    languages: ['nl'],
  },
  {
    number: '070 245 245',
    what: words(
      'Vergiftiging: Antigifcentrum',
      'Intoxication : Centre antipoisons',
      'Vergiftung: Giftnotrufzentrale',
      'Poisoning: Poison Control Centre',
    ),
    languages: ['nl', 'fr', 'de', 'en'],
  },
]

/** What counts as acute danger here besides what does everywhere: Leemland lies below the river. */
export const dangerWords: Record<Language, string[]> = {
  nl: ['dijkbreuk', 'de dijk breekt'],
  fr: ['rupture de digue', 'la digue cède'],
  de: ['deichbruch', 'der deich bricht'],
  en: ['dike breach', 'the dike is breaking'],
}
