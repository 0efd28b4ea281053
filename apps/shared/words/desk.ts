import { defineBook } from './book.ts'
import { deskEn } from './desk.en.ts'
import { deskNl } from './desk.nl.ts'

export const deskWords = defineBook('desk', deskNl, { en: deskEn })
