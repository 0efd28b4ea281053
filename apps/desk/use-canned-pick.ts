import { type RefObject, useId, useState } from 'react'
import type { ContactView } from '../../server/modules/contacts/contract.ts'
import { type CannedAnswer, cannedAt, fillCanned, findCanned } from './canned.ts'
import { useDesk } from './desk-context.ts'
import { useBlanks, useCanned } from './known.ts'

/**
 * Choosing a canned answer without leaving the field: a slash and a few letters, arrows, Enter. The
 * answer comes in the language of the contact, in the place of what was typed to find it.
 */
export function useCannedPick(
  contact: ContactView,
  text: string,
  field: RefObject<HTMLTextAreaElement | null>,
  put: (text: string) => void,
) {
  const listId = useId()
  const { me } = useDesk()
  const answers = useCanned(contact.line)
  const blanks = useBlanks(contact, me)
  const [caret, setCaret] = useState<number | null>(null)
  const [at, setAt] = useState(0)
  const asked = caret === null ? null : cannedAt(text, caret)
  const found = asked ? findCanned(answers, asked.query) : []
  const current = found[Math.min(at, found.length - 1)]

  function look(place: number | null): void {
    setCaret(place)
    setAt(0)
  }

  const fill = (answer: CannedAnswer) => fillCanned(answer, contact.language, blanks)

  function pick(answer: CannedAnswer): void {
    if (!asked || caret === null) return
    put(text.slice(0, asked.from) + fill(answer) + text.slice(caret))
    look(null)
    field.current?.focus()
  }

  /** Puts a slash where the cursor is, which opens the whole list. */
  function openAll(): void {
    const place = field.current?.selectionStart ?? text.length
    const gap = /\S$/.test(text.slice(0, place)) ? ' /' : '/'
    const after = place + gap.length
    put(text.slice(0, place) + gap + text.slice(place))
    look(after)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(after, after)
    })
  }

  /** True when the key was for the list. */
  function onKey(key: string): boolean {
    if (!current) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    if (step !== undefined) setAt((at + step + found.length) % found.length)
    else if (key === 'Enter' || key === 'Tab') pick(current)
    else if (key === 'Escape') look(null)
    else return false
    return true
  }

  return {
    ...{ isOpen: current !== undefined, found, current, listId, fill },
    ...{ pick, openAll, onKey },
    follow: () => look(field.current?.selectionStart ?? null),
    fieldProps: current ? controls(listId, current.id) : {},
  }
}

/** Tells assistive technology which option of which list the field stands at. */
const controls = (listId: string, answer: string) => ({
  'aria-autocomplete': 'list' as const,
  'aria-controls': listId,
  'aria-activedescendant': `${listId}-${answer}`,
})
