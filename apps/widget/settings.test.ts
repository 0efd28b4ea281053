import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

const src = 'https://contact.example/widget/onthaal.js'

test('WIDGET-3: a bare script tag gives a corner, the page’s theme and the general lines', () => {
  expect(readSettings({ src, dataset: {} }, 'nl-BE')).toEqual({
    origin: 'https://contact.example',
    department: null,
    target: null,
    theme: null,
    language: 'nl',
  })
})

test('WIDGET-3: the attributes are read, and what is not known is left out', () => {
  const dataset = { department: ' OVO900110 ', target: '#contact', theme: 'dark' }
  const settings = readSettings({ src, dataset }, 'fr')
  expect(settings).toMatchObject({ department: 'OVO900110', target: '#contact', theme: 'dark' })
  expect(readSettings({ src, dataset: { theme: 'pink' } }, 'fr').theme).toBeNull()
})

test('WIDGET-3: the language is that of the page, or Dutch', () => {
  const languageFor = (tag: string | null) => readSettings({ src, dataset: {} }, tag).language
  expect(['de-DE', 'EN', '', 'es', null].map(languageFor)).toEqual(['de', 'en', 'nl', 'nl', 'nl'])
})
