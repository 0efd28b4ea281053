import type { Language } from '../language.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { nl, type Words } from './nl.ts'

export type { Words }

export const words: Record<Language, Words> = { nl, fr, de, en }
