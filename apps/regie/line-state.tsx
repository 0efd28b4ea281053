import { Badge } from '../shared/ui/badge.tsx'
import { useWords } from '../shared/words/book.ts'
import { type Formats, useFormats } from '../shared/words/format.ts'
import { regieWords } from '../shared/words/regie.ts'
import type { Line } from './known.ts'

/** Within this the day of the week is enough to know the day; a day less than a week, in ms. */
const weekMs = 6 * 86_400_000

/** An instant as one says it: the time, and the day when it is not today. */
export function momentText(at: number, formats: Formats, now = Date.now()): string {
  const isToday = formats.shortDay(at) === formats.shortDay(now)
  if (isToday) return formats.time(at)
  const isNear = Math.abs(at - now) < weekMs
  return isNear ? formats.weekdayTime(at) : `${formats.weekday(at)}, ${formats.time(at)}`
}

/** Whether a line is open, and until when. */
export function LineState({ line }: { line: Line | undefined }) {
  const words = useWords(regieWords)
  const formats = useFormats()
  if (!line) return null
  const { state, closure } = line
  if (state.open)
    return (
      <Badge tone="ok">
        {state.until === null
          ? words('line.open')
          : words('line.openUntil', { time: momentText(state.until, formats) })}
      </Badge>
    )
  if (state.because === 'emergency')
    return (
      <Badge tone="danger">
        {closure?.until
          ? words('line.emergencyUntil', { when: momentText(closure.until, formats) })
          : words('line.emergency')}
      </Badge>
    )
  return (
    <Badge>
      {state.nextOpen === null
        ? words('line.closed')
        : words('line.opensAt', { when: momentText(state.nextOpen, formats) })}
    </Badge>
  )
}
