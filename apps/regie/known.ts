import { type QueryClient, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Output } from '../../server/kit/contract.ts'
import { lines, textIn, themes } from '../../server/modules/clients/contract.ts'
import { ask } from '../shared/client.ts'
import { type Language, useLanguage } from '../shared/words/language.ts'

export type Line = Output<typeof lines>['lines'][number]
type Theme = Output<typeof themes>['themes'][number]

/** The lines in sight and the names of what contacts refer to by id; null for what is out of sight. */
export interface Known {
  lines: readonly Line[]
  lineName(id: unknown): string | null
  queueName(id: unknown): string | null
  operatorName(id: unknown): string | null
  themeName(id: unknown): string | null
}

/** Others can close a line too, so what is known of lines is asked again every so often, in ms. */
const linesMs = 10_000
const themesMs = 300_000
const none: readonly never[] = []

/** Reads the lines and the themes. */
export function useKnown(): Known {
  const language = useLanguage()
  const allLines = useQuery({
    queryKey: ['lines'],
    queryFn: ({ signal }) => ask(lines, {}, { signal }),
    staleTime: linesMs,
    refetchInterval: linesMs,
  })
  const allThemes = useQuery({
    queryKey: ['themes'],
    queryFn: ({ signal }) => ask(themes, {}, { signal }),
    staleTime: themesMs,
  })
  return useMemo(
    () => knownFrom(allLines.data?.lines ?? none, allThemes.data?.themes ?? none, language),
    [allLines.data, allThemes.data, language],
  )
}

/** A change reaches every server a moment after it was made: how often, and each how long, we look. */
const looks = 10
const lookMs = 300

/** Asks for the lines until one is as it was made, so that the screen does not show it as before. */
export async function seeLine(
  queries: QueryClient,
  id: string,
  isAsMade: (line: Line) => boolean,
): Promise<void> {
  for (let look = 0; look < looks; look++) {
    await queries.refetchQueries({ queryKey: ['lines'] })
    const found = queries.getQueryData<Output<typeof lines>>(['lines'])
    const line = found?.lines.find((one) => one.id === id)
    if (!line || isAsMade(line)) return
    await new Promise((resolve) => setTimeout(resolve, lookMs))
  }
}

function knownFrom(all: readonly Line[], themes: readonly Theme[], language: Language): Known {
  const lineNames = new Map(all.map(({ id, name }) => [id, textIn(name, language)]))
  const queueNames = new Map(all.flatMap((line) => line.queues.map(({ id, name }) => [id, name])))
  const operators = new Map(all.flatMap(({ operator: o }) => (o ? [[o.id, o.name]] : [])))
  const themeNames = new Map(themes.map(({ id, name }) => [id, textIn(name, language)]))
  const from = (names: ReadonlyMap<string, string>) => (id: unknown) =>
    typeof id === 'string' ? (names.get(id) ?? null) : null
  return {
    lines: all,
    lineName: from(lineNames),
    queueName: from(queueNames),
    operatorName: from(operators),
    themeName: from(themeNames),
  }
}
