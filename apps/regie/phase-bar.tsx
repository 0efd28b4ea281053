import type { ContactView } from '../../server/modules/contacts/contract.ts'
import { Duration } from '../shared/ui/duration.tsx'
import { useWords } from '../shared/words/book.ts'
import { useFormats } from '../shared/words/format.ts'
import { regieWords } from '../shared/words/regie.ts'
import { sum } from './figures.ts'
import { phasesUntil, stretchesOf } from './phases.ts'

/** How long the contact was in each state, to scale; the parts add up to the whole. */
export function PhaseBar({ contact, readAt }: { contact: ContactView; readAt: number }) {
  const words = useWords(regieWords)
  const formats = useFormats()
  const stretches = stretchesOf(phasesUntil(contact, readAt))
  const total = sum(stretches, ({ ms }) => ms)
  const scale = total === 0 ? 0 : 1000 / total
  return (
    <section aria-label={words('contact.phases')} className="phases">
      <svg
        className="phase-bar"
        viewBox="0 0 1000 10"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {stretches.map(({ phase, from, ms }) => (
          <rect key={phase} x={from * scale} width={ms * scale} height="10" data-phase={phase} />
        ))}
      </svg>
      <dl className="phase-list">
        {stretches.map(({ phase, ms, shownMs }) => (
          <div key={phase} data-phase={phase} title={`${formats.number(ms / 1000)} s`}>
            <dt>{words(`contact.phase.${phase}`)}</dt>
            <dd>
              <Duration label={words(`contact.phase.${phase}`)} ms={shownMs} />
            </dd>
          </div>
        ))}
        <div title={`${formats.number(total / 1000)} s`}>
          <dt>{words(contact.state === 'closed' ? 'contact.total' : 'contact.totalNow')}</dt>
          <dd>
            <Duration label={words('contact.total')} ms={total} />
          </dd>
        </div>
      </dl>
    </section>
  )
}
