import { useEffect } from 'react'
import { outcomes as allOutcomes, type Outcome } from '../../server/modules/contacts/contract.ts'
import { Badge } from '../shared/ui/badge.tsx'
import { Button } from '../shared/ui/button.tsx'
import { ComboBox } from '../shared/ui/combo-box.tsx'
import { Select } from '../shared/ui/select.tsx'
import { TextField } from '../shared/ui/text-field.tsx'
import { useAct } from '../shared/use-act.ts'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import { acts } from './acts.ts'
import { useDesk } from './desk-context.ts'
import { asksDestination, type Question } from './outcome.ts'
import type { Outcomes } from './use-outcomes.ts'
import { may, type Work } from './work.ts'

type QuestionCardProps = { work: Work; question: Question; outcomes: Outcomes }

/** One need of the citizen: what it is about, whether we work on it now, and how it ended. */
export function QuestionCard({ work, question, outcomes }: QuestionCardProps) {
  const words = useWords(deskWords)
  const { known } = useDesk()
  const act = useAct()
  const { contact, engagement } = work
  const isCurrent = engagement.question === question.id
  const isOnly = contact.questions.length === 1
  const lack = outcomes.lack(question)
  const errorAt = (field: 'theme' | 'outcome') =>
    lack?.field === field ? lack.sentence : undefined
  return (
    <fieldset className="desk-question" data-current={isCurrent && !isOnly}>
      <legend>{words('panel.question', { number: question.number })}</legend>
      {!isOnly && (
        <div className="desk-question-turn">
          {isCurrent ? (
            <Badge>{words('panel.current')}</Badge>
          ) : (
            may(work, 'focus') && (
              <Button
                kind="quiet"
                isPending={act.isPending}
                onPress={() => void act.run(() => acts.focus(work, question.id))}
              >
                {words('panel.turnTo')}
              </Button>
            )
          )}
        </div>
      )}
      <ThemeField
        key={question.theme}
        options={known.themesOf(contact.line)}
        theme={question.theme}
        error={act.trouble ?? errorAt('theme')}
        onChoose={(theme) => void act.run(() => acts.chooseTheme(work, question.id, theme))}
      />
      <OutcomeFields question={question} outcomes={outcomes} error={errorAt('outcome')} />
    </fieldset>
  )
}

type ThemeFieldProps = {
  options: { id: string; label: string; detail?: string }[]
  theme: string | null
  error: string | undefined
  onChoose: (theme: string) => void
}

function ThemeField({ options, theme, error, onChoose }: ThemeFieldProps) {
  const words = useWords(deskWords)
  if (options.length === 0) return null
  return (
    <ComboBox
      label={words('panel.theme')}
      placeholder={words('panel.themePlaceholder')}
      options={options}
      value={theme}
      error={error}
      onChange={(id) => {
        if (id !== null && id !== theme) onChoose(id)
      }}
    />
  )
}

type OutcomeFieldsProps = Omit<QuestionCardProps, 'work'> & { error: string | undefined }

function OutcomeFields({ question, outcomes, error }: OutcomeFieldsProps) {
  const words = useWords(deskWords)
  const said = outcomes.said(question.id)
  const outcome = said?.outcome ?? question.outcome
  const lack = outcomes.lack(question)
  const { tell } = outcomes
  // An outcome that needs no destination, or whose theme was just chosen, can be told at once.
  const isReady = said !== null && !asksDestination(said.outcome)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it becomes ready, once
  useEffect(() => {
    if (isReady) tell(question)
  }, [isReady, said?.outcome, question.theme])
  return (
    <>
      <Select<Outcome>
        label={words('panel.outcome')}
        options={allOutcomes.map((id) => ({ id, label: words(`outcome.${id}`) }))}
        value={outcome}
        error={error}
        onChange={(id) =>
          outcomes.say(question, { outcome: id, destination: said?.destination ?? '' })
        }
      />
      {said && asksDestination(said.outcome) && (
        <TextField
          label={words('panel.destination')}
          value={said.destination}
          maxLength={300}
          error={lack?.field === 'destination' ? lack.sentence : undefined}
          onChange={(destination) => outcomes.say(question, { ...said, destination })}
          onBlur={() => tell(question)}
        />
      )}
    </>
  )
}
