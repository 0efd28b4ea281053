import { type ReactNode, useState } from 'react'
import { Button } from 'react-aria-components'
import { useWords } from '../words/book.ts'
import { commonWords } from '../words/common.ts'
import { Icon } from './icon.tsx'

export type TableColumn<Row> = {
  id: string
  title: string
  cell: (row: Row) => ReactNode
  /** Numbers and durations stand at the end, under each other. */
  align?: 'start' | 'end'
  /** Order from low to high; a column without it cannot be sorted. */
  compare?: (a: Row, b: Row) => number
  /** Names the row for those who hear it; give one column this. */
  isRowHeader?: boolean
}

export type TableProps<Row> = {
  caption: string
  columns: readonly TableColumn<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
  /** Shown instead of rows when there are none. */
  empty?: ReactNode
  /** Marks a row that asks attention. */
  isMarked?: (row: Row) => boolean
}

export type Sort = { column: string; down: boolean }

/** Rows of facts, with a header that stays. Buttons and links go in the cells. */
export function Table<Row>({ caption, columns, rows, rowId, empty, isMarked }: TableProps<Row>) {
  const [sort, setSort] = useState<Sort | null>(null)
  const compare = columns.find(({ id }) => id === sort?.column)?.compare
  const shown = compare ? rows.toSorted((a, b) => compare(a, b) * (sort?.down ? -1 : 1)) : rows
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
    // biome-ignore lint/a11y/useSemanticElements: a group, as a section would be a landmark
    <div className="ui-table" role="group" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="ui-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={rowId(row)} data-marked={isMarked?.(row) || undefined}>
              {columns.map(({ id, align, isRowHeader, cell }) => {
                const Cell = isRowHeader ? 'th' : 'td'
                return (
                  <Cell key={id} data-align={align} {...(isRowHeader ? { scope: 'row' } : {})}>
                    {cell(row)}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && empty}
    </div>
  )
}

type HeadProps<Row> = {
  column: TableColumn<Row>
  sort: Sort | null
  onSort: (sort: Sort) => void
}

/** The title of a column; a button that sorts where the column can be compared. */
export function HeadCell<Row>({ column, sort, onSort }: HeadProps<Row>) {
  const words = useWords(commonWords)
  const { id, title, align, compare } = column
  const own = sort?.column === id ? sort : null
  if (!compare) {
    return (
      <th scope="col" data-align={align}>
        {title}
      </th>
    )
  }
  return (
    <th
      scope="col"
      data-align={align}
      aria-sort={own ? (own.down ? 'descending' : 'ascending') : 'none'}
    >
      <Button
        className="ui-sort"
        aria-label={words('sortBy', { column: title })}
        onPress={() => onSort({ column: id, down: own ? !own.down : false })}
      >
        {title}
        {own && <Icon name={own.down ? 'expand' : 'collapse'} />}
      </Button>
    </th>
  )
}
