import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { reopenLine, textIn } from '../../server/modules/clients/contract.ts'
import { ask } from '../shared/client.ts'
import { Banner } from '../shared/ui/banner.tsx'
import { Button } from '../shared/ui/button.tsx'
import { TextField } from '../shared/ui/text-field.tsx'
import { toast } from '../shared/ui/toast.tsx'
import { useAct } from '../shared/use-act.ts'
import { useWords } from '../shared/words/book.ts'
import { useFormats } from '../shared/words/format.ts'
import { useLanguage } from '../shared/words/language.ts'
import { regieWords } from '../shared/words/regie.ts'
import { type Line, seeLine } from './known.ts'
import { momentText } from './line-state.tsx'

type ReopenLineProps = {
  line: Line
  name: string
  closure: NonNullable<Line['closure']>
  onDone: () => void
}

/** Lifts an emergency closure; shows what citizens are told until then. */
export function ReopenLine({ line, name, closure, onDone }: ReopenLineProps) {
  const words = useWords(regieWords)
  const formats = useFormats()
  const language = useLanguage()
  const queries = useQueryClient()
  const act = useAct()
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)

  async function reopen(): Promise<void> {
    setChecked(true)
    if (reason.trim() === '') return
    const isDone = await act.run(async () => {
      await ask(reopenLine, { line: line.id, reason: reason.trim() })
      await seeLine(queries, line.id, ({ closure }) => closure === null)
    })
    if (!isDone) return
    toast({ text: words('line.reopened', { line: name }) })
    onDone()
  }

  return (
    <section className="line-form">
      <h3>{words('line.reopen')}</h3>
      <p>{words('line.reopenText', { when: momentText(closure.from, formats) })}</p>
      <blockquote className="quote">{textIn(closure.text, language)}</blockquote>
      <TextField
        label={words('line.reason')}
        help={words('line.reasonHelp')}
        value={reason}
        maxLength={500}
        onChange={setReason}
        error={isChecked && reason.trim() === '' ? words('line.reasonMissing') : undefined}
      />
      {act.trouble && (
        <Banner tone="danger" live="assertive">
          {act.trouble}
        </Banner>
      )}
      <Button kind="primary" isPending={act.isPending} onPress={() => void reopen()}>
        {words('line.reopen')}
      </Button>
    </section>
  )
}
