import { type Route, route, staffOf } from '../../kit/http.ts'
import { must } from '../../kit/must.ts'
import { audit, me, people } from './contract.ts'
import { readAudit, readPeople } from './store.ts'

const peopleAtOnce = 200

export const routes: Route[] = [
  route(me, async ({ tx, caller }) => {
    const [person] = await readPeople(tx, { only: staffOf(caller), limit: 1 })
    const until = caller.kind === 'staff' ? caller.until : undefined
    return { ...must(person, 'staff row'), until: must(until, 'end of session') }
  }),
  route(people, async ({ tx, input }) => {
    const found = await readPeople(tx, { search: input.search, limit: peopleAtOnce + 1 })
    return { people: found.slice(0, peopleAtOnce), more: found.length > peopleAtOnce }
  }),
  route(audit, async ({ tx, input: { staff, aboutKind, aboutId, before, limit } }) => {
    const about =
      aboutKind !== undefined && aboutId !== undefined
        ? { kind: aboutKind, id: aboutId }
        : undefined
    const found = await readAudit(tx, { staff, about, before, limit: limit + 1 })
    return { entries: found.slice(0, limit), more: found.length > limit }
  }),
]
