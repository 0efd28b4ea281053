import type { Language } from '../../language.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { type ChatWords, nl } from './nl.ts'

export type { ChatWords }

export const chatWords: Record<Language, ChatWords> = { nl, fr, de, en }
