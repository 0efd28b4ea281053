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
  const id = useId()
  const { me } = useDesk()
  const answers = useCanned(contact.line)
  const blanks = useBlanks(contact, me)
  const [caret, setCaret] = useState<number | null>(null)
  const [at, setAt] = useState(0)
  const asked = caret === null ? null : cannedAt(text, caret)
  const found = asked ? findCanned(answers, asked.query) : []
  const isOpen = found.length > 0
  const current = found[Math.min(at, found.length - 1)]

  const follow = () => {
    setCaret(field.current?.selectionStart ?? null)
    setAt(0)
  }

  function pick(answer: CannedAnswer): void {
    if (!asked || caret === null) return
    const filled = fillCanned(answer, contact.language, blanks)
    put(text.slice(0, asked.from) + filled + text.slice(caret))
    setCaret(null)
    field.current?.focus()
  }

  /** Puts a slash where the cursor is, which opens the whole list. */
  function openAll(): void {
    const place = field.current?.selectionStart ?? text.length
    const gap = place > 0 && !/\s/.test(text[place - 1] ?? '') ? ' /' : '/'
    put(text.slice(0, place) + gap + text.slice(place))
    setCaret(place + gap.length)
    setAt(0)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(place + gap.length, place + gap.length)
    })
  }

  /** True when the key was for the list. */
  function onKey(key: string): boolean {
    if (!isOpen || !current) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    if (step !== undefined) setAt((at + step + found.length) % found.length)
    else if (key === 'Enter' || key === 'Tab') pick(current)
    else if (key === 'Escape') setCaret(null)
    else return false
    return true
  }

  return {
    isOpen,
    found,
    current,
    listId: id,
    language: contact.language,
    pick,
    follow,
    openAll,
    onKey,
    fieldProps:
      isOpen && current
        ? {
            'aria-autocomplete': 'list' as const,
            'aria-controls': id,
            'aria-activedescendant': `${id}-${current.id}`,
          }
        : {},
  }
}
