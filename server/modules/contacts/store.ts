import { type Insertable, type Selectable, sql } from 'kysely'
import type { Tx } from '../../kit/db.ts'
import { newReference } from '../../kit/ids.ts'
import type { Database } from '../../migrations/tables.ts'
import type { Contact, ContactEvent, Engagement, Phases, Question, Segment } from './contact.ts'

const ms = (instant: Date | null): number | null => instant?.getTime() ?? null
const date = (instant: number): Date => new Date(instant)
const dateOrNull = (instant: number | null): Date | null =>
  instant === null ? null : date(instant)

/** The contact, its row locked until the end of the transaction; null when not there or not seen. */
export async function lockContact(tx: Tx, id: string): Promise<Contact | null> {
  const row = await tx.q
    .selectFrom('contact')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? whole(tx, row) : null
}

/** The contact as it stands; null when not there or not seen. */
export async function readContact(tx: Tx, id: string): Promise<Contact | null> {
  const row = await tx.q.selectFrom('contact').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? whole(tx, row) : null
}

async function whole(tx: Tx, row: Selectable<Database['contact']>): Promise<Contact> {
  const questions = await tx.q
    .selectFrom('question')
    .selectAll()
    .where('contact_id', '=', row.id)
    .orderBy('number')
    .execute()
  const engagements = await tx.q
    .selectFrom('engagement')
    .selectAll()
    .where('contact_id', '=', row.id)
    .orderBy('offered_at')
    .orderBy('id')
    .execute()
  return {
    id: row.id,
    version: row.version,
    reference: row.reference,
    line: row.line_id,
    channel: row.channel as Contact['channel'],
    language: row.language as Contact['language'],
    state: row.state as Contact['state'],
    stateSince: row.state_since.getTime(),
    phases: row.phases as unknown as Phases,
    queue: row.queue_id,
    onlyStaff: row.only_staff,
    urgent: row.urgent,
    openedAt: row.opened_at.getTime(),
    waitingSince: row.waiting_since.getTime(),
    answeredAt: ms(row.answered_at),
    citizenLostAt: ms(row.citizen_lost_at),
    endedAs: row.ended_as as Contact['endedAs'],
    closedAt: ms(row.closed_at),
    questions: questions.map(asQuestion),
    engagements: engagements.map(asEngagement),
  }
}

function asQuestion(row: Selectable<Database['question']>): Question {
  return {
    id: row.id,
    number: row.number,
    theme: row.theme_id,
    department: row.department_id,
    outcome: row.outcome as Question['outcome'],
    destination: row.destination,
    outcomeAt: ms(row.outcome_at),
  }
}

function asEngagement(row: Selectable<Database['engagement']>): Engagement {
  return {
    id: row.id,
    staff: row.staff_id,
    operator: row.operator_id,
    queue: row.queue_id,
    state: row.state as Engagement['state'],
    question: row.question_id,
    offeredAt: row.offered_at.getTime(),
    offerUntil: ms(row.offer_until),
    acceptedAt: ms(row.accepted_at),
    endedAt: ms(row.ended_at),
    endedAs: row.ended_as as Engagement['endedAs'],
    phaseSince: row.phase_since.getTime(),
    disconnectedAt: ms(row.disconnected_at),
  }
}

function contactRow(contact: Contact): Insertable<Database['contact']> {
  return {
    id: contact.id,
    version: contact.version,
    reference: contact.reference,
    line_id: contact.line,
    channel: contact.channel,
    language: contact.language,
    state: contact.state,
    state_since: date(contact.stateSince),
    phases: JSON.stringify(contact.phases),
    queue_id: contact.queue,
    only_staff: contact.onlyStaff,
    urgent: contact.urgent,
    opened_at: date(contact.openedAt),
    waiting_since: date(contact.waitingSince),
    answered_at: dateOrNull(contact.answeredAt),
    citizen_lost_at: dateOrNull(contact.citizenLostAt),
    ended_as: contact.endedAs,
    closed_at: dateOrNull(contact.closedAt),
  }
}

/** Writes a contact that was just opened. */
export async function insertContact(tx: Tx, contact: Contact): Promise<void> {
  await tx.q.insertInto('contact').values(contactRow(contact)).execute()
  await saveQuestions(tx, contact.id, contact.questions)
}

/** Writes what differs between two versions of a contact. */
export async function saveContact(tx: Tx, before: Contact, after: Contact): Promise<void> {
  const { id, ...row } = contactRow(after)
  await tx.q.updateTable('contact').set(row).where('id', '=', id).execute()
  await saveQuestions(
    tx,
    id,
    after.questions.filter((question) => !before.questions.includes(question)),
  )
  await saveEngagements(
    tx,
    id,
    after.engagements.filter((one) => !before.engagements.includes(one)),
  )
}

