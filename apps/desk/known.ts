import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Output } from '../../server/kit/contract.ts'
import {
  cannedAnswers,
  contactOptions,
  lines,
  textIn,
  themes,
} from '../../server/modules/clients/contract.ts'
import type { ContactView } from '../../server/modules/contacts/contract.ts'
import { ask } from '../shared/client.ts'
import { type Language, useLanguage } from '../shared/words/language.ts'
import type { Blanks, CannedAnswer } from './canned.ts'
import type { Me } from './desk-context.ts'

type Lines = Output<typeof lines>['lines']
type Themes = Output<typeof themes>

/** The names of what contacts refer to by id; an unknown id has no name. */
export interface Known {
  /** The code of the department that a line belongs to; null for a general line. */
  lineOf(id: string): { department?: string } | null
  lineName(id: string): string
  themeName(id: string | null): string | null
  /** The themes of a line first, then all others, each with its department. */
  themesOf(line: string): { id: string; label: string; detail?: string }[]
}

const minutes = 60_000

/** Reads the lines and themes once and again every five minutes. */
export function useKnown(): Known {
  const language = useLanguage()
  const fresh = { staleTime: 5 * minutes, refetchInterval: 5 * minutes }
  const allLines = useQuery({
    queryKey: ['lines'],
    queryFn: ({ signal }) => ask(lines, {}, { signal }),
    ...fresh,
  })
  const allThemes = useQuery({
    queryKey: ['themes'],
    queryFn: ({ signal }) => ask(themes, {}, { signal }),
    ...fresh,
  })
  return useMemo(
    () => knownFrom(allLines.data?.lines ?? [], allThemes.data, language),
    [allLines.data, allThemes.data, language],
  )
}

function knownFrom(lines: Lines, found: Themes | undefined, language: Language): Known {
  const lineNames = new Map(lines.map(({ id, name }) => [id, textIn(name, language)]))
  const all = found?.themes ?? []
  const departments = new Map(
    found?.departments.map(({ id, name }) => [id, textIn(name, language)]) ?? [],
  )
  const themeNames = new Map(all.map(({ id, name }) => [id, textIn(name, language)]))
  const codes = new Map(found?.departments.map(({ id, code }) => [id, code]) ?? [])
  return {
    lineOf: (id) => {
      const line = lines.find((one) => one.id === id)
      const code = line?.department ? codes.get(line.department) : undefined
      return line ? (code ? { department: code } : {}) : null
    },
    lineName: (id) => lineNames.get(id) ?? '',
    themeName: (id) => (id === null ? null : (themeNames.get(id) ?? null)),
    themesOf: (line) =>
      [
        ...all.filter((theme) => theme.lines.includes(line)),
        ...all.filter((theme) => !theme.lines.includes(line)),
      ].map(({ id, department }) => {
        const detail = departments.get(department)
        return { id, label: themeNames.get(id) ?? '', ...(detail ? { detail } : {}) }
      }),
  }
}

/** The canned answers of a line. */
export function useCanned(line: string): readonly CannedAnswer[] {
  const found = useQuery({
    queryKey: ['canned', line],
    queryFn: ({ signal }) => ask(cannedAnswers, { line }, { signal }),
    staleTime: 5 * minutes,
  })
  return found.data?.answers ?? []
}

/** How citizens reach the lines of a department, then the general ones, in a language. */
export function useContactOptions(language: Language, department?: string) {
  return useQuery({
    queryKey: ['options', language, department ?? null],
    queryFn: ({ signal }) =>
      ask(contactOptions, { language, ...(department ? { department } : {}) }, { signal }),
    staleTime: 5 * minutes,
  }).data
}

/** What canned answers to a contact can mention, in the language of the contact. */
export function useBlanks(contact: ContactView, me: Me): Blanks {
  const { department } = useKnown().lineOf(contact.line) ?? {}
  const options = useContactOptions(contact.language, department)
  const line = options?.lines.find(({ id }) => id === contact.line)
  return {
    voornaamAgent: me.alias ?? me.givenName,
    referentie: contact.reference,
    ...(line ? { lijn: line.name } : {}),
    ...(line?.phone ? { nummer: line.phone.local } : {}),
    ...(line?.mail ? { mail: line.mail } : {}),
  }
}
