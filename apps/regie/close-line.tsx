import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { closeLine } from '../../server/modules/clients/contract.ts'
import { ask } from '../shared/client.ts'
import { Banner } from '../shared/ui/banner.tsx'
import { Button } from '../shared/ui/button.tsx'
import { ConfirmDialog } from '../shared/ui/confirm-dialog.tsx'
import { Select } from '../shared/ui/select.tsx'
import { TextArea } from '../shared/ui/text-area.tsx'
import { TextField } from '../shared/ui/text-field.tsx'
import { serverNow } from '../shared/ui/ticker.ts'
import { toast } from '../shared/ui/toast.tsx'
import { useAct } from '../shared/use-act.ts'
import { useWords } from '../shared/words/book.ts'
import { useFormats } from '../shared/words/format.ts'
import { type Language, languageNames } from '../shared/words/language.ts'
import { regieWords } from '../shared/words/regie.ts'
import { type ClosureEnd, closureUntil, endsOffered } from './closure-end.ts'
import { type Line, seeLine } from './known.ts'

type CloseLineProps = { line: Line; name: string; endsToday: number | null; onDone: () => void }
type Texts = Record<Language, string>

/** Closes a line at once: what citizens are told in each language of the line, how long, and why. */
export function CloseLine({ line, name, endsToday, onDone }: CloseLineProps) {
  const words = useWords(regieWords)
  const queries = useQueryClient()
  const act = useAct()
  const { proposedText: proposed } = line
  const [texts, setTexts] = useState<Texts>(() => ({
    nl: proposed.nl,
    fr: proposed.fr ?? '',
    de: proposed.de ?? '',
    en: proposed.en ?? '',
  }))
  const [end, setEnd] = useState<ClosureEnd>('opened')
  const [reason, setReason] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const isComplete = texts.nl.trim() !== '' && reason.trim() !== ''

  async function close(): Promise<void> {
    const until = closureUntil(end, serverNow(), endsToday)
    const input = { line: line.id, text: given(texts), until, reason: reason.trim() }
    const isDone = await act.run(async () => {
      await ask(closeLine, input)
      await seeLine(queries, line.id, ({ closure }) => closure !== null)
    })
    setAsking(false)
    if (!isDone) return
    toast({ text: words('line.closedNow', { line: name }) })
    onDone()
  }

  return (
    <section className="line-form">
      <h3>{words('line.close')}</h3>
      <p className="soft">{words('line.closeText')}</p>
      {languagesOf(line).map((language) => (
        <TextArea
          key={language}
          label={words('line.text', { language: languageNames[language] })}
          isOptional={language !== 'nl'}
          lang={language}
          value={texts[language]}
          onChange={(text) => setTexts({ ...texts, [language]: text })}
          error={
            isChecked && language === 'nl' && texts.nl.trim() === ''
              ? words('line.textMissing')
              : undefined
          }
        />
      ))}
      <UntilSelect value={end} onChange={setEnd} endsToday={endsToday} />
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
      <Button
        kind="danger"
        onPress={() => {
          setChecked(true)
          setAsking(isComplete)
        }}
      >
        {words('line.close')}
      </Button>
      <ConfirmDialog
        title={words('line.confirmTitle', { line: name })}
        confirmLabel={words('line.confirm')}
        kind="danger"
        isOpen={isAsking}
        isPending={act.isPending}
        onConfirm={() => void close()}
        onClose={() => setAsking(false)}
      >
        <p>{words('line.confirmText')}</p>
        <blockquote className="quote" lang="nl">
          {texts.nl}
        </blockquote>
      </ConfirmDialog>
    </section>
  )
}

type UntilProps = {
  value: ClosureEnd
  onChange: (end: ClosureEnd) => void
  endsToday: number | null
}

function UntilSelect({ value, onChange, endsToday }: UntilProps) {
  const words = useWords(regieWords)
  const formats = useFormats()
  function labelOf(end: ClosureEnd): string {
    if (end === 'opened') return words('line.untilOpened')
    if (end === 'today') return words('line.untilTime', { time: formats.time(endsToday ?? 0) })
    const minutes = Number(end)
    return minutes < 60
      ? words('line.untilMinutes', { minutes })
      : words('line.untilHours', { count: minutes / 60 })
  }
  return (
    <Select
      label={words('line.until')}
      options={endsOffered(serverNow(), endsToday).map((id) => ({ id, label: labelOf(id) }))}
      value={value}
      onChange={onChange}
    />
  )
}

/** Dutch always, and the other languages that the line speaks. */
const languagesOf = ({ languages }: Line): Language[] => [
  'nl',
  ...languages.filter((language) => language !== 'nl'),
]

/** The texts that were filled in. */
function given({ nl, ...others }: Texts) {
  const filled = Object.entries(others).filter(([, text]) => text.trim() !== '')
  return { nl: nl.trim(), ...Object.fromEntries(filled.map(([code, text]) => [code, text.trim()])) }
}
