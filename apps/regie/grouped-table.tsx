import { type ReactNode, useState } from 'react'
import { HeadCell, type Sort, type TableColumn } from '../shared/ui/table.tsx'

export type RowGroup<Row> = {
  id: string
  /** What the rows have in common; without it the group has no row of its own. */
  title?: ReactNode
  /** What the group itself says in a column, such as a total; else the title takes the whole width. */
  cell?: (column: string) => ReactNode
  rows: readonly Row[]
}

type GroupedTableProps<Row> = {
  caption: string
  columns: readonly TableColumn<Row>[]
  groups: readonly RowGroup<Row>[]
  rowId: (row: Row) => string
  isMarked?: (row: Row) => boolean
}

/** A Table whose rows stand in groups; sorting keeps the groups and orders the rows in them. */
export function GroupedTable<Row>(props: GroupedTableProps<Row>) {
  const { caption, columns, groups } = props
  const [sort, setSort] = useState<Sort | null>(null)
  const compare = columns.find(({ id }) => id === sort?.column)?.compare
  const inOrder = (rows: readonly Row[]) =>
    compare ? rows.toSorted((a, b) => compare(a, b) * (sort?.down ? -1 : 1)) : rows
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
        {groups.map((group) => (
          <tbody key={group.id}>
            {group.title !== undefined && <GroupRow group={group} columns={columns} />}
            {inOrder(group.rows).map((row) => (
              <PlainRow
                key={props.rowId(row)}
                row={row}
                columns={columns}
                isMarked={props.isMarked}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

type Columns<Row> = { columns: readonly TableColumn<Row>[] }

function GroupRow<Row>({ group, columns }: Columns<Row> & { group: RowGroup<Row> }) {
  const { title, cell } = group
  return (
    <tr className="group">
      <th scope="rowgroup" {...(cell ? {} : { colSpan: columns.length })}>
        {title}
      </th>
      {cell &&
        columns.slice(1).map(({ id, align }) => (
          <td key={id} data-align={align}>
            {cell(id)}
          </td>
        ))}
    </tr>
  )
}

type PlainRowProps<Row> = Columns<Row> & {
  row: Row
  isMarked: ((row: Row) => boolean) | undefined
}

function PlainRow<Row>({ row, columns, isMarked }: PlainRowProps<Row>) {
  return (
    <tr data-marked={isMarked?.(row) || undefined}>
      {columns.map(({ id, align, isRowHeader, cell }) => {
        const Cell = isRowHeader ? 'th' : 'td'
        return (
          <Cell key={id} data-align={align} {...(isRowHeader ? { scope: 'row' } : {})}>
            {cell(row)}
          </Cell>
        )
      })}
    </tr>
  )
}
