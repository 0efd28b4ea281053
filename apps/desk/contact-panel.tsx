import { Button } from '../shared/ui/button.tsx'
import { Duration } from '../shared/ui/duration.tsx'
import { IconButton } from '../shared/ui/icon-button.tsx'
import { toast } from '../shared/ui/toast.tsx'
import { useAct } from '../shared/use-act.ts'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import { useFormats } from '../shared/words/format.ts'
import { languageNames } from '../shared/words/language.ts'
import { acts } from './acts.ts'
import { ColleagueNotes } from './colleague-notes.tsx'
import { useDesk } from './desk-context.ts'
import { QuestionCard } from './question-card.tsx'
import { useOutcomes } from './use-outcomes.ts'
import { may, type Work } from './work.ts'
import { WrapUp } from './wrap-up.tsx'

/** What is known of the contact, its questions and how each ended, and the end of the work. */
export function ContactPanel({ work }: { work: Work }) {
  const words = useWords(deskWords)
  const act = useAct()
  const outcomes = useOutcomes(work)
  const { contact } = work
  return (
    <aside className="desk-panel" aria-label={words('panel.label')}>
      <Facts work={work} />
      <ColleagueNotes contact={contact.id} />
      <section aria-labelledby="questions">
        <h2 id="questions">{words('panel.questions')}</h2>
        {contact.questions.map((question) => (
          <QuestionCard key={question.id} work={work} question={question} outcomes={outcomes} />
        ))}
        {may(work, 'addQuestion') && (
          <Button
            kind="quiet"
            icon="add"
            isPending={act.isPending}
            onPress={() => void act.run(() => acts.addQuestion(work))}
          >
            {words('panel.addQuestion')}
          </Button>
        )}
        {act.trouble && (
          <p className="desk-trouble" role="alert">
            {act.trouble}
          </p>
        )}
      </section>
      <WrapUp work={work} outcomes={outcomes} />
    </aside>
  )
}

function Facts({ work: { contact } }: { work: Work }) {
  const words = useWords(deskWords)
  const formats = useFormats()
  const { known } = useDesk()
  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(contact.reference)
    toast({ text: words('panel.copied') })
  }
  return (
    <dl className="desk-facts">
      <div>
        <dt>{words('panel.reference')}</dt>
        <dd>
          <strong className="ui-quote">{contact.reference}</strong>
          <IconButton icon="copy" label={words('panel.copy')} onPress={() => void copy()} />
        </dd>
      </div>
      <div>
        <dt>{words('panel.line')}</dt>
        <dd>{known.lineName(contact.line)}</dd>
      </div>
      <div>
        <dt>{words('panel.language')}</dt>
        <dd>{languageNames[contact.language]}</dd>
      </div>
      <div>
        <dt>{words('panel.opened')}</dt>
        <dd>
          <time dateTime={new Date(contact.openedAt).toISOString()}>
            {formats.time(contact.openedAt)}
          </time>
        </dd>
      </div>
      <div>
        <dt>{words('panel.waited')}</dt>
        <dd>
          <Duration
            label={words('panel.waited')}
            ms={contact.phases.waiting + contact.phases.offered}
          />
        </dd>
      </div>
    </dl>
  )
}
