import { useWords } from '../words/book.ts'
import { commonWords } from '../words/common.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

export type ErrorStateProps = {
  /** The number to quote, which finds the line in our log. */
  number?: string | undefined
  /** Instead of the common sentence, when more is known. */
  title?: string
  onRetry?: () => void
}

/** We were wrong: said plainly, with a number to quote and a way on. */
export function ErrorState({ number, title, onRetry }: ErrorStateProps) {
  const words = useWords(commonWords)
  return (
    <div className="ui-empty" role="alert">
      <Icon name="danger" />
      <p className="ui-empty-title">{title ?? words('error.title')}</p>
      {number && (
        <p>
          {words('error.text')} <strong className="ui-quote">{number}</strong>
        </p>
      )}
      {onRetry && <Button onPress={onRetry}>{words('retry')}</Button>}
    </div>
  )
}
