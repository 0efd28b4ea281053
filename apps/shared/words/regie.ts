import { defineBook } from './book.ts'
import { regieEn } from './regie.en.ts'
import { regieNl } from './regie.nl.ts'

export const regieWords = defineBook('regie', regieNl, { en: regieEn })
