import type { Clock } from '../../kit/clock.ts'
import type { Output } from '../../kit/contract.ts'
import { type Route, route } from '../../kit/http.ts'
import { refusals as kit } from '../../kit/refusal.ts'
import { closeLine, reopenLine } from './close-line.ts'
import { contactOptions, publicLines } from './contact-options.ts'
import * as contract from './contract.ts'
import { explainDays } from './hours.ts'
import { dateAt } from './local-day.ts'
import { currentSetting } from './settings.ts'
import type { SettingsCache } from './settings-cache.ts'
import { overseen } from './store.ts'

/** What can be asked about whom we serve. Public words come from memory, the rest under RLS. */
export function routes(cache: SettingsCache, clock: Clock): Route[] {
  return [
    route(contract.contactOptions, async ({ input, now }) => contactOptions(cache, input, now)),
    route(contract.publicLines, async ({ input, now }) => publicLines(cache, input.language, now)),
    route(contract.lines, async ({ tx, now }) => lines(cache, new Set(await overseen(tx)), now)),
    route(contract.themes, async ({ now }) => themes(cache, now)),
    route(contract.cannedAnswers, async ({ tx, input, now }) => {
      const version = await currentSetting(tx, 'cannedAnswers', input.line, now)
      return { version: version?.id ?? null, answers: version?.value.answers ?? [] }
    }),
    route(contract.closeLine, (call) => closeLine(clock, call)),
    route(contract.reopenLine, (call) => reopenLine(clock, call)),
    route(contract.hoursExplained, async ({ input, now }) => {
      const line = cache.line(input.line, now)
      if (!line) throw kit.notFound()
      const hours = cache.hoursOf(line)
      return { days: explainDays(hours, cache.calendar(now), dateAt(now), input.days) }
    }),
  ]
}

function lines(
  cache: SettingsCache,
  mayClose: ReadonlySet<string>,
  at: number,
): Output<typeof contract.lines> {
  const queues = cache.queues(at)
  return {
    lines: cache.lines(at).map((line) => ({
      id: line.id,
      code: line.code,
      name: line.said.name,
      department: line.department?.id ?? null,
      operator: cache.operator(line.operator, at),
      languages: line.said.languages.map(({ language }) => language),
      state: cache.openNow(line.id, at),
      closure: cache.closureOf(line, at),
      proposedText: line.said.texts.exceptionallyClosed,
      mayClose: mayClose.has(line.id),
      queues: queues
        .filter((queue) => queue.line === line.id)
        .map(({ id, code, name }) => ({ id, code, name })),
    })),
  }
}

function themes(cache: SettingsCache, at: number): Output<typeof contract.themes> {
  const offered = cache.lines(at).map(({ id }) => ({
    id,
    themes: new Set(cache.themes(id, at).map((theme) => theme.id)),
  }))
  return {
    themes: cache.allThemes(at).map(({ id, code, name, keywords, department }) => ({
      id,
      code,
      name,
      keywords,
      department,
      lines: offered.filter(({ themes }) => themes.has(id)).map((line) => line.id),
    })),
    departments: cache.departments(at).map(({ id, code, name }) => ({ id, code, name })),
  }
}
