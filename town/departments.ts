import { type Words, words } from './words.ts'

/** The region of Leemland, its departments and the municipality that are served. */

export const region = {
  name: 'Leemland',
  capital: 'Harelstede',
  government: words(
    'Overheid van Leemland',
    'Administration de Leemland',
    'Verwaltung von Leemland',
    'Government of Leemland',
  ),
  website: 'https://www.leemland.example',
}

/** Where a department can be visited, written to or rung, for what the contact centre may not do. */
export type ContactPoint = {
  name: string
  address: string
  phone: string
  mail: string
  open: string
}

export type Department = {
  code: string
  name: Words
  kind: 'department' | 'municipality'
  website: string
  contactPoints: ContactPoint[]
}

export const digitaal = 'OVO900100'
export const wonen = 'OVO900110'
export const studie = 'OVO900120'
export const energie = 'OVO900130'
export const mobiliteit = 'OVO900140'
export const belastingen = 'OVO900150'
export const gezin = 'OVO900160'
export const ravelinge = 'OVO900200'

export const departments: Department[] = [
  {
    code: digitaal,
    name: words(
      'Dienst Digitaal Loket',
      'Service du guichet numérique',
      'Dienst Digitaler Schalter',
      'Digital Desk Service',
    ),
    kind: 'department',
    website: 'https://loket.leemland.example',
    contactPoints: [
      {
        name: 'Digipunt Harelstede',
        address: 'Spinnerskaai 4, 0901 Harelstede',
        phone: '+32 2 000 10 10',
        mail: 'digipunt@leemland.example',
        open: 'Elke werkdag van 9 tot 12 uur, op woensdag ook van 13 tot 18 uur. Zonder afspraak.',
      },
    ],
  },
  {
    code: wonen,
    name: words(
      'Agentschap Huren en Wonen',
      'Agence de la location et du logement',
      'Agentur für Mieten und Wohnen',
      'Renting and Housing Agency',
    ),
    kind: 'department',
    website: 'https://wonen.leemland.example',
    contactPoints: [
      {
        name: 'Woonhuis Harelstede',
        address: 'Turfmarkt 18, 0901 Harelstede',
        phone: '+32 2 000 11 10',
        mail: 'woonhuis@leemland.example',
        open: 'Op dinsdag en donderdag van 9 tot 16 uur, op afspraak.',
      },
      {
        name: 'Woonhuis Oudermark',
        address: 'Sluisstraat 2, 0930 Oudermark',
        phone: '+32 2 000 11 20',
        mail: 'woonhuis.oudermark@leemland.example',
        open: 'Op maandag van 13 tot 19 uur, op afspraak.',
      },
    ],
  },
  {
    code: studie,
    name: words(
      'Agentschap Leren en Studeren',
      'Agence de l’apprentissage et des études',
      'Agentur für Lernen und Studieren',
      'Learning and Study Agency',
    ),
    kind: 'department',
    website: 'https://studeren.leemland.example',
    contactPoints: [
      {
        name: 'Team Buitenlandse diploma’s',
        address: 'Spinnerskaai 10, 0901 Harelstede',
        phone: '+32 2 000 12 10',
        mail: 'diploma@leemland.example',
        open: 'Telefonisch op maandag, woensdag en vrijdag van 9 tot 12 uur.',
      },
    ],
  },
  {
    code: energie,
    name: words(
      'Agentschap Energie en Renovatie',
      'Agence de l’énergie et de la rénovation',
      'Agentur für Energie und Renovierung',
      'Energy and Renovation Agency',
    ),
    kind: 'department',
    website: 'https://renoveren.leemland.example',
    contactPoints: [
      {
        name: 'Energieloket Leemland',
        address: 'Spinnerskaai 6, 0901 Harelstede',
        phone: '+32 2 000 13 10',
        mail: 'energieloket@leemland.example',
        open: 'Elke werkdag van 9 tot 12.30 uur, op afspraak.',
      },
    ],
  },
  {
    code: mobiliteit,
    name: words(
      'Departement Wegen en Vervoer',
      'Département des routes et des transports',
      'Abteilung Straßen und Verkehr',
      'Roads and Transport Department',
    ),
    kind: 'department',
    website: 'https://wegen.leemland.example',
    contactPoints: [
      {
        name: 'Wegendistrict Noord',
        address: 'Dijkweg 101, 0930 Oudermark',
        phone: '+32 2 000 14 10',
        mail: 'district.noord@leemland.example',
        open: 'Elke werkdag van 8 tot 16 uur.',
      },
    ],
  },
  {
    code: belastingen,
    name: words(
      'Dienst Gewestbelastingen',
      'Service des taxes régionales',
      'Dienst Regionalsteuern',
      'Regional Tax Service',
    ),
    kind: 'department',
    website: 'https://belastingen.leemland.example',
    contactPoints: [
      {
        name: 'Team Afbetaling',
        address: 'Postbus 15, 0901 Harelstede',
        phone: '+32 2 000 15 10',
        mail: 'afbetaling@leemland.example',
        open: 'Elke werkdag van 9 tot 12 uur.',
      },
    ],
  },
  {
    code: gezin,
    name: words(
      'Agentschap Jong Gezin',
      'Agence Jeune famille',
      'Agentur Junge Familie',
      'Young Family Agency',
    ),
    kind: 'department',
    website: 'https://gezin.leemland.example',
    contactPoints: [
      {
        name: 'Gezinshuis Zoetwaas',
        address: 'Lindelaan 33, 0945 Zoetwaas',
        phone: '+32 2 000 16 10',
        mail: 'gezinshuis.zoetwaas@leemland.example',
        open: 'Elke werkdag van 9 tot 12 uur, op woensdag tot 18 uur.',
      },
    ],
  },
  {
    code: ravelinge,
    name: words(
      'Gemeente Ravelinge',
      'Commune de Ravelinge',
      'Gemeinde Ravelinge',
      'Municipality of Ravelinge',
    ),
    kind: 'municipality',
    website: 'https://www.ravelinge.example',
    contactPoints: [
      {
        name: 'Gemeentehuis Ravelinge',
        address: 'Kerkplein 1, 0960 Ravelinge',
        phone: '+32 2 000 20 10',
        mail: 'burgerzaken@ravelinge.example',
        open: 'Elke werkdag van 9 tot 12 uur, op dinsdag ook van 16 tot 19 uur. Op afspraak.',
      },
      {
        name: 'Recyclagepark Ravelinge',
        address: 'Oude Vaart 60, 0960 Ravelinge',
        phone: '+32 2 000 20 20',
        mail: 'recyclagepark@ravelinge.example',
        open: 'Van dinsdag tot zaterdag van 9 tot 16 uur.',
      },
    ],
  },
]
