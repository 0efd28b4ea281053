import type { Clock } from '../../kit/clock.ts'
import type { Db } from '../../kit/db.ts'
import { must } from '../../kit/must.ts'
import type { Wakes } from '../../kit/wake.ts'
import { calendarDays } from './calendar.ts'
import { type OpenState, openAt } from './hours.ts'
import type { CalendarDays, HoursDocument } from './hours-document.ts'
import { EVERYTHING, type KindName, type Value } from './kinds.ts'
import {
  type ServedDepartment,
  type ServedLine,
  type ServedQueue,
  type ServedTheme,
  said,
} from './served.ts'
import type { Version } from './settings.ts'
import { Snapshot } from './snapshot.ts'
import { readIdentities, rowsFrom } from './store.ts'

const minute = 60_000
const lookAgainMs = 30_000

/**
 * What we serve, in memory, for those who ask all the time: routing, chat, the widget. It reads
 * everything again when `settings` is woken, and on its own now and then; versions that begin later
 * take effect at their instant. It knows no permissions: what a person may see is read in their name.
 */
export class SettingsCache {
  private readonly db: Db
  private readonly clock: Clock
  private readonly wakes: Wakes
  private readonly onError: (error: unknown) => void
  private snapshot: Snapshot | undefined
  private days: CalendarDays | undefined
  private reading: Promise<void> | undefined
  private again = false
  private readonly openStates = new Map<string, { minute: number; state: OpenState }>()
  private undo: (() => void)[] = []

  constructor(db: Db, clock: Clock, wakes: Wakes, onError: (error: unknown) => void = () => {}) {
    this.db = db
    this.clock = clock
    this.wakes = wakes
    this.onError = onError
  }

  /** Reads everything, and again at every change; the getters work from here on. */
  async start(): Promise<void> {
    const stopListening = this.wakes.listen((topics) => {
      if (topics.has('settings') || topics.has('*')) this.look()
    })
    const timer = setInterval(() => this.look(), lookAgainMs).unref()
    this.undo = [stopListening, () => clearInterval(timer)]
    await this.refresh()
    // The first answer takes 0.2 s, for the days off and a year of local days: not from a citizen.
    for (const { id } of this.lines()) this.openNow(id)
  }

  stop(): void {
    for (const undo of this.undo) undo()
  }

  /** Reads again now; what is asked for after this sees all that was committed before it. */
  async refresh(): Promise<void> {
    this.again = true
    this.reading ??= this.read()
    await this.reading
  }

  /** The setting in force, or null. `at`: epoch ms, now when absent, never in the past. */
  setting<K extends KindName>(kind: K, subject: string, at = this.clock.now()): Version<K> | null {
    return this.current().setting(kind, subject, at)
  }

  /** The lines that have all they need, in the order of their codes. */
  lines(at = this.clock.now()): ServedLine[] {
    return this.current()
      .identities.lines.map(({ id }) => this.line(id, at))
      .filter((line) => line !== null)
  }

  line(id: string, at = this.clock.now()): ServedLine | null {
    const { identities } = this.current()
    const row = identities.lines.find((line) => line.id === id)
    const line = this.setting('line', id, at)
    const operation = this.setting('lineOperation', id, at)
    if (!row || !line || !operation) return null
    const department = identities.departments.find((one) => one.id === row.department_id)
    const closure = this.setting('emergencyClosure', id, at)
    return {
      id,
      code: row.code,
      department: department ?? null,
      operator: this.operatorOf(id, at),
      said: said(line),
      operation: said(operation),
      closure: closure && said(closure),
    }
  }

  /** The operator whose agents answer the line. */
  operatorOf(line: string, at = this.clock.now()): string | null {
    const found = this.current().identities.lineOperators.find(
      (one) =>
        one.line_id === line &&
        one.valid_from.getTime() <= at &&
        (one.valid_until === null || one.valid_until.getTime() > at),
    )
    return found?.operator_id ?? null
  }

  queues(at = this.clock.now()): ServedQueue[] {
    return this.current()
      .identities.queues.map(({ id }) => this.queue(id, at))
      .filter((queue) => queue !== null)
  }

  queue(id: string, at = this.clock.now()): ServedQueue | null {
    const row = this.current().identities.queues.find((queue) => queue.id === id)
    const queue = this.setting('queue', id, at)
    return row && queue ? { ...said(queue), id, code: row.code, line: row.line_id } : null
  }

