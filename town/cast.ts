import type { Role } from '../server/kit/contract.ts'
import { energie, mobiliteit, ravelinge, studie, wonen } from './departments.ts'
import { kwartel, stemhuis, sterrebos } from './operators.ts'

/** The staff of the town: who can sign in, as what, and what they know. */

export type Scope = { kind: 'all' } | { kind: 'operator' | 'line' | 'department'; code: string }

export type Grant = { role: Role; scope: Scope }

export type Staff = {
  /** The subject at the identity provider, and what one types to sign in. */
  subject: string
  givenName: string
  familyName: string
  /** The name citizens see instead, for who prefers so. */
  alias?: string
  /** Who this is, in a few words, for the sign-in page. */
  about: { nl: string; en: string }
  grants: Grant[]
  /** Skill → level; only agents have any. */
  skills: Record<string, number>
}

/** A grant as the identity provider states it: `agent:OVO900310`, or `administrator` for all. */
export function claimOf({ role, scope }: Grant): string {
  return scope.kind === 'all' ? role : `${role}:${scope.code}`
}

export function mailOf(staff: Staff): string {
  return `${staff.subject}@onthaal.example`
}

function at(role: Role, kind: Exclude<Scope['kind'], 'all'>, code: string): Grant {
  return { role, scope: { kind, code } }
}

function everywhere(role: Role): Grant {
  return { role, scope: { kind: 'all' } }
}

const agents: Staff[] = [
  {
    subject: 'noor',
    givenName: 'Noor',
    familyName: 'Wevelaar',
    about: {
      nl: 'Voorlichter op 1700: wegwijs, aanmelden, wonen',
      en: 'Agent on 1700: shows the way, signing in, housing',
    },
    grants: [at('agent', 'operator', sterrebos)],
    skills: { wegwijs: 4, aanmelden: 3, wonen: 3, 'lang:nl': 5, 'lang:fr': 3, 'lang:en': 4 },
  },
  {
    subject: 'tarik',
    givenName: 'Tarik',
    familyName: 'Benzaari',
    about: {
      nl: 'Voorlichter op 1700: aanmelden, renoveren; antwoordt ook in het Frans',
      en: 'Agent on 1700: signing in, renovation; answers in French too',
    },
    grants: [at('agent', 'operator', sterrebos)],
    skills: { wegwijs: 3, aanmelden: 5, renoveren: 4, 'lang:nl': 5, 'lang:fr': 5, 'lang:en': 3 },
  },
  {
    subject: 'lotte',
    givenName: 'Lotte',
    familyName: 'Kortebos',
    about: {
      nl: 'Voorlichter op 1700: studeren, belastingen; antwoordt ook in het Duits',
      en: 'Agent on 1700: study grants, taxes; answers in German too',
    },
    grants: [at('agent', 'operator', sterrebos)],
    skills: {
      wegwijs: 2,
      studeren: 4,
      belastingen: 4,
      'lang:nl': 5,
      'lang:de': 4,
      'lang:en': 4,
    },
  },
  {
    subject: 'jef',
    givenName: 'Jef',
    familyName: 'Zandmeer',
    about: { nl: 'Voorlichter op de Gezinslijn en 1700', en: 'Agent on the Gezinslijn and 1700' },
    grants: [at('agent', 'operator', sterrebos)],
    skills: { wegwijs: 1, kindtoelage: 4, kinderopvang: 3, 'lang:nl': 5, 'lang:en': 3 },
  },
  {
    subject: 'amira',
    givenName: 'Amira',
    familyName: 'Sefranou',
    alias: 'Mira',
    about: {
      nl: 'Voorlichter op de Gezinslijn en 1700, onder een schuilnaam',
      en: 'Agent on the Gezinslijn and 1700, under an alias',
    },
    grants: [at('agent', 'operator', sterrebos)],
    skills: {
      wonen: 4,
      kindtoelage: 3,
      kinderopvang: 5,
      'lang:nl': 5,
      'lang:fr': 4,
      'lang:en': 4,
    },
  },
  {
    subject: 'wout',
    givenName: 'Wout',
    familyName: 'Haverlinck',
    about: {
      nl: 'Voorlichter voor Ravelinge, helpt 1700 als het druk is',
      en: 'Agent for Ravelinge, helps 1700 when it is busy',
    },
    grants: [at('agent', 'operator', kwartel)],
    skills: { wegwijs: 2, aanmelden: 2, ravelinge: 5, omgeving: 4, 'lang:nl': 5, 'lang:en': 3 },
  },
  {
    subject: 'ines',
    givenName: 'Ines',
    familyName: 'Terwilghe',
    about: {
      nl: 'Voorlichter voor Ravelinge, helpt 1700 als het druk is',
      en: 'Agent for Ravelinge, helps 1700 when it is busy',
    },
    grants: [at('agent', 'operator', kwartel)],
    skills: {
      wegwijs: 3,
      wonen: 2,
      renoveren: 3,
      ravelinge: 3,
      'lang:nl': 5,
      'lang:fr': 4,
      'lang:de': 2,
      'lang:en': 4,
    },
  },
  {
    subject: 'daan',
    givenName: 'Daan',
    familyName: 'Ravensloot',
    about: {
      nl: 'Voorlichter op de Wegenlijn, die dag en nacht open is',
      en: 'Agent on the Wegenlijn, which is open day and night',
    },
    grants: [at('agent', 'operator', stemhuis)],
    skills: { wegen: 4, 'lang:nl': 5, 'lang:de': 3, 'lang:en': 4 },
  },
  {
    subject: 'sofie',
    givenName: 'Sofie',
    familyName: 'Vlasveld',
    about: {
      nl: 'Voorlichter op de Wegenlijn, die dag en nacht open is',
      en: 'Agent on the Wegenlijn, which is open day and night',
    },
    grants: [at('agent', 'operator', stemhuis)],
    skills: { wegen: 3, 'lang:nl': 5, 'lang:fr': 4, 'lang:en': 3 },
  },
]

