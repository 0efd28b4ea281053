import type { Output } from '../../server/kit/contract.ts'
import type { offerBecause } from '../../server/modules/routing/contract.ts'
import { clockText } from '../shared/ui/clock-text.ts'
import { Icon, type IconName } from '../shared/ui/icon.tsx'
import { useWords } from '../shared/words/book.ts'
import { type Formats, useFormats } from '../shared/words/format.ts'
import { regieWords } from '../shared/words/regie.ts'
import { becausePhrases } from './because.ts'
import { type Names, sentenceOf, type TimelineEvent } from './sentence.ts'

type Offers = Output<typeof offerBecause>['offers']
type TimelineProps = { events: readonly TimelineEvent[]; offers: Offers; names: Names }

/** Everything that happened, in order: when, how long after the one before, who and what. */
export function Timeline({ events, offers, names }: TimelineProps) {
  const words = useWords(regieWords)
  return (
    <section>
      <h2>{words('timeline.title')}</h2>
      <ol className="timeline">
        {events.map((event, place) => (
          <Happening
            key={event.version}
            event={event}
            before={events[place - 1]}
            because={
              event.type === 'offered'
                ? offers.find(({ engagement }) => engagement === event.engagement)?.because
                : undefined
            }
            names={names}
          />
        ))}
      </ol>
    </section>
  )
}

type HappeningProps = {
  event: TimelineEvent
  before: TimelineEvent | undefined
  because: Record<string, unknown> | undefined
  names: Names
}

function Happening({ event, before, because, names }: HappeningProps) {
  const words = useWords(regieWords)
  const formats = useFormats()
  const { happenedAt, recordedAt, type } = event
  const gap = before ? happenedAt - before.happenedAt : 0
  const isLate = recordedAt - happenedAt >= lateMs
  const phrases = because ? becausePhrases(because, words, formats) : []
  return (
    <li data-type={type}>
      <time dateTime={new Date(happenedAt).toISOString()} title={exact(happenedAt, formats)}>
        {formats.exactTime(happenedAt)}
      </time>
      <span className="gap" title={words('timeline.since', { duration: gapText(gap, formats) })}>
        {gap > 0 && `+${gapText(gap, formats)}`}
      </span>
      <Icon name={icons[type] ?? 'ring'} />
      <div>
        <p>
          {sentenceOf(event, { words, formats, names })}
          {isLate && (
            <span className="soft">
              {' '}
              ({words('timeline.late', { time: exact(recordedAt, formats) })})
            </span>
          )}
        </p>
        {phrases.length > 0 && (
          <div className="because" title={words('because.order')}>
            <p>{words('timeline.because')}</p>
            <ul>
              {phrases.map((phrase) => (
                <li key={phrase}>{phrase}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </li>
  )
}

/** A fact that was recorded so much later than it happened is said to be late, in ms. */
const lateMs = 1_000

/** 09:05:07.123 */
const exact = (at: number, { exactTime }: Formats) =>
  `${exactTime(at)}.${String(at % 1000).padStart(3, '0')}`

/** 917 ms, 1,7 s, 2:05: no more exact than one can read. */
function gapText(ms: number, formats: Formats): string {
  if (ms < 1000) return `${ms} ms`
  return ms < 60_000 ? `${formats.number(Math.round(ms / 100) / 10)} s` : clockText(ms)
}

const icons: Record<string, IconName> = {
  opened: 'add',
  offered: 'bell',
  accepted: 'accept',
  declined: 'next',
  withdrawn: 'undo',
  lapsed: 'clock',
  citizenWrote: 'chat',
  agentWrote: 'chat',
  citizenLeft: 'signOut',
  citizenLost: 'alert',
  citizenBack: 'ok',
  lineLost: 'alert',
  deskLost: 'alert',
  deskBack: 'ok',
  held: 'pause',
  resumed: 'chat',
  transferred: 'transfer',
  requeued: 'undo',
  overflowed: 'users',
  finished: 'write',
  turnedAway: 'close',
  focused: 'question',
  themeChosen: 'flag',
  questionAdded: 'question',
  outcomeSet: 'flag',
  wrappedUp: 'accept',
  urgentMarked: 'alert',
  emergencyRaised: 'emergency',
  abuseRaised: 'danger',
  rated: 'ok',
  closed: 'accept',
  erased: 'shield',
}
