import { expect, test } from 'vitest'
import { defineBook, wordsOf } from './book.ts'
import { formatsFor } from './format.ts'
import { i18n, languageOf, languages } from './language.ts'

const modules = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], {
  eager: true,
})

/** The sentences of a bundle by their full key. */
function sentences(tree: object, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : sentences(value, `${prefix}${key}.`),
  ) as [string, string][]
}

const blanks = (sentence: string) => [...sentence.matchAll(/{{(\w+)}}/g)].map(([, name]) => name)

test('WORDS-1: every language has the keys of the Dutch and the same blanks', () => {
  expect(Object.keys(modules).length).toBeGreaterThan(0)
  const nl = i18n.getDataByLanguage('nl') ?? {}
  for (const language of languages) {
    for (const [book, tree] of Object.entries(i18n.getDataByLanguage(language) ?? {})) {
      const dutch = new Map(sentences(nl[book] ?? {}))
      const theirs = sentences(tree)
      expect(theirs.map(([key]) => key).sort(), `${book} in ${language}`).toEqual(
        [...dutch.keys()].sort(),
      )
      for (const [key, sentence] of theirs) {
        expect(sentence.trim(), `${book}.${key} in ${language}`).not.toBe('')
        expect(new Set(blanks(sentence)), `${book}.${key} in ${language}`).toEqual(
          new Set(blanks(dutch.get(key) ?? '')),
        )
      }
    }
  }
})

const sample = defineBook(
  'sample',
  {
    hello: 'Dag {{name}}',
    deep: { only: 'Enkel Nederlands' },
    waiting_one: '{{count}} wacht',
    waiting_other: '{{count}} wachten',
  },
  {
    en: {
      hello: 'Hello {{name}}',
      deep: { only: 'Only Dutch' },
      waiting_one: '{{count}} is waiting',
      waiting_other: '{{count}} are waiting',
    },
  },
)

test('WORDS-2: a book speaks the chosen language, with values and plurals', async () => {
  const words = wordsOf(sample)
  expect(words('hello', { name: 'Noor' })).toBe('Dag Noor')
  expect(words('waiting', { count: 1 })).toBe('1 wacht')
  await i18n.changeLanguage('en')
  expect(wordsOf(sample)('waiting', { count: 3 })).toBe('3 are waiting')
  await i18n.changeLanguage('fr')
  expect(wordsOf(sample)('deep.only')).toBe('Enkel Nederlands')
  await i18n.changeLanguage('nl')
})

test('WORDS-1: a missing or wrong key does not compile', () => {
  const words = wordsOf(sample)
  // @ts-expect-error the key is not in the book
  words('goodbye')
  // @ts-expect-error the name is asked for
  words('hello')
  // @ts-expect-error English lacks a key
  defineBook('half', { a: 'een', b: 'twee' }, { en: { a: 'one' } })
  i18n.removeResourceBundle('nl', 'half')
  i18n.removeResourceBundle('en', 'half')
})

test('WORDS-3: a language is recognised by its tag, others are not ours', () => {
  expect(languageOf('fr-BE')).toBe('fr')
  expect(languageOf('DE')).toBe('de')
  expect(languageOf('es')).toBeUndefined()
  expect(languageOf(null)).toBeUndefined()
})

test('WORDS-4: dates, numbers and durations as in Belgium, in Brussels time', () => {
  const at = Date.UTC(2026, 5, 30, 22, 5, 7)
  const [nl, en] = [formatsFor('nl'), formatsFor('en')]
  expect(nl.day(at)).toBe('1 juli 2026')
  expect(nl.time(at)).toBe('00:05')
  expect(nl.exactTime(at)).toBe('00:05:07')
  expect(nl.number(1234.5)).toBe('1.234,5')
  expect(nl.list(['bellen', 'chatten', 'mailen'])).toBe('bellen, chatten en mailen')
  expect(nl.spokenDuration(192_999)).toBe('3 minuten 12 seconden')
  expect(nl.spokenDuration(0)).toBe('0 seconden')
  expect(en.spokenDuration(3_600_000)).toBe('1 hour')
})
