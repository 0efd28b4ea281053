import { h } from '../dom.ts'
import { icon } from '../icon.ts'
import type { EmergencyNumbers } from '../kept.ts'
import { numbersList } from '../lists.ts'
import type { ChatWords } from './words/chat-words.ts'

/** The numbers to call at once, on top of everything; can be folded, never closed. */
export function emergencyBox(numbers: EmergencyNumbers, words: ChatWords): HTMLElement | null {
  if (numbers.length === 0) return null
  return h(
    'div',
    { class: 'danger', role: 'alert' },
    h(
      'details',
      { open: true },
      h('summary', {}, icon('alert'), words.danger),
      numbersList(numbers),
    ),
  )
}
