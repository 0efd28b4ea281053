import { sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import type { Channel, Language } from './decision/world.ts'
import { leaveAloneMs } from './limits.ts'

/** A contact that waits, as `contacts` keeps it, with what routing derives from its history. */
export interface WaitingState {
  contact: string
  reference: string
  line: string
  queue: string
  channel: Channel
  language: Language
  urgent: boolean
  openedAt: number
  /** Since the last time it came to wait. */
  waitingSince: number
  /** Since it is waiting as it waits now: an offer that came to nothing starts it anew. */
  stateSince: number
  /** The colleague it was transferred to. */
  onlyStaff: string | null
  /** Who declined it or let it pass, and until when they are left alone with it. */
  spared: ReadonlyMap<string, number>
  /** The highest overflow step of its queue that has been opened for it; 0 when none has. */
  overflowed: number
}

/** Contacts that wait, or those of `ids` that do. `now` is epoch ms. */
export async function readWaiting(
  tx: Tx,
  now: number,
  ids: readonly string[] | null = null,
): Promise<WaitingState[]> {
  const since = new Date(now - leaveAloneMs)
  const { rows } = await sql<{
    id: string
    reference: string
    line_id: string
    queue_id: string
    channel: Channel
    language: Language
    urgent: boolean
    opened_at: Date
    waiting_since: Date
    state_since: Date
    only_staff: string | null
    spared: { staff: string; at: string }[] | null
    overflowed: number | null
  }>`
    select c.*,
      (select jsonb_agg(jsonb_build_object('staff', e.staff_id, 'at', e.ended_at) order by e.ended_at)
        from engagement e where e.contact_id = c.id and e.ended_as = 'declined'
          and e.ended_at > ${since}) as spared,
      (select max((v.data ->> 'step')::int) from contact_event v where v.contact_id = c.id
        and v.type = 'overflowed' and v.data ->> 'queue' = c.queue_id::text) as overflowed
    from contact c where c.state = 'waiting'
      and ${ids === null ? sql`true` : sql`c.id = any (${ids}::uuid[])`}
    order by c.opened_at, c.id`.execute(tx.q)
  return rows.map((row) => ({
    contact: row.id,
    reference: row.reference,
    line: row.line_id,
    queue: row.queue_id,
    channel: row.channel,
    language: row.language,
    urgent: row.urgent,
    openedAt: row.opened_at.getTime(),
    waitingSince: row.waiting_since.getTime(),
    stateSince: row.state_since.getTime(),
    onlyStaff: row.only_staff,
    spared: new Map(
      (row.spared ?? []).map(({ staff, at }) => [staff, Date.parse(at) + leaveAloneMs]),
    ),
    overflowed: row.overflowed ?? 0,
  }))
}

/** Everyone who ever had one of these contacts, or was offered it. */
export async function staffOfContacts(tx: Tx, contacts: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ staff: string }>`
    select distinct staff_id as staff from engagement
    where contact_id = any (${contacts}::uuid[])`.execute(tx.q)
  return rows.map(({ staff }) => staff)
}

/** One agent's part in one contact. */
export interface Part {
  contact: string
  engagement: string
  staff: string
}

/** Offers whose time is over, and conversations whose desk has been gone for `lostMs`. */
export async function readOverdue(
  tx: Tx,
  now: number,
  lostMs: number,
): Promise<{ lapsed: Part[]; deserted: Part[] }> {
  const { rows } = await sql<Part & { state: string }>`
    select contact_id as contact, id as engagement, staff_id as staff, state from engagement
    where state <> 'ended' and (
      (state = 'offered' and offer_until <= ${new Date(now)})
      or (state in ('active', 'hold') and disconnected_at <= ${new Date(now - lostMs)}))
    order by id`.execute(tx.q)
  const offered = (row: { state: string }) => row.state === 'offered'
  return {
    lapsed: rows.filter(offered),
    deserted: rows.filter((row) => !offered(row)),
  }
}

/** What an agent has open, oldest first. */
export async function openParts(
  tx: Tx,
  staff: string,
): Promise<(Part & { state: string; disconnected: boolean })[]> {
  const { rows } = await sql<Part & { state: string; disconnected: boolean }>`
    select contact_id as contact, id as engagement, staff_id as staff, state,
      disconnected_at is not null as disconnected
    from engagement where staff_id = ${staff} and state <> 'ended'
    order by offered_at, id`.execute(tx.q)
  return rows
}

/** Keeps the reason of an offer, in codes and numbers. */
export async function insertOffer(
  tx: Tx,
  offer: { engagement: string; contact: string; epoch: number; because: Record<string, unknown> },
): Promise<void> {
  await tx.q
    .insertInto('offer')
    .values({
      engagement_id: offer.engagement,
      contact_id: offer.contact,
      epoch: offer.epoch,
      because: JSON.stringify(offer.because),
    })
    .execute()
}

/** The reasons of all offers of a contact, in the order in which they were made. */
export async function readOffers(
  tx: Tx,
  contact: string,
): Promise<{ engagement: string; epoch: number; because: Record<string, unknown> }[]> {
  const { rows } = await sql<{
    engagement: string
    epoch: number
    because: Record<string, unknown>
  }>`select engagement_id as engagement, epoch, because from offer
    where contact_id = ${contact} order by engagement_id`.execute(tx.q)
  return rows
}
