import type { z } from 'zod'
import type { auditEntry } from '../../server/modules/access/contract.ts'
import { Badge } from '../shared/ui/badge.tsx'
import { IconButton } from '../shared/ui/icon-button.tsx'
import { Table, type TableColumn } from '../shared/ui/table.tsx'
import { useWords, type Words } from '../shared/words/book.ts'
import { useFormats } from '../shared/words/format.ts'
import { regieNl } from '../shared/words/regie.nl.ts'
import { regieWords } from '../shared/words/regie.ts'

export type Entry = z.output<typeof auditEntry>
export type About = NonNullable<Entry['about']>

type TrailTableProps = {
  entries: readonly Entry[]
  onFilter: (about: About) => void
  isFiltered: boolean
}

const tones = { did: 'info', read: undefined, refused: 'warn' } as const

/** The entries of the trail; what one is about can be chosen as filter. */
export function TrailTable({ entries, onFilter, isFiltered }: TrailTableProps) {
  const words = useWords(regieWords)
  const formats = useFormats()
  const names = new Map(entries.map(({ staff, name }) => [staff, name]))
  const subject = (about: About) =>
    (about.kind === 'staff' && names.get(about.id)) || subjectText(about, words)
  const columns: TableColumn<Entry>[] = [
    {
      id: 'when',
      title: words('trail.when'),
      cell: ({ at }) => (
        <time dateTime={new Date(at).toISOString()} className="ui-figures">
          {formats.shortDay(at)} {formats.exactTime(at)}
        </time>
      ),
    },
    {
      id: 'who',
      title: words('trail.who'),
      isRowHeader: true,
      cell: ({ staff, name }) => name ?? words(staff === null ? 'trail.nobody' : 'trail.hidden'),
    },
    {
      id: 'kind',
      title: words('trail.kind'),
      cell: ({ kind }) => {
        const tone = tones[kind]
        return <Badge {...(tone ? { tone } : {})}>{words(`trail.${kind}`)}</Badge>
      },
    },
    {
      id: 'action',
      title: words('trail.action'),
      cell: ({ action }) => <span title={action}>{actionText(action, words)}</span>,
    },
    {
      id: 'about',
      title: words('trail.about'),
      cell: ({ about }) =>
        about &&
        about.id !== '' && (
          <span className="about">
            <span title={about.id}>{subject(about)}</span>
            {!isFiltered && (
              <IconButton
                icon="search"
                label={words('trail.only', { about: subject(about) })}
                onPress={() => onFilter(about)}
              />
            )}
          </span>
        ),
    },
  ]
  return (
    <Table
      caption={words('trail.title')}
      columns={columns}
      rows={entries}
      rowId={({ id }) => id}
      isMarked={({ kind }) => kind === 'refused'}
    />
  )
}

type RegieWords = Words<typeof regieNl>

/** `contacts.timeline` in words; what has none is shown as it is called. */
export function actionText(action: string, words: RegieWords): string {
  const [module = '', name = ''] = action.split('.')
  const known: Record<string, Record<string, string>> = regieNl.trail.what
  if (known[module]?.[name] === undefined) return action
  return (words as (key: string) => string)(`trail.what.${action}`)
}

/** What an entry is about: its kind in words, and enough of its id to tell it from others. */
export function subjectText({ kind, id }: About, words: RegieWords): string {
  const known = kind in regieNl.trail.subject
  const name = known ? words(`trail.subject.${kind as keyof typeof regieNl.trail.subject}`) : kind
  return `${name} ${id.length === 36 ? `…${id.slice(-6)}` : id}`.trim()
}
