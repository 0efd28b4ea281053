import { useShortcuts } from '../shared/ui/shortcuts.ts'
import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import { useDesk } from './desk-context.ts'
import { isOffer } from './work.ts'

/** The keys that lead from one conversation to another. */
export function DeskKeys() {
  const words = useWords(deskWords)
  const { works, chosen, choose } = useDesk()
  const inHand = works.filter((work) => !isOffer(work)).map(({ engagement }) => engagement.id)
  const at = chosen ? inHand.indexOf(chosen.engagement.id) : -1
  const group = words('act.group')
  const step = (by: number) => choose(inHand[(at + by + inHand.length) % inHand.length] ?? null)
  useShortcuts([
    {
      id: 'next',
      title: words('act.next'),
      group,
      keys: 'alt+arrowdown',
      isDisabled: inHand.length < 2,
      run: () => step(1),
    },
    {
      id: 'previous',
      title: words('act.previous'),
      group,
      keys: 'alt+arrowup',
      isDisabled: inHand.length < 2,
      run: () => step(-1),
    },
    ...inHand.slice(0, 9).map((engagement, index) => ({
      id: `jump-${index + 1}`,
      title: words('act.jump', { number: index + 1 }),
      group,
      keys: `alt+${index + 1}`,
      run: () => choose(engagement),
    })),
  ])
  return null
}