  /** Where a contact of the line waits: with its theme, or with who does not know it. */
  queueFor(line: string, theme: string | null, at = this.clock.now()): ServedQueue | null {
    const here = this.queues(at).filter((queue) => queue.line === line)
    const named = theme === null ? undefined : here.find(({ themes }) => themes.includes(theme))
    return named ?? here.find(({ takesUnknown }) => takesUnknown) ?? null
  }

  /** The theme choices of a line, in the order in which people see them. */
  themes(line: string, at = this.clock.now()): ServedTheme[] {
    return this.current()
      .identities.lineThemes.filter(({ line_id }) => line_id === line)
      .map(({ theme_id }) => this.theme(theme_id, at))
      .filter((theme) => theme !== null)
  }

  theme(id: string, at = this.clock.now()): ServedTheme | null {
    const row = this.current().identities.themes.find((theme) => theme.id === id)
    const theme = this.setting('theme', id, at)
    return row && theme
      ? { ...said(theme), id, code: row.code, department: row.department_id }
      : null
  }

  allThemes(at = this.clock.now()): ServedTheme[] {
    return this.current()
      .identities.themes.map(({ id }) => this.theme(id, at))
      .filter((theme) => theme !== null)
  }

  departments(at = this.clock.now()): ServedDepartment[] {
    return this.current().identities.departments.flatMap(({ id, code }) => {
      const department = this.setting('department', id, at)
      return department ? [{ ...said(department), id, code }] : []
    })
  }

  operator(id: string | null, at = this.clock.now()): { id: string; name: string } | null {
    const operator = id === null ? null : this.setting('operator', id, at)
    return operator && { id: operator.subject, name: operator.value.name }
  }

  /** The emergency closure of a line that is in force or still to come. */
  closureOf(line: ServedLine, at = this.clock.now()): HoursDocument['emergencyClosure'] {
    const closure = line.closure?.closure ?? null
    return closure && (closure.until === null || at < closure.until) ? closure : null
  }

  /** The hours of a line with the closure in force, as `hours.ts` reads them. */
  hoursOf(line: ServedLine): HoursDocument {
    return { ...line.said.hours, emergencyClosure: line.closure?.closure ?? null }
  }

  /**
   * Whether the line is open at `at`, and until or from when. Throws a Bug for a line that is not
   * there. Measured: 0.8 ms for a line that never closes, so an answer is kept for its minute:
   * hours change on whole minutes only. A closure ends at any millisecond, and is asked each time.
   */
  openNow(id: string, at = this.clock.now()): OpenState {
    const line = must(this.line(id, at), 'line')
    const hours = this.hoursOf(line)
    if (hours.emergencyClosure !== null) return openAt(hours, this.calendar(at), at)
    const key = line.said.version
    const now = Math.floor(at / minute)
    const kept = this.openStates.get(key)
    if (kept?.minute === now) return kept.state
    const state = openAt(hours, this.calendar(at), at)
    this.openStates.set(key, { minute: now, state })
    return state
  }

  /** The days off of every calendar, from the year before `at` to three years after it. */
  calendar(at = this.clock.now()): CalendarDays {
    const year = new Date(at).getUTCFullYear()
    if (this.days?.from !== `${year - 1}-01-01`) this.days = calendarDays(year - 1, year + 3)
    return this.days
  }

  emergencyNumbers(at = this.clock.now()): Value<'emergencyNumbers'>['numbers'] {
    return this.setting('emergencyNumbers', EVERYTHING, at)?.value.numbers ?? []
  }

  dangerWords(at = this.clock.now()): Value<'dangerWords'>['words'] {
    const words = this.setting('dangerWords', EVERYTHING, at)?.value.words
    return words ?? { nl: [], fr: [], de: [], en: [] }
  }

  private look(): void {
    this.refresh().catch(this.onError)
  }

  private current(): Snapshot {
    return must(this.snapshot, 'settings: the cache was not started')
  }

  /** Reads until nobody asked again meanwhile. What was read stays when a reading fails. */
  private async read(): Promise<void> {
    try {
      while (this.again) {
        this.again = false
        await this.db.as({ kind: 'system', name: 'settings' }, async (tx) => {
          const rows = await rowsFrom(tx, this.clock.now())
          this.snapshot = new Snapshot(await readIdentities(tx), rows, this.snapshot)
        })
        this.openStates.clear()
      }
    } finally {
      this.reading = undefined
    }
  }
}
