// Written from the catalog by `npm run schema`; the sources are the migrations beside it.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** Read as anything, to be parsed; written as an object, or as JSON text (arrays only so). */
export type Json = ColumnType<unknown, JsonInput, JsonInput>
export type GeneratedJson = ColumnType<unknown, JsonInput | undefined, JsonInput>
export type JsonInput = string | (object & { length?: never })

export interface Database {
  agent: {
    staff_id: string
    operator_id: string
    status: 'available' | 'break' | 'training' | 'meeting' | 'other' | 'signedOut'
    status_since: Date
    lost_at: Date | null
    version: Generated<number>
  }
  agent_event: {
    staff_id: string
    version: number
    seq: GeneratedAlways<number>
    xid: Generated<string>
    type: string
    data: Json
    actor_kind: string
    actor_id: string
    happened_at: Date
    recorded_at: Date
  }
  audit: {
    id: string
    at: Date
    staff_id: string | null
    action: string
    kind: 'did' | 'read' | 'refused'
    subject_kind: string | null
    subject_id: string | null
    detail: GeneratedJson
  }
  chat_access: {
    token_hash: Buffer
    contact_id: string
    ended_at: Date | null
  }
  chat_message: {
    contact_id: string
    number: number
    id: string
    author: 'citizen' | 'agent' | 'system'
    staff_id: string | null
    body: string | null
    file_id: string | null
    sent_at: Date
    delete_after: Date
    erased_at: Date | null
  }
  contact: {
    id: string
    reference: string
    line_id: string
    channel: 'chat' | 'call' | 'written'
    language: 'nl' | 'fr' | 'de' | 'en'
    state: 'waiting' | 'offered' | 'talking' | 'held' | 'over' | 'closed'
    version: number
    queue_id: string
    only_staff: string | null
    urgent: boolean
    opened_at: Date
    waiting_since: Date
    state_since: Date
    answered_at: Date | null
    citizen_lost_at: Date | null
    ended_as: string | null
    closed_at: Date | null
    phases: Json
  }
  contact_access: {
    contact_id: string
    scope_kind: 'line' | 'operator' | 'department' | 'staff'
    scope_id: string
    question_id: string | null
    granted_version: number
  }
  contact_event: {
    contact_id: string
    version: number
    seq: GeneratedAlways<number>
    xid: Generated<string>
    type: string
    type_version: Generated<number>
    actor_kind: 'citizen' | 'staff' | 'system'
    actor_id: string
    key: string
    engagement_id: string | null
    data: Json
    happened_at: Date
    recorded_at: Date
  }
  contact_note: {
    id: string
    contact_id: string
    question_id: string | null
    staff_id: string
    purpose: string
    body: string | null
    made_at: Date
    delete_after: Date
    erased_at: Date | null
  }
  department: {
    id: string
    code: string
  }
  done_operation: {
    caller: string
    key: string
    operation: string
    input_hash: Buffer
    result: Json | null
    at: Date
  }
  draft: {
    staff_id: string
    contact_id: string
    body: string
    saved_at: Date
  }
  emergency_note: {
    contact_id: string
    staff_id: string
    at: Date
  }
  engagement: {
    id: string
    contact_id: string
    staff_id: string
    operator_id: string | null
    queue_id: string
    state: 'offered' | 'active' | 'hold' | 'wrapUp' | 'ended'
    question_id: string
    offered_at: Date
    offer_until: Date | null
    accepted_at: Date | null
    ended_at: Date | null
    ended_as: string | null
    phase_since: Date
    disconnected_at: Date | null
  }
  file: {
    id: string
    contact_id: string
    name: string | null
    type: string
    size: number
    content: Buffer | null
    made_at: Date
    delete_after: Date
    erased_at: Date | null
  }
  first_administrator: {
    one: Generated<boolean>
    staff_id: string
    since: Date
  }
  follower: {
    name: string
    log: string
    xid: Generated<string>
    seq: Generated<number>
  }
  lease: {
    name: string
    holder: string
    epoch: number
    until: Date
  }
  line: {
    id: string
    code: string
    department_id: string | null
  }
  line_operator: {
    line_id: string
    operator_id: string
    valid_from: Date
    valid_until: Date | null
  }
  line_theme: {
    line_id: string
    theme_id: string
    position: Generated<number>
  }
  node: {
    id: string
    name: string
    started_at: Date
    beat_at: Date
  }
  offer: {
    engagement_id: string
    contact_id: string
    epoch: number
    because: Json
  }
  oidc_provider_item: {
    kind: string
    id: string
    payload: Json
    uid: string | null
    grant_id: string | null
    consumed_at: Date | null
    expires_at: Date | null
  }
  operator: {
    id: string
    code: string
  }
  presence: {
    subject: string
    node: string
    since: Date
  }
  question: {
    id: string
    contact_id: string
    number: number
    theme_id: string | null
    department_id: string | null
    outcome: string | null
    destination: string | null
    outcome_at: Date | null
  }
  queue: {
    id: string
    code: string
    line_id: string
  }
  satisfaction: {
    contact_id: string
    friendly: number | null
    correct: number | null
    helped: number | null
    at: Date
  }
  segment: {
    engagement_id: string
    number: number
    staff_id: string
    contact_id: string
    question_id: string
    phase: 'active' | 'hold' | 'wrapUp'
    from_at: Date
    until_at: Date
  }
  session: {
    id_hash: Buffer
    staff_id: string
    created_at: Date
    seen_at: Date
    expires_at: Date
    ended_at: Date | null
    id_token: string | null
  }
  setting: {
    id: string
    kind: string
    subject: string
    value: Json
    public: boolean
    line_id: string | null
    department_id: string | null
    valid_from: Date
    made_at: Date
    made_by: string | null
    reason: string | null
  }
  sign_in: {
    state_hash: Buffer
    nonce: string
    verifier: string
    return_to: string
    expires_at: Date
  }
  staff: {
    id: string
    issuer: string
    subject: string
    given_name: string
    family_name: string
    alias: string | null
    email: string | null
    created_at: Date
    signed_in_at: Date | null
  }
  staff_grant: {
    staff_id: string
    role: 'agent' | 'supervisor' | 'editor' | 'contentDesigner' | 'expert' | 'contactCentreExpert' | 'client' | 'administrator' | 'privacyOfficer'
    scope_kind: 'all' | 'operator' | 'line' | 'department'
    scope_code: Generated<string>
    since: Date
  }
  staff_skill: {
    staff_id: string
    skill: string
    level: number
    valid_from: Date
    valid_until: Date | null
  }
  standing: {
    contact_id: string
    position: number
    expected_wait_ms: number | null
    at: Date
  }
  theme: {
    id: string
    code: string
    department_id: string
  }
}
