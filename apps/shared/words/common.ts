import { defineBook } from './book.ts'
import { commonDe } from './common.de.ts'
import { commonEn } from './common.en.ts'
import { commonFr } from './common.fr.ts'
import { commonNl } from './common.nl.ts'

export const commonWords = defineBook('common', commonNl, {
  en: commonEn,
  fr: commonFr,
  de: commonDe,
})
