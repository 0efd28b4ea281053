import type { Language } from '../server/kit/refusal.ts'
import type { HoursDocument } from '../server/modules/clients/hours-document.ts'
import type { AtOnce } from '../server/modules/routing/decision/world.ts'
import { gezin, mobiliteit, ravelinge } from './departments.ts'
import { familyHours, generalHours, ravelingeHours, roadHours } from './line-hours.ts'
import { generalTexts } from './line-texts/general.ts'
import { gezinslijnTexts } from './line-texts/gezinslijn.ts'
import type { LineTexts } from './line-texts/line-texts.ts'
import { ravelingeTexts } from './line-texts/ravelinge.ts'
import { wegenlijnTexts } from './line-texts/wegenlijn.ts'
import { kwartel, stemhuis, sterrebos } from './operators.ts'
import { type Words, words } from './words.ts'

/** The lines people reach the contact centre by. */
export type Line = {
  code: string
  name: Words
  /** Null: the general line, for all departments. */
  department: string | null
  operator: string
  phone: { local: string; international: string; cost: Words }
  mail: string
  /** A language is offered where it is staffed, on a ground that is written down. */
  languages: { language: Language; ground: string }[]
  hours: HoursDocument
  atOnce: AtOnce
  /** The theme choices, in the order citizens see them. */
  themes: string[]
  texts: LineTexts
}

const freeAtHome = words(
  'Gratis in België. Uit het buitenland betaalt u de prijs van uw provider.',
  'Gratuit en Belgique. Depuis l’étranger, vous payez le tarif de votre opérateur.',
  'In Belgien kostenlos. Aus dem Ausland zahlen Sie den Tarif Ihres Anbieters.',
  'Free within Belgium. From abroad you pay your provider’s rate.',
)
const zonal = words(
  'U betaalt de prijs van een gewoon binnenlands gesprek.',
  'Vous payez le prix d’un appel national ordinaire.',
  'Sie zahlen den Preis eines normalen Inlandsgesprächs.',
  'You pay the price of an ordinary national call.',
)
const official = {
  language: 'nl',
  ground: 'Bestuurstaal van het gewest.',
} as const

export const lines: Line[] = [
  {
    code: '1700',
    name: words('1700', '1700', '1700', '1700'),
    department: null,
    operator: sterrebos,
    phone: { local: '1700', international: '+32 2 000 17 00', cost: freeAtHome },
    mail: '1700@leemland.example',
    languages: [
      official,
      {
        language: 'fr',
        ground: 'Besluit taalhulp, artikel 3: inwoners van de taalgrensgemeenten.',
      },
      { language: 'de', ground: 'Besluit taalhulp, artikel 4: overeenkomst met de buurregio.' },
      {
        language: 'en',
        ground: 'Besluit taalhulp, artikel 6: nieuwkomers en buitenlandse bedrijven.',
      },
    ],
    hours: generalHours,
    atOnce: { chat: 3, written: 2 },
    themes: [
      'aanmelden',
      'volmachten',
      'huurtoelage',
      'sociaal-huren',
      'huurwaarborg',
      'renovatiepremie',
      'energielening',
      'studiebeurs',
      'buitenlands-diploma',
      'voertuigbelasting',
      'woningbelasting',
      'wegenwerken',
      'vervoer-op-aanvraag',
    ],
    texts: generalTexts,
  },
  {
    code: 'gezinslijn',
    name: words('Gezinslijn', 'Ligne Famille', 'Familienlinie', 'Family Line'),
    department: gezin,
    operator: sterrebos,
    phone: { local: '02 000 21 00', international: '+32 2 000 21 00', cost: zonal },
    mail: 'gezinslijn@leemland.example',
    languages: [
      official,
      {
        language: 'fr',
        ground: 'Besluit taalhulp, artikel 3: inwoners van de taalgrensgemeenten.',
      },
      { language: 'en', ground: 'Besluit taalhulp, artikel 6: nieuwkomers.' },
    ],
    hours: familyHours,
    atOnce: { chat: 2, written: 3 },
    themes: ['kindtoelage', 'kinderopvang'],
    texts: gezinslijnTexts,
  },
  {
    code: 'wegenlijn',
    name: words('Wegenlijn', 'Ligne Routes', 'Straßenlinie', 'Roads Line'),
    department: mobiliteit,
    operator: stemhuis,
    phone: { local: '02 000 24 00', international: '+32 2 000 24 00', cost: zonal },
    mail: 'wegenlijn@leemland.example',
    languages: [
      official,
      { language: 'fr', ground: 'Veiligheid van alle weggebruikers.' },
      { language: 'de', ground: 'Veiligheid van alle weggebruikers.' },
      { language: 'en', ground: 'Veiligheid van alle weggebruikers.' },
    ],
    hours: roadHours,
    atOnce: { chat: 4, written: 1 },
    themes: ['wegmelding', 'wegenwerken'],
    texts: wegenlijnTexts,
  },
  {
    code: 'ravelinge',
    name: words('Ravelinge Info', 'Ravelinge Info', 'Ravelinge Info', 'Ravelinge Info'),
    department: ravelinge,
    operator: kwartel,
    phone: { local: '02 000 20 00', international: '+32 2 000 20 00', cost: zonal },
    mail: 'info@ravelinge.example',
    languages: [official, { language: 'en', ground: 'Raadsbesluit onthaal nieuwkomers.' }],
    hours: ravelingeHours,
    atOnce: { chat: 2, written: 2 },
    themes: ['afspraak-gemeentehuis', 'afval', 'omgeving'],
    texts: ravelingeTexts,
  },
]
