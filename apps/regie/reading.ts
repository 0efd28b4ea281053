import type { ContactView } from '../../server/modules/contacts/contract.ts'

export type Told = {
  contact: Pick<ContactView, 'channel' | 'state'>
  events: readonly { type: string }[]
}

/**
 * Whether a conversation may be read here, or why not (REGIE-6). Reading along while it goes on is
 * monitoring of staff, so it takes an emergency or abuse; afterwards a supervisor may read.
 */
export function mayRead(
  { contact, events }: Told,
  isSupervisor: boolean,
): 'yes' | 'notYours' | 'notChat' | 'going' {
  if (!isSupervisor) return 'notYours'
  if (contact.channel !== 'chat') return 'notChat'
  const isOver = contact.state === 'over' || contact.state === 'closed'
  const isGrave = events.some(({ type }) => type === 'emergencyRaised' || type === 'abuseRaised')
  return isOver || isGrave ? 'yes' : 'going'
}
