import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { audit, people } from '../../server/modules/access/contract.ts'
import { ask } from '../shared/client.ts'
import { numberOf } from '../shared/trouble.ts'
import { Button } from '../shared/ui/button.tsx'
import { ComboBox } from '../shared/ui/combo-box.tsx'
import { EmptyState } from '../shared/ui/empty-state.tsx'
import { ErrorState } from '../shared/ui/error-state.tsx'
import { Loading } from '../shared/ui/loading.tsx'
import { useWords } from '../shared/words/book.ts'
import { regieWords } from '../shared/words/regie.ts'
import { type Me, seesTrail } from './me.ts'
import { type About, type Entry, subjectText, TrailTable } from './trail-table.tsx'

const atOnce = 50

/** Who did and who read what: all of it for those who guard it, one's own for everybody else. */
export function TrailPage({ me }: { me: Me }) {
  const words = useWords(regieWords)
  const isWhole = seesTrail(me)
  const [staff, setStaff] = useState<string | null>(null)
  const [about, setAbout] = useState<About | null>(null)
  const trail = useInfiniteQuery({
    queryKey: ['trail', staff, about],
    queryFn: ({ signal, pageParam }) =>
      ask(
        audit,
        {
          limit: atOnce,
          ...(staff ? { staff } : {}),
          ...(about ? { aboutKind: about.kind, aboutId: about.id } : {}),
          ...(pageParam ? { before: pageParam } : {}),
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ more, entries }) => (more ? (entries.at(-1)?.id ?? null) : null),
    staleTime: 0,
  })
  const entries: Entry[] | undefined = trail.data?.pages.flatMap((page) => page.entries)
  return (
    <div className="trail">
      <h1>{words(isWhole ? 'trail.title' : 'trail.titleMine')}</h1>
      <p className="soft">{words(isWhole ? 'trail.lead' : 'trail.leadMine')}</p>
      <div className="trail-filter">
        {isWhole && <PersonFilter value={staff} onChange={setStaff} />}
        {about && (
          <p>
            {words('trail.filtered', { about: subjectText(about, words) })}{' '}
            <Button icon="close" kind="quiet" onPress={() => setAbout(null)}>
              {words('trail.clear')}
            </Button>
          </p>
        )}
      </div>
      {trail.error && (
        <ErrorState number={numberOf(trail.error)} onRetry={() => void trail.refetch()} />
      )}
      {!entries && !trail.error && <Loading lines={10} />}
      {entries?.length === 0 && <EmptyState icon="shield" title={words('trail.empty')} />}
      {entries && entries.length > 0 && (
        <TrailTable entries={entries} onFilter={setAbout} isFiltered={about !== null} />
      )}
      {trail.hasNextPage && (
        <Button isPending={trail.isFetchingNextPage} onPress={() => void trail.fetchNextPage()}>
          {words('trail.more')}
        </Button>
      )}
    </div>
  )
}

type PersonFilterProps = { value: string | null; onChange: (staff: string | null) => void }

function PersonFilter({ value, onChange }: PersonFilterProps) {
  const words = useWords(regieWords)
  const found = useQuery({
    queryKey: ['people'],
    queryFn: ({ signal }) => ask(people, {}, { signal }),
    staleTime: 300_000,
  })
  if (!found.data) return null
  return (
    <ComboBox
      label={words('trail.person')}
      placeholder={words('trail.everyone')}
      options={found.data.people.map(({ id, givenName, familyName }) => ({
        id,
        label: `${givenName} ${familyName}`,
      }))}
      value={value}
      onChange={onChange}
    />
  )
}
