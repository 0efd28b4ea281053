import { useWords } from '../shared/words/book.ts'
import { deskWords } from '../shared/words/desk.ts'
import type { CannedAnswer } from './canned.ts'

type CannedListProps = {
  found: readonly CannedAnswer[]
  current: CannedAnswer | undefined
  listId: string
  /** The answer as it will stand in the field. */
  fill: (answer: CannedAnswer) => string
  pick: (answer: CannedAnswer) => void
}

/** The canned answers that fit; the cursor stays in the field. */
export function CannedList({ found, current, listId, fill, pick }: CannedListProps) {
  const words = useWords(deskWords)
  return (
    <div className="desk-canned">
      <div
        role="listbox"
        id={listId}
        tabIndex={0}
        aria-label={words('write.canned')}
        className="desk-canned-list"
      >
        {found.map((answer) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
          <div
            key={answer.id}
            role="option"
            tabIndex={-1}
            id={`${listId}-${answer.id}`}
            aria-selected={answer === current}
            className="ui-option"
            ref={
              answer === current ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null
            }
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(answer)}
          >
            <span className="ui-option-text">
              <span>{answer.title}</span>
              <small className="desk-cut">{fill(answer)}</small>
            </span>
          </div>
        ))}
      </div>
      <p className="desk-soft">{words('write.cannedHelp')}</p>
    </div>
  )
}
