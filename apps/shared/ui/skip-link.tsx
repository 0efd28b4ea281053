import { useWords } from '../words/book.ts'
import { commonWords } from '../words/common.ts'

/** The first stop of the Tab key: past the bar, to `#content`. */
export function SkipLink() {
  const words = useWords(commonWords)
  return (
    <a href="#content" className="ui-skip">
      {words('skip')}
    </a>
  )
}
