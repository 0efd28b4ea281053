import { useRef, useState } from 'react'
import { type Act, useAct } from '../shared/use-act.ts'
import { useLanguage } from '../shared/words/language.ts'
import { acts } from './acts.ts'
import { type Lack, lackOf, type Question, type Said } from './outcome.ts'
import type { Work } from './work.ts'

export interface Outcomes {
  act: Act
  /** What was said here; null when nothing was. */
  said(question: string): Said | null
  /** Says how a question ended; it goes to the server as soon as nothing lacks. */
  say(question: Question, said: Said): void
  /** Tells the server what was said of a question, when its theme or destination is there now. */
  tell(question: Question): void
  /** What lacks, once the agent has tried to finish. */
  lack(question: Question): Lack | null
  /** Tells the server what is left to tell; true when every question has its outcome. */
  finish(): Promise<boolean>
}

/** How the questions of one contact ended, as far as the agent has said. */
export function useOutcomes(work: Work): Outcomes {
  const language = useLanguage()
  const act = useAct()
  const [saids, setSaids] = useState<Record<string, Said>>({})
  const [isTried, setTried] = useState(false)
  const tellings = useRef(new WeakMap<Said, Promise<boolean>>())
  const last = useRef(Promise.resolve(true))
  const said = (question: string) => saids[question] ?? null
  const lackIn = (question: Question, one = said(question.id)) => lackOf(question, one, language)

  // One after another and each once: leaving a field and finishing often come together.
  function send(question: Question, one: Said): Promise<boolean> {
    const before = tellings.current.get(one)
    if (before) return before
    const { outcome } = one
    const destination = one.destination.trim() || null
    const telling = last.current.then(() =>
      act.run(() => acts.setOutcome(work, { question: question.id, outcome, destination })),
    )
    void telling.then((isTold) => isTold || tellings.current.delete(one))
    tellings.current.set(one, telling)
    last.current = telling
    return telling
  }

  return {
    act,
    said,
    say: (question, one) => setSaids((all) => ({ ...all, [question.id]: one })),
    tell: (question) => {
      const one = said(question.id)
      if (one && !lackIn(question)) void send(question, one)
    },
    lack: (question) => (isTried ? lackIn(question) : null),
    finish: async () => {
      setTried(true)
      const { questions } = work.contact
      if (questions.some((question) => lackIn(question) !== null)) return false
      for (const question of questions) {
        const one = said(question.id)
        if (one && !(await send(question, one))) return false
      }
      return true
    },
  }
}
