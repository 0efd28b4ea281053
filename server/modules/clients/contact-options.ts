import type { Output } from '../../kit/contract.ts'
import type { Language } from '../../kit/refusal.ts'
import type { ContactLine, ContactOptions, publicLines as operation } from './contract.ts'
import { hoursToday, type OpenState } from './hours.ts'
import type { ServedLine } from './served.ts'
import type { SettingsCache } from './settings-cache.ts'
import { type Text, textIn } from './text.ts'

/**
 * What a website shows of us: the lines of its own department first, then the general ones, each
 * with what can be done now. A department that we do not serve gets the general lines: no wrong door.
 */
export function contactOptions(
  cache: SettingsCache,
  asked: { department?: string | undefined; language: Language },
  at: number,
): ContactOptions {
  const { language } = asked
  const department = cache.departments(at).find(({ code }) => code === asked.department)
  const lines = cache.lines(at)
  const own = lines.filter((line) => line.department && line.department.id === department?.id)
  const general = lines.filter((line) => line.department === null)
  return {
    now: at,
    language,
    department: department
      ? {
          code: department.code,
          name: textIn(department.name, language),
          website: department.website,
        }
      : null,
    lines: [...own, ...general].map((line) => asContactLine(cache, line, language, at)),
    emergencyNumbers: cache
      .emergencyNumbers(at)
      .map(({ number, what }) => ({ number, what: textIn(what, language) })),
  }
}

/** Every line, the general ones first, each with whose it is. */
export function publicLines(
  cache: SettingsCache,
  language: Language,
  at: number,
): Output<typeof operation> {
  const departments = cache.departments(at)
  const lines = cache.lines(at).toSorted((one, other) => rank(one) - rank(other))
  return {
    now: at,
    lines: lines.map((line) => {
      const department = departments.find(({ id }) => id === line.department?.id)
      return {
        ...asContactLine(cache, line, language, at),
        department: department
          ? { code: department.code, name: textIn(department.name, language) }
          : null,
      }
    }),
  }
}

const rank = ({ department }: ServedLine): number => (department === null ? 0 : 1)

function asContactLine(
  cache: SettingsCache,
  line: ServedLine,
  language: Language,
  at: number,
): ContactLine {
  const { phone, mail, name, texts, channels } = line.said
  const words = (text: Text) => textIn(text, language)
  const offered = line.said.languages.map((one) => one.language)
  const open = cache.openNow(line.id, at)
  const state = stateOf(open)
  const today = hoursToday(cache.hoursOf(line), cache.calendar(at), at)
  return {
    id: line.id,
    code: line.code,
    name: words(name),
    own: line.department !== null,
    state,
    because: open.open ? null : open.because,
    closedText: open.open ? null : words(closedText(open, texts.closed)),
    closesAt: open.open ? open.until : null,
    nextOpening: open.open ? null : open.nextOpen,
    today: {
      date: today.date,
      periods: today.periods,
      text: today.text && words(today.text),
    },
    // Mail can be written at any hour; the answer counts in opening hours.
    channels: channels.map((channel) => ({
      channel,
      state: channel === 'written' ? 'open' : state,
    })),
    canStartChat: open.open && channels.includes('chat') && offered.includes(language),
    phone: phone && { ...phone, cost: words(phone.cost) },
    mail,
    languages: offered,
    texts: { opening: words(texts.opening), privacy: words(texts.privacy) },
    instead: texts.instead.map(({ text, href }) => ({ text: words(text), href })),
    themes: cache.themes(line.id, at).map(({ id, name, description }) => ({
      id,
      name: words(name),
      description: description && words(description),
    })),
  }
}

function stateOf(open: OpenState): ContactLine['state'] {
  if (open.open) return 'open'
  return open.because === 'emergency' || open.because === 'exception'
    ? 'exceptionallyClosed'
    : 'closed'
}

/** What the closure or the exception says of itself; the line's ordinary text in other hours. */
export function closedText(closed: Extract<OpenState, { open: false }>, ordinary: Text): Text {
  const special = closed.because === 'emergency' || closed.because === 'exception'
  return special && closed.text ? closed.text : ordinary
}