const others: Omit<Staff, 'skills'>[] = [
  {
    subject: 'mieke',
    givenName: 'Mieke',
    familyName: 'Akkerboom',
    about: {
      nl: 'Supervisor bij Sterrebos: 1700 en Gezinslijn',
      en: 'Supervisor at Sterrebos: 1700 and Gezinslijn',
    },
    grants: [at('supervisor', 'operator', sterrebos)],
  },
  {
    subject: 'pieter',
    givenName: 'Pieter',
    familyName: 'Molenwiel',
    about: { nl: 'Supervisor bij Kwartel: Ravelinge', en: 'Supervisor at Kwartel: Ravelinge' },
    grants: [at('supervisor', 'operator', kwartel)],
  },
  {
    subject: 'karim',
    givenName: 'Karim',
    familyName: 'Oyelari',
    about: { nl: 'Supervisor bij Stemhuis: Wegenlijn', en: 'Supervisor at Stemhuis: Wegenlijn' },
    grants: [at('supervisor', 'operator', stemhuis)],
  },
  {
    subject: 'hilde',
    givenName: 'Hilde',
    familyName: 'Grachtman',
    about: { nl: 'Redacteur voor wonen en voor energie', en: 'Editor for housing and for energy' },
    grants: [at('editor', 'department', wonen), at('editor', 'department', energie)],
  },
  {
    subject: 'stan',
    givenName: 'Stan',
    familyName: 'Lindewael',
    about: {
      nl: 'Contentdesigner van het centrale team',
      en: 'Content designer of the central team',
    },
    grants: [everywhere('contentDesigner')],
  },
  {
    subject: 'elke',
    givenName: 'Elke',
    familyName: 'Bruinveld',
    about: {
      nl: 'Expert in studietoelagen en diploma’s',
      en: 'Expert on study grants and diplomas',
    },
    grants: [at('expert', 'department', studie)],
  },
  {
    subject: 'joris',
    givenName: 'Joris',
    familyName: 'Duinkerf',
    about: { nl: 'Expert in renovatiepremies', en: 'Expert on renovation grants' },
    grants: [at('expert', 'department', energie)],
  },
  {
    subject: 'vera',
    givenName: 'Vera',
    familyName: 'Osterrade',
    about: {
      nl: 'Contactcenterexpert van het centrale team',
      en: 'Contact-centre expert of the central team',
    },
    grants: [everywhere('contactCentreExpert')],
  },
  {
    subject: 'bram',
    givenName: 'Bram',
    familyName: 'Steenwaard',
    about: {
      nl: 'Klant: Departement Wegen en Vervoer',
      en: 'Client: Roads and Transport Department',
    },
    grants: [at('client', 'department', mobiliteit)],
  },
  {
    subject: 'greet',
    givenName: 'Greet',
    familyName: 'Heidekamp',
    about: { nl: 'Klant: gemeente Ravelinge', en: 'Client: municipality of Ravelinge' },
    grants: [at('client', 'department', ravelinge)],
  },
  {
    subject: 'ruben',
    givenName: 'Ruben',
    familyName: 'Hoogwater',
    about: { nl: 'Beheerder', en: 'Administrator' },
    grants: [everywhere('administrator')],
  },
  {
    subject: 'yasmina',
    givenName: 'Yasmina',
    familyName: 'Verwiel',
    about: { nl: 'Privacyverantwoordelijke', en: 'Privacy officer' },
    grants: [everywhere('privacyOfficer')],
  },
]

export const cast: Staff[] = [...agents, ...others.map((staff) => ({ ...staff, skills: {} }))]
