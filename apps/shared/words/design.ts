import { defineBook } from './book.ts'
import { designEn } from './design.en.ts'
import { designNl } from './design.nl.ts'

export const designWords = defineBook('design', designNl, { en: designEn })