async function saveQuestions(tx: Tx, contact: string, questions: Question[]): Promise<void> {
  for (const question of questions) {
    const row = {
      theme_id: question.theme,
      department_id: question.department,
      outcome: question.outcome,
      destination: question.destination,
      outcome_at: dateOrNull(question.outcomeAt),
    }
    await tx.q
      .insertInto('question')
      .values({ id: question.id, contact_id: contact, number: question.number, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
  }
}

async function saveEngagements(tx: Tx, contact: string, engagements: Engagement[]): Promise<void> {
  for (const one of engagements) {
    const row = {
      state: one.state,
      question_id: one.question,
      accepted_at: dateOrNull(one.acceptedAt),
      ended_at: dateOrNull(one.endedAt),
      ended_as: one.endedAs,
      phase_since: date(one.phaseSince),
      disconnected_at: dateOrNull(one.disconnectedAt),
    }
    await tx.q
      .insertInto('engagement')
      .values({
        id: one.id,
        contact_id: contact,
        staff_id: one.staff,
        operator_id: one.operator,
        queue_id: one.queue,
        offered_at: date(one.offeredAt),
        offer_until: dateOrNull(one.offerUntil),
        ...row,
      })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
  }
}

/** Adds finished stretches of agents' time. */
export async function addSegments(tx: Tx, contact: string, segments: Segment[]): Promise<void> {
  for (const segment of segments) {
    await sql`insert into segment (engagement_id, number, staff_id, contact_id, question_id, phase, from_at, until_at)
      select ${segment.engagement}, count(*), ${segment.staff}, ${contact}, ${segment.question},
        ${segment.phase}, ${date(segment.from)}, ${date(segment.until)}
      from segment where engagement_id = ${segment.engagement}`.execute(tx.q)
  }
}

export interface By {
  kind: 'citizen' | 'staff' | 'system'
  id: string
}

/** Appends one event to the log. */
export async function appendEvent(
  tx: Tx,
  at: { contact: string; version: number; key: string; by: By; recordedAt: number },
  event: ContactEvent,
): Promise<void> {
  await tx.q
    .insertInto('contact_event')
    .values({
      contact_id: at.contact,
      version: at.version,
      type: event.type,
      actor_kind: at.by.kind,
      actor_id: at.by.id,
      key: at.key,
      engagement_id: event.engagement,
      data: JSON.stringify(event.data),
      happened_at: date(event.happenedAt),
      recorded_at: date(at.recordedAt),
    })
    .execute()
}

/** What was recorded for this contact under a key, and by whom; null when nothing was. */
export async function eventOfKey(
  tx: Tx,
  contact: string,
  key: string,
): Promise<{ type: string; by: By } | null> {
  const row = await tx.q
    .selectFrom('contact_event')
    .select(['type', 'actor_kind', 'actor_id'])
    .where('contact_id', '=', contact)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!row) return null
  return { type: row.type, by: { kind: row.actor_kind as By['kind'], id: row.actor_id } }
}

export type LoggedEvent = ContactEvent & { version: number; by: By; recordedAt: number }

/** The events of a contact after `version`, in order. */
export async function eventsAfter(
  tx: Tx,
  contact: string,
  version: number,
): Promise<LoggedEvent[]> {
  const rows = await tx.q
    .selectFrom('contact_event')
    .selectAll()
    .where('contact_id', '=', contact)
    .where('version', '>', version)
    .orderBy('version')
    .execute()
  return rows.map(asEvent)
}

/** A row of the log as an event. */
export function asEvent(row: Selectable<Database['contact_event']>): LoggedEvent {
  return {
    type: row.type,
    data: row.data,
    engagement: row.engagement_id,
    happenedAt: row.happened_at.getTime(),
    version: row.version,
    by: { kind: row.actor_kind, id: row.actor_id },
    recordedAt: row.recorded_at.getTime(),
  } as LoggedEvent
}

/** Lets a line, an operator, a department or one person see a contact from this version on. */
export async function grantAccess(
  tx: Tx,
  contact: string,
  scope: { kind: 'line' | 'operator' | 'department' | 'staff'; id: string },
  version: number,
): Promise<void> {
  await tx.q
    .insertInto('contact_access')
    .values({
      contact_id: contact,
      scope_kind: scope.kind,
      scope_id: scope.id,
      granted_version: version,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The first names that may be shown, by staff id. */
export async function namesOf(tx: Tx, staff: string[]): Promise<Record<string, string>> {
  const { rows } = await sql<{ id: string; name: string | null }>`
    select id, shown_name(id) as name from unnest(${[...new Set(staff)]}::uuid[]) as id`.execute(
    tx.q,
  )
  return Object.fromEntries(rows.map((row) => [row.id, row.name ?? '?']))
}

/** How many wait in a queue now. Under row-level security: ask as the system. */
export async function waitingIn(tx: Tx, queue: string): Promise<number> {
  const row = await tx.q
    .selectFrom('contact')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('queue_id', '=', queue)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return Number(row?.waiting ?? 0)
}

/** A new reference that no contact has yet. Ask as the system: people see only their own. */
export async function freeReference(tx: Tx): Promise<string> {
  for (;;) {
    const reference = newReference()
    const taken = await tx.q
      .selectFrom('contact')
      .select('id')
      .where('reference', '=', reference)
      .executeTakeFirst()
    if (!taken) return reference
  }
}

/** The id of the contact with a reference, however its digits are set apart; null when not seen. */
export async function contactOfReference(tx: Tx, reference: string): Promise<string | null> {
  const digits = reference.replace(/\D/g, '')
  const whole = `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`
  const row = await tx.q
    .selectFrom('contact')
    .select('id')
    .where('reference', '=', whole)
    .executeTakeFirst()
  return row?.id ?? null
}

/** A conversation that goes on, and since when we have lost its citizen (epoch ms), if we have. */
export interface Ongoing {
  id: string
  state: Contact['state']
  openedAt: number
  citizenLostAt: number | null
}

/** The conversations over one channel that are not over. */
export async function ongoingOver(tx: Tx, channel: Contact['channel']): Promise<Ongoing[]> {
  const rows = await tx.q
    .selectFrom('contact')
    .select(['id', 'state', 'opened_at', 'citizen_lost_at'])
    .where('state', 'in', ['waiting', 'offered', 'talking', 'held'])
    .where('channel', '=', channel)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    openedAt: row.opened_at.getTime(),
    citizenLostAt: ms(row.citizen_lost_at),
  }))
}
