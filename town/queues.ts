import type { SkillMinimum } from '../server/modules/routing/decision/world.ts'
import { kwartel } from './operators.ts'

/**
 * Where contacts wait: per line, one queue for each group of themes that the same people know. The
 * queue with `unknown` takes those who do not know their theme. Priorities are points; a point of
 * aging is a point of priority.
 */
export type QueueSettings = {
  code: string
  line: string
  name: string
  themes: string[]
  unknown: boolean
  skills: SkillMinimum[]
  basePriority: number
  agingPerMinute: number
  offerSeconds: number
  maxWaiting: number
  overflow: { afterSeconds: number; to: { queue: string } | { operator: string } }[]
}

const usual = {
  unknown: false,
  basePriority: 10,
  agingPerMinute: 1,
  offerSeconds: 20,
  maxWaiting: 60,
}
const toEveryone = { afterSeconds: 90, to: { queue: '1700-wegwijs' } }
const toKwartel = { afterSeconds: 180, to: { operator: kwartel } }

export const queues: QueueSettings[] = [
  {
    ...usual,
    code: '1700-wegwijs',
    line: '1700',
    name: 'Wegwijs',
    themes: ['wegenwerken', 'vervoer-op-aanvraag'],
    unknown: true,
    skills: [{ skill: 'wegwijs', level: 1 }],
    overflow: [{ afterSeconds: 120, to: { operator: kwartel } }],
  },
  {
    ...usual,
    code: '1700-aanmelden',
    line: '1700',
    name: 'Aanmelden en toegang',
    themes: ['aanmelden', 'volmachten'],
    skills: [{ skill: 'aanmelden', level: 2 }],
    basePriority: 12,
    overflow: [toKwartel],
  },
  {
    ...usual,
    code: '1700-wonen',
    line: '1700',
    name: 'Huren en wonen',
    themes: ['huurtoelage', 'sociaal-huren', 'huurwaarborg'],
    skills: [{ skill: 'wonen', level: 2 }],
    overflow: [toEveryone, toKwartel],
  },
  {
    ...usual,
    code: '1700-renoveren',
    line: '1700',
    name: 'Energie en renovatie',
    themes: ['renovatiepremie', 'energielening'],
    skills: [{ skill: 'renoveren', level: 2 }],
    overflow: [toKwartel],
  },
  {
    ...usual,
    code: '1700-studeren',
    line: '1700',
    name: 'Leren en studeren',
    themes: ['studiebeurs', 'buitenlands-diploma'],
    skills: [{ skill: 'studeren', level: 2 }],
    overflow: [toEveryone],
  },
  {
    ...usual,
    code: '1700-belastingen',
    line: '1700',
    name: 'Gewestbelastingen',
    themes: ['voertuigbelasting', 'woningbelasting'],
    skills: [{ skill: 'belastingen', level: 3 }],
    overflow: [toEveryone],
  },
  {
    ...usual,
    code: 'gezinslijn-toelage',
    line: 'gezinslijn',
    name: 'Kindtoelage',
    themes: ['kindtoelage'],
    unknown: true,
    skills: [{ skill: 'kindtoelage', level: 2 }],
    overflow: [],
  },
  {
    ...usual,
    code: 'gezinslijn-opvang',
    line: 'gezinslijn',
    name: 'Kinderopvang',
    themes: ['kinderopvang'],
    skills: [{ skill: 'kinderopvang', level: 2 }],
    overflow: [{ afterSeconds: 120, to: { queue: 'gezinslijn-toelage' } }],
  },
  {
    ...usual,
    code: 'wegenlijn-melding',
    line: 'wegenlijn',
    name: 'Meldingen',
    themes: ['wegmelding', 'wegenwerken'],
    unknown: true,
    skills: [{ skill: 'wegen', level: 1 }],
    basePriority: 20,
    agingPerMinute: 2,
    overflow: [],
  },
  {
    ...usual,
    code: 'ravelinge-burgerzaken',
    line: 'ravelinge',
    name: 'Burgerzaken',
    themes: ['afspraak-gemeentehuis', 'afval'],
    unknown: true,
    skills: [{ skill: 'ravelinge', level: 1 }],
    overflow: [],
  },
  {
    ...usual,
    code: 'ravelinge-omgeving',
    line: 'ravelinge',
    name: 'Bouwen en vergunningen',
    themes: ['omgeving'],
    skills: [
      { skill: 'ravelinge', level: 1 },
      { skill: 'omgeving', level: 3 },
    ],
    overflow: [{ afterSeconds: 300, to: { queue: 'ravelinge-burgerzaken' } }],
  },
]
