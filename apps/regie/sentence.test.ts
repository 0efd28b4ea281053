import { afterAll, expect, test } from 'vitest'
import { facts, requests } from '../../server/modules/contacts/life.ts'
import { wordsOf } from '../shared/words/book.ts'
import { formatsFor } from '../shared/words/format.ts'
import { i18n } from '../shared/words/language.ts'
import { regieWords } from '../shared/words/regie.ts'
import { becausePhrases } from './because.ts'
import { type Names, sentenceOf, type TimelineEvent } from './sentence.ts'

const names: Names = {
  agent: () => 'Noor',
  line: () => '1700',
  queue: () => 'Wonen',
  operator: () => 'Kwartel',
  theme: () => 'Huurtoelage',
  question: () => 2,
  engaged: () => 'Tarik',
}

const event = (type: string, data: TimelineEvent['data'] = {}): TimelineEvent => ({
  version: 1,
  type,
  by: { kind: 'staff', id: 'noor' },
  engagement: 'e',
  happenedAt: 1_000,
  recordedAt: 1_000,
  data,
})

const told = (one: TimelineEvent, language: 'nl' | 'en' = 'nl') =>
  sentenceOf(one, { words: wordsOf(regieWords), formats: formatsFor(language), names })

afterAll(() => i18n.changeLanguage('nl'))

test.each(['nl', 'en'] as const)(
  'REGIE-3: every type of the log has a sentence in %s',
  async (language) => {
    await i18n.changeLanguage(language)
    for (const type of ['opened', ...facts, ...Object.values(requests)]) {
      const sentence = told(event(type), language)
      expect(sentence, type).toMatch(/\S/)
      expect(sentence, type).not.toMatch(/\{\{|event\.|undefined|dit scherm|this screen/)
    }
    await i18n.changeLanguage('nl')
  },
)

test('REGIE-3: a sentence says who, to whom and why', () => {
  expect(told(event('declined', { reason: 'notMySubject' }))).toBe(
    'Tarik liet het door: niet mijn onderwerp',
  )
  expect(told(event('offered', { staff: 'noor', queue: 'q', until: 20_980 }))).toBe(
    'Aangeboden aan Noor, in wachtrij Wonen; 20 seconden om te aanvaarden',
  )
  expect(told(event('transferred', { queue: 'q', onlyStaff: 'noor' }))).toBe(
    'Tarik gaf het gesprek door aan Noor',
  )
  expect(told(event('overflowed', { queue: 'q', operator: 'k', step: 2 }))).toBe(
    'Uitwijkstap 2: ook open voor Kwartel',
  )
  expect(told(event('outcomeSet', { question: 'v', outcome: 'signposted' }))).toBe(
    'Noor gaf vraag 2 de afloop: verwezen naar een dienst',
  )
})

test('REGIE-3: what is new to the screen is shown as it is', () => {
  expect(told(event('teleported'))).toBe('Iets wat dit scherm niet kent: teleported')
  expect(told(event('declined', { reason: 'lunar' }))).toBe('Tarik liet het door: lunar')
})

const because = {
  rank: 1,
  urgent: false,
  waitedMs: 252_000,
  priorityPoints: 10,
  agingPoints: 4,
  overflowStep: 0,
  held: false,
  levels: { wonen: 3 },
  inHand: 0,
  idleMs: 252_000,
  others: 2,
}
const phrases = (kept: Record<string, unknown>) =>
  becausePhrases(kept, wordsOf(regieWords), formatsFor('nl'))

test('REGIE-4: an offer says why it went so, what weighs most first', () => {
  expect(phrases(because)).toEqual([
    'de eerste van 3 die vrij waren, met wonen 3',
    '4 minuten 12 seconden zonder nieuw werk',
    'plaats 1 in deze ronde: 10 punten voorrang + 4 voor 4 minuten 12 seconden wachten',
  ])
  const urgent = phrases({ ...because, urgent: true, others: 0, overflowStep: 1, inHand: 1 })
  expect(urgent[0]).toBe('dringend gaat voor')
  expect(urgent).toContain('de enige die vrij was met wonen 3')
  expect(urgent).toContain('had nog 1 contact in handen')
  expect(urgent).toContain('via uitwijkstap 1, na 4 minuten 12 seconden wachten')
  expect(phrases({ ...because, held: true })[0]).toBe(
    'een collega gaf het aan deze voorlichter door',
  )
})

test('REGIE-4: nothing is told that was not kept', () => {
  expect(phrases({})).toEqual([])
  expect(phrases({ ...because, others: 'many' })).toEqual([])
})
