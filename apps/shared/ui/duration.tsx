import { useFormats } from '../words/format.ts'
import { clockText } from './clock-text.ts'
import { useNow } from './ticker.ts'

export type DurationProps = {
  /** What it measures, for those who do not see where it stands: "Wacht". */
  label: string
  /** Counts from this instant (epoch ms, server's clock) … */
  since?: number
  /** … or shows this many milliseconds, standing still. */
  ms?: number
}

/** How long something lasts. A timer is silent: it is read when somebody asks, not each second. */
export function Duration({ label, since, ms = 0 }: DurationProps) {
  return since === undefined ? (
    <Clock label={label} ms={ms} />
  ) : (
    <Running label={label} since={since} />
  )
}

function Running({ label, since }: { label: string; since: number }) {
  return <Clock label={label} ms={useNow() - since} />
}

function Clock({ label, ms }: { label: string; ms: number }) {
  const formats = useFormats()
  return (
    <span
      role="timer"
      className="ui-duration"
      aria-label={`${label}: ${formats.spokenDuration(Math.max(0, ms))}`}
    >
      {clockText(ms)}
    </span>
  )
}
