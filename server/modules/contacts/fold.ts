import { must } from '../../kit/must.ts'
import { apply, opened } from './apply.ts'
import type { Contact, ContactEvent, Segment } from './contact.ts'

/** The contact and all its finished stretches, derived again from nothing but its log. */
export function fold(
  id: string,
  events: readonly ContactEvent[],
): { contact: Contact; segments: Segment[] } {
  const first = must(events[0], 'first event')
  if (first.type !== 'opened') throw new TypeError(`a log begins with opened, not ${first.type}`)
  let contact = opened(id, first.happenedAt, first.data)
  const segments: Segment[] = []
  for (const event of events.slice(1)) {
    const applied = apply(contact, event)
    contact = applied.contact
    segments.push(...applied.segments)
  }
  return { contact, segments }
}
