import { type FormEvent, type Ref, useState } from 'react'
import { find } from '../../server/modules/contacts/contract.ts'
import { ask } from '../shared/client.ts'
import { RefusalError } from '../shared/client-error.ts'
import { troubleOf } from '../shared/trouble.ts'
import { IconButton } from '../shared/ui/icon-button.tsx'
import { TextField } from '../shared/ui/text-field.tsx'
import { useWords } from '../shared/words/book.ts'
import { commonWords } from '../shared/words/common.ts'
import { regieWords } from '../shared/words/regie.ts'
import { goTo } from './place.ts'

const digitsOfReference = 10

/** Opens the contact with a reference that somebody reads aloud. */
export function ReferenceSearch({ inputRef }: { inputRef: Ref<HTMLInputElement> }) {
  const words = useWords(regieWords)
  const common = useWords(commonWords)
  const [text, setText] = useState('')
  const [trouble, setTrouble] = useState<string>()
  const [isPending, setPending] = useState(false)

  async function search(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (isPending || text.trim() === '') return
    if (text.replace(/\D/g, '').length !== digitsOfReference) {
      setTrouble(words('search.incomplete'))
      return
    }
    setPending(true)
    try {
      const { contact } = await ask(find, { reference: text })
      setText('')
      goTo({ page: 'contact', contact })
    } catch (error) {
      const isUnknown = error instanceof RefusalError && error.status === 404
      setTrouble(isUnknown ? words('search.none') : troubleOf(error, common))
    } finally {
      setPending(false)
    }
  }

  return (
    <search>
      <form className="search" onSubmit={(event) => void search(event)}>
        <TextField
          label={words('search.label')}
          isLabelHidden
          placeholder={words('search.placeholder')}
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onChange={(typed) => {
            setText(typed)
            setTrouble(undefined)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur()
          }}
          inputRef={inputRef}
          error={trouble}
        />
        <IconButton icon="search" label={words('search.go')} type="submit" isPending={isPending} />
      </form>
    </search>
  )
}
