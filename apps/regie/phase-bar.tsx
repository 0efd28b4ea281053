import type { ContactView } from '../../server/modules/contacts/contract.ts'
import { Duration } from '../shared/ui/duration.tsx'
import { useWords } from '../shared/words/book.ts'
import { regieWords } from '../shared/words/regie.ts'
import { phaseNames, phasesUntil } from './phases.ts'

/** How long the contact was in each state, to scale; the parts add up to the whole. */
export function PhaseBar({ contact, readAt }: { contact: ContactView; readAt: number }) {
  const words = useWords(regieWords)
  const phases = phasesUntil(contact, readAt)
  const total = phaseNames.reduce((sum, phase) => sum + phases[phase], 0)
  const shown = phaseNames.filter((phase) => phases[phase] > 0)
  let start = 0
  return (
    <section aria-label={words('contact.phases')} className="phases">
      <svg
        className="phase-bar"
        viewBox="0 0 1000 10"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {shown.map((phase) => {
          const width = (phases[phase] / total) * 1000
          const x = start
          start += width
          return <rect key={phase} x={x} width={width} height="10" data-phase={phase} />
        })}
      </svg>
      <dl className="phase-list">
        {shown.map((phase) => (
          <div key={phase} data-phase={phase}>
            <dt>{words(`contact.phase.${phase}`)}</dt>
            <dd>
              <Duration label={words(`contact.phase.${phase}`)} ms={phases[phase]} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{words(contact.state === 'closed' ? 'contact.total' : 'contact.totalNow')}</dt>
          <dd>
            <Duration label={words('contact.total')} ms={total} />
          </dd>
        </div>
      </dl>
    </section>
  )
}
