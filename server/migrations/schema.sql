-- Listed from the catalog by `npm run schema`; the sources are the migrations beside it.

create table agent (
  staff_id uuid not null,
  operator_id uuid not null,
  status text not null,
  status_since timestamp with time zone not null,
  lost_at timestamp with time zone,
  version integer not null default 0,
  constraint agent_pkey PRIMARY KEY (staff_id),
  constraint agent_status_check CHECK (status = ANY (ARRAY['available'::text, 'break'::text, 'training'::text, 'meeting'::text, 'other'::text, 'signedOut'::text])),
  constraint agent_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operator(id),
  constraint agent_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
alter table agent enable row level security;
alter table agent force row level security;
create policy own on agent for insert to onthaal_app with check ((staff_id = ( SELECT app_staff() AS app_staff)));
create policy own_change on agent for update to onthaal_app using ((staff_id = ( SELECT app_staff() AS app_staff)));
create policy owner_all on agent for all to onthaal_owner using (true) with check (true);
create policy self_or_team on agent for select to onthaal_app using (((staff_id = ( SELECT app_staff() AS app_staff)) OR (( SELECT has_role(VARIADIC ARRAY['supervisor'::text, 'contactCentreExpert'::text]) AS has_role) AND (operator_id = ANY (( SELECT my_operators() AS my_operators)::uuid[])))));
create policy system_all on agent for all to onthaal_system using (true) with check (true);
grant insert, select, update on agent to onthaal_app;
grant delete, insert, select, update on agent to onthaal_system;

create table agent_event (
  staff_id uuid not null,
  version integer not null,
  seq bigint not null generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  type text not null,
  data jsonb not null,
  actor_kind text not null,
  actor_id text not null,
  happened_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  constraint agent_event_pkey PRIMARY KEY (staff_id, version),
  constraint agent_event_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
CREATE INDEX agent_event_xid_seq_idx ON public.agent_event USING btree (xid, seq);
alter table agent_event enable row level security;
alter table agent_event force row level security;
create policy own on agent_event for insert to onthaal_app with check ((staff_id = ( SELECT app_staff() AS app_staff)));
create policy owner_all on agent_event for all to onthaal_owner using (true) with check (true);
create policy self_or_team on agent_event for select to onthaal_app using (((staff_id = ( SELECT app_staff() AS app_staff)) OR (( SELECT has_role(VARIADIC ARRAY['supervisor'::text]) AS has_role) AND (staff_id = ANY (( SELECT my_colleagues() AS my_colleagues)::uuid[])))));
create policy system_all on agent_event for all to onthaal_system using (true) with check (true);
grant insert, select on agent_event to onthaal_app;
grant insert, select on agent_event to onthaal_system;

create table audit (
  id uuid not null,
  at timestamp with time zone not null,
  staff_id uuid,
  action text not null,
  kind text not null,
  subject_kind text,
  subject_id text,
  detail jsonb not null default '{}'::jsonb,
  constraint audit_pkey PRIMARY KEY (id),
  constraint audit_kind_check CHECK (kind = ANY (ARRAY['did'::text, 'read'::text, 'refused'::text]))
);
CREATE INDEX audit_staff_id_id_idx ON public.audit USING btree (staff_id, id);
CREATE INDEX audit_subject_id_id_idx ON public.audit USING btree (subject_id, id);
alter table audit enable row level security;
alter table audit force row level security;
create policy own_or_officer on audit for select to onthaal_app using (((staff_id = ( SELECT app_staff() AS app_staff)) OR ((subject_kind = 'staff'::text) AND (subject_id = (( SELECT app_staff() AS app_staff))::text)) OR ( SELECT has_role(VARIADIC ARRAY['administrator'::text, 'privacyOfficer'::text]) AS has_role)));
create policy own_trail on audit for insert to onthaal_app with check ((NOT (staff_id IS DISTINCT FROM ( SELECT app_staff() AS app_staff))));
create policy owner_all on audit for all to onthaal_owner using (true) with check (true);
create policy system_all on audit for all to onthaal_system using (true) with check (true);
grant insert, select on audit to onthaal_app;
grant insert, select on audit to onthaal_system;

create table chat_access (
  token_hash bytea not null,
  contact_id uuid not null,
  ended_at timestamp with time zone,
  constraint chat_access_pkey PRIMARY KEY (token_hash),
  constraint chat_access_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id)
);
CREATE INDEX chat_access_contact_id_idx ON public.chat_access USING btree (contact_id);
alter table chat_access enable row level security;
alter table chat_access force row level security;
create policy owner_all on chat_access for all to onthaal_owner using (true) with check (true);
create policy system_all on chat_access for all to onthaal_system using (true) with check (true);
grant delete, insert, select, update on chat_access to onthaal_system;

create table chat_message (
  contact_id uuid not null,
  number integer not null,
  id uuid not null,
  author text not null,
  staff_id uuid,
  body text,
  file_id uuid,
  sent_at timestamp with time zone not null,
  delete_after timestamp with time zone not null,
  erased_at timestamp with time zone,
  constraint chat_message_pkey PRIMARY KEY (contact_id, number),
  constraint chat_message_contact_id_id_key UNIQUE (contact_id, id),
  constraint chat_message_author_check CHECK (author = ANY (ARRAY['citizen'::text, 'agent'::text, 'system'::text])),
  constraint chat_message_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint chat_message_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
CREATE INDEX chat_message_delete_after_idx ON public.chat_message USING btree (delete_after) WHERE (erased_at IS NULL);
alter table chat_message enable row level security;
alter table chat_message force row level security;
create policy owner_all on chat_message for all to onthaal_owner using (true) with check (true);
create policy system_all on chat_message for all to onthaal_system using (true) with check (true);
create policy visible on chat_message for all to onthaal_app using (sees_contact(contact_id)) with check (sees_contact(contact_id));
grant insert, select on chat_message to onthaal_app;
grant delete, insert, select, update on chat_message to onthaal_system;

create table contact (
  id uuid not null,
  reference text not null,
  line_id uuid not null,
  channel text not null,
  language text not null,
  state text not null,
  version integer not null,
  queue_id uuid not null,
  only_staff uuid,
  urgent boolean not null,
  opened_at timestamp with time zone not null,
  waiting_since timestamp with time zone not null,
  state_since timestamp with time zone not null,
  answered_at timestamp with time zone,
  citizen_lost_at timestamp with time zone,
  ended_as text,
  closed_at timestamp with time zone,
  phases jsonb not null,
  constraint contact_pkey PRIMARY KEY (id),
  constraint contact_reference_key UNIQUE (reference),
  constraint contact_channel_check CHECK (channel = ANY (ARRAY['chat'::text, 'call'::text, 'written'::text])),
  constraint contact_language_check CHECK (language = ANY (ARRAY['nl'::text, 'fr'::text, 'de'::text, 'en'::text])),
  constraint contact_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'offered'::text, 'talking'::text, 'held'::text, 'over'::text, 'closed'::text])),
  constraint contact_line_id_fkey FOREIGN KEY (line_id) REFERENCES line(id),
  constraint contact_queue_id_fkey FOREIGN KEY (queue_id) REFERENCES queue(id)
);
CREATE INDEX contact_line_id_opened_at_idx ON public.contact USING btree (line_id, opened_at);
CREATE INDEX contact_state_idx ON public.contact USING btree (state) WHERE (state <> 'closed'::text);
alter table contact enable row level security;
alter table contact force row level security;
create policy owner_all on contact for all to onthaal_owner using (true) with check (true);
create policy system_all on contact for all to onthaal_system using (true) with check (true);
create policy visible on contact for all to onthaal_app using (sees_contact(id)) with check (sees_contact(id));
grant insert, select, update on contact to onthaal_app;
grant delete, insert, select, update on contact to onthaal_system;

create table contact_access (
  contact_id uuid not null,
  scope_kind text not null,
  scope_id uuid not null,
  question_id uuid,
  granted_version integer not null,
  constraint contact_access_pkey PRIMARY KEY (contact_id, scope_kind, scope_id),
  constraint contact_access_scope_kind_check CHECK (scope_kind = ANY (ARRAY['line'::text, 'operator'::text, 'department'::text, 'staff'::text])),
  constraint contact_access_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint contact_access_question_id_fkey FOREIGN KEY (question_id) REFERENCES question(id)
);
CREATE INDEX contact_access_scope_kind_scope_id_idx ON public.contact_access USING btree (scope_kind, scope_id);
alter table contact_access enable row level security;
alter table contact_access force row level security;
create policy grants on contact_access for insert to onthaal_app with check ((sees_contact(contact_id) AND (scope_kind <> 'operator'::text)));
create policy owner_all on contact_access for all to onthaal_owner using (true) with check (true);
create policy system_all on contact_access for all to onthaal_system using (true) with check (true);
create policy visible on contact_access for select to onthaal_app using (sees_contact(contact_id));
grant insert, select on contact_access to onthaal_app;
grant delete, insert, select, update on contact_access to onthaal_system;

create table contact_event (
  contact_id uuid not null,
  version integer not null,
  seq bigint not null generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  type text not null,
  type_version smallint not null default 1,
  actor_kind text not null,
  actor_id text not null,
  key text not null,
  engagement_id uuid,
  data jsonb not null,
  happened_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  constraint contact_event_pkey PRIMARY KEY (contact_id, version),
  constraint contact_event_contact_id_key_key UNIQUE (contact_id, key),
  constraint contact_event_actor_kind_check CHECK (actor_kind = ANY (ARRAY['citizen'::text, 'staff'::text, 'system'::text])),
  constraint contact_event_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id)
);
CREATE INDEX contact_event_actor_id_idx ON public.contact_event USING btree (actor_id) WHERE (type = 'emergencyRaised'::text);
CREATE INDEX contact_event_xid_seq_idx ON public.contact_event USING btree (xid, seq);
alter table contact_event enable row level security;
alter table contact_event force row level security;
create policy owner_all on contact_event for all to onthaal_owner using (true) with check (true);
create policy system_all on contact_event for all to onthaal_system using (true) with check (true);
create policy visible on contact_event for all to onthaal_app using (sees_contact(contact_id)) with check (sees_contact(contact_id));
grant insert, select on contact_event to onthaal_app;
grant insert, select on contact_event to onthaal_system;

create table contact_note (
  id uuid not null,
  contact_id uuid not null,
  question_id uuid,
  staff_id uuid not null,
  purpose text not null,
  body text,
  made_at timestamp with time zone not null,
  delete_after timestamp with time zone not null,
  erased_at timestamp with time zone,
  constraint contact_note_pkey PRIMARY KEY (id),
  constraint contact_note_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint contact_note_question_id_fkey FOREIGN KEY (question_id) REFERENCES question(id),
  constraint contact_note_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
CREATE INDEX contact_note_contact_id_idx ON public.contact_note USING btree (contact_id);
CREATE INDEX contact_note_delete_after_idx ON public.contact_note USING btree (delete_after) WHERE (erased_at IS NULL);
alter table contact_note enable row level security;
alter table contact_note force row level security;
create policy owner_all on contact_note for all to onthaal_owner using (true) with check (true);
create policy system_all on contact_note for all to onthaal_system using (true) with check (true);
create policy visible on contact_note for all to onthaal_app using ((sees_contact(contact_id) AND (app_staff() IS NOT NULL))) with check ((sees_contact(contact_id) AND (staff_id = app_staff())));
grant insert, select, update on contact_note to onthaal_app;
grant delete, insert, select, update on contact_note to onthaal_system;

create table department (
  id uuid not null,
  code text not null,
  constraint department_pkey PRIMARY KEY (id),
  constraint department_code_key UNIQUE (code)
);
alter table department enable row level security;
alter table department force row level security;
create policy owner_all on department for all to onthaal_owner using (true) with check (true);
create policy public_read on department for select to onthaal_app using (true);
create policy system_all on department for all to onthaal_system using (true) with check (true);
grant select on department to onthaal_app;
grant delete, insert, select, update on department to onthaal_system;

create table done_operation (
  caller text not null,
  key uuid not null,
  operation text not null,
  input_hash bytea not null,
  result jsonb,
  at timestamp with time zone not null,
  constraint done_operation_pkey PRIMARY KEY (caller, key)
);
CREATE INDEX done_operation_at_idx ON public.done_operation USING btree (at);
alter table done_operation enable row level security;
alter table done_operation force row level security;
create policy own on done_operation for all to onthaal_app using ((caller = ( SELECT app_caller() AS app_caller))) with check ((caller = ( SELECT app_caller() AS app_caller)));
create policy owner_all on done_operation for all to onthaal_owner using (true) with check (true);
create policy system_all on done_operation for all to onthaal_system using (true) with check (true);
grant insert, select, update on done_operation to onthaal_app;
grant delete, insert, select, update on done_operation to onthaal_system;

create table draft (
  staff_id uuid not null,
  contact_id uuid not null,
  body text not null,
  saved_at timestamp with time zone not null,
  constraint draft_pkey PRIMARY KEY (staff_id, contact_id),
  constraint draft_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint draft_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
alter table draft enable row level security;
alter table draft force row level security;
create policy own on draft for all to onthaal_app using ((staff_id = ( SELECT app_staff() AS app_staff))) with check (((staff_id = ( SELECT app_staff() AS app_staff)) AND sees_contact(contact_id)));
create policy owner_all on draft for all to onthaal_owner using (true) with check (true);
create policy system_all on draft for all to onthaal_system using (true) with check (true);
grant delete, insert, select, update on draft to onthaal_app;
grant delete, insert, select, update on draft to onthaal_system;

create table emergency_note (
  contact_id uuid not null,
  staff_id uuid not null,
  at timestamp with time zone not null,
  constraint emergency_note_pkey PRIMARY KEY (contact_id, staff_id, at),
  constraint emergency_note_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint emergency_note_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
alter table emergency_note enable row level security;
alter table emergency_note force row level security;
create policy owner_all on emergency_note for all to onthaal_owner using (true) with check (true);
create policy system_all on emergency_note for all to onthaal_system using (true) with check (true);
create policy visible on emergency_note for all to onthaal_app using (sees_contact(contact_id)) with check ((sees_contact(contact_id) AND (staff_id = ( SELECT app_staff() AS app_staff))));
grant insert, select on emergency_note to onthaal_app;
grant delete, insert, select, update on emergency_note to onthaal_system;

create table engagement (
  id uuid not null,
  contact_id uuid not null,
  staff_id uuid not null,
  operator_id uuid,
  queue_id uuid not null,
  state text not null,
  question_id uuid not null,
  offered_at timestamp with time zone not null,
  offer_until timestamp with time zone,
  accepted_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_as text,
  phase_since timestamp with time zone not null,
  disconnected_at timestamp with time zone,
  constraint engagement_pkey PRIMARY KEY (id),
  constraint engagement_state_check CHECK (state = ANY (ARRAY['offered'::text, 'active'::text, 'hold'::text, 'wrapUp'::text, 'ended'::text])),
  constraint engagement_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint engagement_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operator(id),
  constraint engagement_question_id_fkey FOREIGN KEY (question_id) REFERENCES question(id),
  constraint engagement_queue_id_fkey FOREIGN KEY (queue_id) REFERENCES queue(id),
  constraint engagement_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
CREATE INDEX engagement_contact_id_idx ON public.engagement USING btree (contact_id);
CREATE INDEX engagement_queue_id_accepted_at_idx ON public.engagement USING btree (queue_id, accepted_at);
CREATE INDEX engagement_staff_id_idx ON public.engagement USING btree (staff_id) WHERE (state <> 'ended'::text);
CREATE INDEX engagement_staff_id_offered_at_idx ON public.engagement USING btree (staff_id, offered_at);
alter table engagement enable row level security;
alter table engagement force row level security;
create policy owner_all on engagement for all to onthaal_owner using (true) with check (true);
create policy system_all on engagement for all to onthaal_system using (true) with check (true);
create policy visible on engagement for all to onthaal_app using (sees_contact(contact_id)) with check (sees_contact(contact_id));
grant insert, select, update on engagement to onthaal_app;
grant delete, insert, select, update on engagement to onthaal_system;

create table file (
  id uuid not null,
  contact_id uuid not null,
  name text,
  type text not null,
  size integer not null,
  content bytea,
  made_at timestamp with time zone not null,
  delete_after timestamp with time zone not null,
  erased_at timestamp with time zone,
  constraint file_pkey PRIMARY KEY (id),
  constraint file_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id)
);
CREATE INDEX file_contact_id_idx ON public.file USING btree (contact_id);
alter table file enable row level security;
alter table file force row level security;
create policy owner_all on file for all to onthaal_owner using (true) with check (true);
create policy system_all on file for all to onthaal_system using (true) with check (true);
create policy visible on file for all to onthaal_app using (sees_contact(contact_id)) with check (sees_contact(contact_id));
grant insert, select on file to onthaal_app;
grant delete, insert, select, update on file to onthaal_system;

create table first_administrator (
  one boolean not null default true,
  staff_id uuid not null,
  since timestamp with time zone not null,
  constraint first_administrator_pkey PRIMARY KEY (one),
  constraint first_administrator_one_check CHECK (one),
  constraint first_administrator_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
alter table first_administrator enable row level security;
alter table first_administrator force row level security;
create policy owner_all on first_administrator for all to onthaal_owner using (true) with check (true);
create policy system_all on first_administrator for all to onthaal_system using (true) with check (true);
grant delete, insert, select, update on first_administrator to onthaal_system;

create table follower (
  name text not null,
  log text not null,
  xid xid8 not null default '0'::xid8,
  seq bigint not null default 0,
  constraint follower_pkey PRIMARY KEY (name)
);
alter table follower enable row level security;
alter table follower force row level security;
create policy owner_all on follower for all to onthaal_owner using (true) with check (true);
create policy system_all on follower for all to onthaal_system using (true) with check (true);
grant delete, insert, select, update on follower to onthaal_system;

create table lease (
  name text not null,
  holder text not null,
  epoch bigint not null,
  until timestamp with time zone not null,
  constraint lease_pkey PRIMARY KEY (name)
);
alter table lease enable row level security;
alter table lease force row level security;
create policy owner_all on lease for all to onthaal_owner using (true) with check (true);
create policy system_all on lease for all to onthaal_system using (true) with check (true);
grant delete, insert, select, update on lease to onthaal_system;

create table line (
  id uuid not null,
  code text not null,
  department_id uuid,
  constraint line_pkey PRIMARY KEY (id),
  constraint line_code_key UNIQUE (code),
  constraint line_department_id_fkey FOREIGN KEY (department_id) REFERENCES department(id)
);
alter table line enable row level security;
alter table line force row level security;
create policy owner_all on line for all to onthaal_owner using (true) with check (true);
create policy public_read on line for select to onthaal_app using (true);
create policy system_all on line for all to onthaal_system using (true) with check (true);
grant select on line to onthaal_app;
grant delete, insert, select, update on line to onthaal_system;

create table line_operator (
  line_id uuid not null,
  operator_id uuid not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone,
  constraint line_operator_pkey PRIMARY KEY (line_id, valid_from),
  constraint line_operator_line_id_fkey FOREIGN KEY (line_id) REFERENCES line(id),
  constraint line_operator_operator_id_fkey FOREIGN KEY (operator_id) REFERENCES operator(id)
);
alter table line_operator enable row level security;
alter table line_operator force row level security;
create policy owner_all on line_operator for all to onthaal_owner using (true) with check (true);
create policy public_read on line_operator for select to onthaal_app using ((app_staff() IS NOT NULL));
create policy system_all on line_operator for all to onthaal_system using (true) with check (true);
grant select on line_operator to onthaal_app;
grant delete, insert, select, update on line_operator to onthaal_system;

create table line_theme (
  line_id uuid not null,
  theme_id uuid not null,
  "position" integer not null default 0,
  constraint line_theme_pkey PRIMARY KEY (line_id, theme_id),
  constraint line_theme_line_id_fkey FOREIGN KEY (line_id) REFERENCES line(id),
  constraint line_theme_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES theme(id)
);
alter table line_theme enable row level security;
alter table line_theme force row level security;
create policy owner_all on line_theme for all to onthaal_owner using (true) with check (true);
create policy public_read on line_theme for select to onthaal_app using (true);
create policy system_all on line_theme for all to onthaal_system using (true) with check (true);
grant select on line_theme to onthaal_app;
grant delete, insert, select, update on line_theme to onthaal_system;

create table migration (
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null,
  constraint migration_pkey PRIMARY KEY (number)
);

create table node (
  id uuid not null,
  name text not null,
  started_at timestamp with time zone not null,
  beat_at timestamp with time zone not null,
  constraint node_pkey PRIMARY KEY (id)
);
alter table node enable row level security;
alter table node force row level security;
create policy owner_all on node for all to onthaal_owner using (true) with check (true);
create policy system_all on node for all to onthaal_system using (true) with check (true);
grant delete, insert, select, update on node to onthaal_system;

create table offer (
  engagement_id uuid not null,
  contact_id uuid not null,
  epoch bigint not null,
  because jsonb not null,
  constraint offer_pkey PRIMARY KEY (engagement_id),
  constraint offer_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint offer_engagement_id_fkey FOREIGN KEY (engagement_id) REFERENCES engagement(id)
);
alter table offer enable row level security;
alter table offer force row level security;
create policy owner_all on offer for all to onthaal_owner using (true) with check (true);
create policy system_all on offer for all to onthaal_system using (true) with check (true);
create policy visible on offer for select to onthaal_app using (sees_contact(contact_id));
grant select on offer to onthaal_app;
grant delete, insert, select, update on offer to onthaal_system;

create table oidc_provider_item (
  kind text not null,
  id text not null,
  payload jsonb not null,
  uid text,
  grant_id text,
  consumed_at timestamp with time zone,
  expires_at timestamp with time zone,
  constraint oidc_provider_item_pkey PRIMARY KEY (kind, id)
);
CREATE INDEX oidc_provider_item_expires_at_idx ON public.oidc_provider_item USING btree (expires_at);
CREATE INDEX oidc_provider_item_grant_id_idx ON public.oidc_provider_item USING btree (grant_id) WHERE (grant_id IS NOT NULL);
CREATE INDEX oidc_provider_item_uid_idx ON public.oidc_provider_item USING btree (uid) WHERE (uid IS NOT NULL);
alter table oidc_provider_item enable row level security;
alter table oidc_provider_item force row level security;
create policy owner_all on oidc_provider_item for all to onthaal_owner using (true) with check (true);
create policy system_all on oidc_provider_item for all to onthaal_system using (true) with check (true);
grant delete, insert, select, update on oidc_provider_item to onthaal_system;

create table operator (
  id uuid not null,
  code text not null,
  constraint operator_pkey PRIMARY KEY (id),
  constraint operator_code_key UNIQUE (code)
);
alter table operator enable row level security;
alter table operator force row level security;
create policy owner_all on operator for all to onthaal_owner using (true) with check (true);
create policy public_read on operator for select to onthaal_app using (true);
create policy system_all on operator for all to onthaal_system using (true) with check (true);
grant select on operator to onthaal_app;
grant delete, insert, select, update on operator to onthaal_system;

create table presence (
  subject text not null,
  node uuid not null,
  since timestamp with time zone not null,
  constraint presence_pkey PRIMARY KEY (subject, node),
  constraint presence_node_fkey FOREIGN KEY (node) REFERENCES node(id)
);
CREATE INDEX presence_node_idx ON public.presence USING btree (node);
alter table presence enable row level security;
alter table presence force row level security;
create policy owner_all on presence for all to onthaal_owner using (true) with check (true);
create policy system_all on presence for all to onthaal_system using (true) with check (true);
grant delete, insert, select, update on presence to onthaal_system;

create table question (
  id uuid not null,
  contact_id uuid not null,
  number integer not null,
  theme_id uuid,
  department_id uuid,
  outcome text,
  destination text,
  outcome_at timestamp with time zone,
  constraint question_pkey PRIMARY KEY (id),
  constraint question_contact_id_number_key UNIQUE (contact_id, number),
  constraint question_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint question_department_id_fkey FOREIGN KEY (department_id) REFERENCES department(id),
  constraint question_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES theme(id)
);
alter table question enable row level security;
alter table question force row level security;
create policy owner_all on question for all to onthaal_owner using (true) with check (true);
create policy system_all on question for all to onthaal_system using (true) with check (true);
create policy visible on question for all to onthaal_app using (sees_question(contact_id, department_id)) with check (sees_contact(contact_id));
grant insert, select, update on question to onthaal_app;
grant delete, insert, select, update on question to onthaal_system;

create table queue (
  id uuid not null,
  code text not null,
  line_id uuid not null,
  constraint queue_pkey PRIMARY KEY (id),
  constraint queue_code_key UNIQUE (code),
  constraint queue_line_id_fkey FOREIGN KEY (line_id) REFERENCES line(id)
);
alter table queue enable row level security;
alter table queue force row level security;
create policy owner_all on queue for all to onthaal_owner using (true) with check (true);
create policy public_read on queue for select to onthaal_app using (true);
create policy system_all on queue for all to onthaal_system using (true) with check (true);
grant select on queue to onthaal_app;
grant delete, insert, select, update on queue to onthaal_system;

create table satisfaction (
  contact_id uuid not null,
  friendly smallint,
  correct smallint,
  helped smallint,
  at timestamp with time zone not null,
  constraint satisfaction_pkey PRIMARY KEY (contact_id),
  constraint satisfaction_correct_check CHECK (correct >= 1 AND correct <= 5),
  constraint satisfaction_friendly_check CHECK (friendly >= 1 AND friendly <= 5),
  constraint satisfaction_helped_check CHECK (helped >= 1 AND helped <= 5),
  constraint satisfaction_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id)
);
alter table satisfaction enable row level security;
alter table satisfaction force row level security;
create policy citizens on satisfaction for insert to onthaal_app with check ((contact_id = ( SELECT app_contact() AS app_contact)));
create policy owner_all on satisfaction for all to onthaal_owner using (true) with check (true);
create policy system_all on satisfaction for all to onthaal_system using (true) with check (true);
create policy visible on satisfaction for select to onthaal_app using (sees_contact(contact_id));
grant insert, select on satisfaction to onthaal_app;
grant delete, insert, select, update on satisfaction to onthaal_system;

create table segment (
  engagement_id uuid not null,
  number integer not null,
  staff_id uuid not null,
  contact_id uuid not null,
  question_id uuid not null,
  phase text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  constraint segment_pkey PRIMARY KEY (engagement_id, number),
  constraint segment_phase_check CHECK (phase = ANY (ARRAY['active'::text, 'hold'::text, 'wrapUp'::text])),
  constraint segment_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint segment_engagement_id_fkey FOREIGN KEY (engagement_id) REFERENCES engagement(id),
  constraint segment_question_id_fkey FOREIGN KEY (question_id) REFERENCES question(id),
  constraint segment_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
CREATE INDEX segment_contact_id_idx ON public.segment USING btree (contact_id);
CREATE INDEX segment_staff_id_from_at_idx ON public.segment USING btree (staff_id, from_at);
alter table segment enable row level security;
alter table segment force row level security;
create policy owner_all on segment for all to onthaal_owner using (true) with check (true);
create policy system_all on segment for all to onthaal_system using (true) with check (true);
create policy visible on segment for all to onthaal_app using (sees_contact(contact_id)) with check (sees_contact(contact_id));
grant insert, select, update on segment to onthaal_app;
grant delete, insert, select, update on segment to onthaal_system;

create table session (
  id_hash bytea not null,
  staff_id uuid not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  id_token text,
  constraint session_pkey PRIMARY KEY (id_hash),
  constraint session_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
CREATE INDEX session_expires_at_idx ON public.session USING btree (expires_at);
CREATE INDEX session_staff_id_idx ON public.session USING btree (staff_id);
alter table session enable row level security;
alter table session force row level security;
create policy owner_all on session for all to onthaal_owner using (true) with check (true);
create policy system_all on session for all to onthaal_system using (true) with check (true);
grant delete, insert, select, update on session to onthaal_system;

create table setting (
  id uuid not null,
  kind text not null,
  subject uuid not null,
  value jsonb not null,
  public boolean not null,
  line_id uuid,
  department_id uuid,
  valid_from timestamp with time zone not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  reason text,
  constraint setting_pkey PRIMARY KEY (id),
  constraint setting_department_id_fkey FOREIGN KEY (department_id) REFERENCES department(id),
  constraint setting_line_id_fkey FOREIGN KEY (line_id) REFERENCES line(id),
  constraint setting_made_by_fkey FOREIGN KEY (made_by) REFERENCES staff(id)
);
CREATE INDEX setting_kind_subject_valid_from_made_at_idx ON public.setting USING btree (kind, subject, valid_from DESC, made_at DESC);
alter table setting enable row level security;
alter table setting force row level security;
create policy in_hand on setting for select to onthaal_app using (((kind = 'cannedAnswers'::text) AND (line_id = ANY (( SELECT lines_in_hand() AS lines_in_hand)::uuid[]))));
create policy may_change on setting for insert to onthaal_app with check (((made_by = ( SELECT app_staff() AS app_staff)) AND (( SELECT has_role(VARIADIC ARRAY['administrator'::text]) AS has_role) OR ((kind = ANY (ARRAY['emergencyClosure'::text, 'cannedAnswers'::text])) AND (subject = line_id) AND (line_id = ANY (( SELECT lines_as(VARIADIC ARRAY['supervisor'::text, 'contactCentreExpert'::text]) AS lines_as)::uuid[]))))));
create policy may_read on setting for select to onthaal_app using ((public OR (line_id = ANY (( SELECT my_lines() AS my_lines)::uuid[])) OR (department_id = ANY (( SELECT my_departments() AS my_departments)::uuid[])) OR ( SELECT has_role(VARIADIC ARRAY['administrator'::text]) AS has_role)));
create policy owner_all on setting for all to onthaal_owner using (true) with check (true);
create policy system_all on setting for all to onthaal_system using (true) with check (true);
grant insert, select on setting to onthaal_app;
grant delete, insert, select, update on setting to onthaal_system;

create table sign_in (
  state_hash bytea not null,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  expires_at timestamp with time zone not null,
  constraint sign_in_pkey PRIMARY KEY (state_hash)
);
alter table sign_in enable row level security;
alter table sign_in force row level security;
create policy owner_all on sign_in for all to onthaal_owner using (true) with check (true);
create policy system_all on sign_in for all to onthaal_system using (true) with check (true);
grant delete, insert, select, update on sign_in to onthaal_system;

create table staff (
  id uuid not null,
  issuer text not null,
  subject text not null,
  given_name text not null,
  family_name text not null,
  alias text,
  email text,
  created_at timestamp with time zone not null,
  signed_in_at timestamp with time zone,
  constraint staff_pkey PRIMARY KEY (id),
  constraint staff_issuer_subject_key UNIQUE (issuer, subject)
);
alter table staff enable row level security;
alter table staff force row level security;
create policy owner_all on staff for all to onthaal_owner using (true) with check (true);
create policy self_or_team on staff for select to onthaal_app using (((id = ( SELECT app_staff() AS app_staff)) OR ( SELECT has_role(VARIADIC ARRAY['administrator'::text, 'privacyOfficer'::text]) AS has_role) OR (id = ANY (( SELECT my_colleagues() AS my_colleagues)::uuid[]))));
create policy system_all on staff for all to onthaal_system using (true) with check (true);
grant select on staff to onthaal_app;
grant delete, insert, select, update on staff to onthaal_system;

create table staff_grant (
  staff_id uuid not null,
  role text not null,
  scope_kind text not null,
  scope_code text not null default ''::text,
  since timestamp with time zone not null,
  constraint staff_grant_pkey PRIMARY KEY (staff_id, role, scope_kind, scope_code),
  constraint staff_grant_role_check CHECK (role = ANY (ARRAY['agent'::text, 'supervisor'::text, 'editor'::text, 'contentDesigner'::text, 'expert'::text, 'contactCentreExpert'::text, 'client'::text, 'administrator'::text, 'privacyOfficer'::text])),
  constraint staff_grant_scope_kind_check CHECK (scope_kind = ANY (ARRAY['all'::text, 'operator'::text, 'line'::text, 'department'::text])),
  constraint staff_grant_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
alter table staff_grant enable row level security;
alter table staff_grant force row level security;
create policy owner_all on staff_grant for all to onthaal_owner using (true) with check (true);
create policy self_or_team on staff_grant for select to onthaal_app using (((staff_id = ( SELECT app_staff() AS app_staff)) OR ( SELECT has_role(VARIADIC ARRAY['administrator'::text, 'privacyOfficer'::text]) AS has_role) OR (staff_id = ANY (( SELECT my_colleagues() AS my_colleagues)::uuid[]))));
create policy system_all on staff_grant for all to onthaal_system using (true) with check (true);
grant select on staff_grant to onthaal_app;
grant delete, insert, select, update on staff_grant to onthaal_system;

create table staff_skill (
  staff_id uuid not null,
  skill text not null,
  level smallint not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone,
  constraint staff_skill_pkey PRIMARY KEY (staff_id, skill, valid_from),
  constraint staff_skill_level_check CHECK (level >= 1 AND level <= 5),
  constraint staff_skill_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
alter table staff_skill enable row level security;
alter table staff_skill force row level security;
create policy owner_all on staff_skill for all to onthaal_owner using (true) with check (true);
create policy self_or_team on staff_skill for select to onthaal_app using (((staff_id = ( SELECT app_staff() AS app_staff)) OR (staff_id = ANY (( SELECT my_colleagues() AS my_colleagues)::uuid[]))));
create policy system_all on staff_skill for all to onthaal_system using (true) with check (true);
grant select on staff_skill to onthaal_app;
grant delete, insert, select, update on staff_skill to onthaal_system;

create table standing (
  contact_id uuid not null,
  "position" integer not null,
  expected_wait_ms bigint,
  at timestamp with time zone not null,
  constraint standing_pkey PRIMARY KEY (contact_id),
  constraint standing_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id)
);
alter table standing enable row level security;
alter table standing force row level security;
create policy owner_all on standing for all to onthaal_owner using (true) with check (true);
create policy system_all on standing for all to onthaal_system using (true) with check (true);
create policy visible on standing for select to onthaal_app using (sees_contact(contact_id));
grant select on standing to onthaal_app;
grant delete, insert, select, update on standing to onthaal_system;

create table theme (
  id uuid not null,
  code text not null,
  department_id uuid not null,
  constraint theme_pkey PRIMARY KEY (id),
  constraint theme_code_key UNIQUE (code),
  constraint theme_department_id_fkey FOREIGN KEY (department_id) REFERENCES department(id)
);
alter table theme enable row level security;
alter table theme force row level security;
create policy owner_all on theme for all to onthaal_owner using (true) with check (true);
create policy public_read on theme for select to onthaal_app using (true);
create policy system_all on theme for all to onthaal_system using (true) with check (true);
grant select on theme to onthaal_app;
grant delete, insert, select, update on theme to onthaal_system;

CREATE OR REPLACE FUNCTION public.agent_segments(agent uuid, since timestamp with time zone, now_at timestamp with time zone)
 RETURNS TABLE(engagement uuid, contact uuid, question uuid, phase text, "from" timestamp with time zone, until timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
BEGIN ATOMIC
 SELECT s.engagement_id,
         CASE
             WHEN tells_contact(s.contact_id) THEN s.contact_id
             ELSE NULL::uuid
         END AS "case",
     s.question_id,
     s.phase,
     s.from_at,
     s.until_at
    FROM segment s
   WHERE ((s.staff_id = agent_segments.agent) AND (s.until_at > agent_segments.since) AND (s.from_at < agent_segments.now_at))
 UNION ALL
  SELECT e.id,
         CASE
             WHEN tells_contact(e.contact_id) THEN e.contact_id
             ELSE NULL::uuid
         END AS "case",
     e.question_id,
         CASE e.state
             WHEN 'hold'::text THEN 'hold'::text
             WHEN 'wrapUp'::text THEN 'wrapUp'::text
             ELSE 'active'::text
         END AS "case",
     e.phase_since,
     GREATEST(agent_segments.now_at, e.phase_since) AS "greatest"
    FROM engagement e
   WHERE ((e.staff_id = agent_segments.agent) AND (e.state = ANY (ARRAY['active'::text, 'hold'::text, 'wrapUp'::text])) AND (e.disconnected_at IS NULL));
END;
grant execute on function agent_segments(uuid,timestamp with time zone,timestamp with time zone) to public;

CREATE OR REPLACE FUNCTION public.app_caller()
 RETURNS text
 LANGUAGE sql
 STABLE
RETURN COALESCE(('staff:'::text || app_staff()), ('citizen:'::text || app_contact()), 'nobody'::text);
grant execute on function app_caller() to public;

CREATE OR REPLACE FUNCTION public.app_contact()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('app.contact'::text, true), ''::text))::uuid;
grant execute on function app_contact() to public;

CREATE OR REPLACE FUNCTION public.app_staff()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('app.staff'::text, true), ''::text))::uuid;
grant execute on function app_staff() to public;

CREATE OR REPLACE FUNCTION public.has_role(VARIADIC wanted text[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
RETURN (EXISTS (SELECT FROM staff_grant WHERE ((staff_grant.staff_id = app_staff()) AND (staff_grant.role = ANY (has_role.wanted)))));
grant execute on function has_role(text[]) to public;

CREATE OR REPLACE FUNCTION public.lines_as(VARIADIC wanted text[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
RETURN ARRAY(SELECT lo.line_id FROM line_operator lo WHERE ((lo.operator_id = ANY (operators_as(VARIADIC lines_as.wanted))) AND (lo.valid_from <= clock_timestamp()) AND ((lo.valid_until IS NULL) OR (lo.valid_until > clock_timestamp()))) UNION SELECT l.id FROM (line l JOIN staff_grant g ON (((g.scope_kind = 'line'::text) AND (g.scope_code = l.code)))) WHERE ((g.staff_id = app_staff()) AND (g.role = ANY (lines_as.wanted))));
grant execute on function lines_as(text[]) to public;

CREATE OR REPLACE FUNCTION public.lines_in_hand()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
RETURN ARRAY(SELECT c.line_id FROM (engagement e JOIN contact c ON ((c.id = e.contact_id))) WHERE ((e.staff_id = app_staff()) AND (e.state <> 'ended'::text)));
grant execute on function lines_in_hand() to public;

CREATE OR REPLACE FUNCTION public.my_colleagues()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
RETURN ARRAY(SELECT DISTINCT g.staff_id FROM (staff_grant g JOIN operator o ON ((o.code = g.scope_code))) WHERE ((g.scope_kind = 'operator'::text) AND (o.id = ANY (my_operators()))));
grant execute on function my_colleagues() to public;

CREATE OR REPLACE FUNCTION public.my_departments()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
RETURN ARRAY(SELECT d.id FROM (department d JOIN staff_grant g ON (((g.scope_kind = 'department'::text) AND (g.scope_code = d.code)))) WHERE (g.staff_id = app_staff()));
grant execute on function my_departments() to public;

CREATE OR REPLACE FUNCTION public.my_lines()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
RETURN lines_as(VARIADIC ARRAY['agent'::text, 'supervisor'::text, 'contactCentreExpert'::text]);
grant execute on function my_lines() to public;

CREATE OR REPLACE FUNCTION public.my_operators()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
RETURN operators_as(VARIADIC ARRAY['agent'::text, 'supervisor'::text, 'contactCentreExpert'::text]);
grant execute on function my_operators() to public;

CREATE OR REPLACE FUNCTION public.operators_as(VARIADIC wanted text[])
 RETURNS uuid[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
RETURN ARRAY(SELECT o.id FROM (operator o JOIN staff_grant g ON ((((g.scope_kind = 'operator'::text) AND (g.scope_code = o.code)) OR (g.scope_kind = 'all'::text)))) WHERE ((g.staff_id = app_staff()) AND (g.role = ANY (operators_as.wanted))));
grant execute on function operators_as(text[]) to public;

CREATE OR REPLACE PROCEDURE public.protect(IN target regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner_all on %s to %I using (true) with check (true)', target, current_user);
  execute format('create policy system_all on %s to onthaal_system using (true) with check (true)', target);
  execute format('grant select, insert, update, delete on %s to onthaal_system', target);
end $procedure$;
grant execute on function protect(regclass) to public;

CREATE OR REPLACE FUNCTION public.sees_contact(target uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
RETURN ((target = app_contact()) OR (EXISTS (SELECT FROM contact_access a WHERE ((a.contact_id = sees_contact.target) AND (((a.scope_kind = 'staff'::text) AND (a.scope_id = app_staff())) OR ((a.scope_kind = 'line'::text) AND (a.scope_id = ANY (my_lines()))) OR ((a.scope_kind = 'operator'::text) AND (a.scope_id = ANY (my_operators()))))))));
grant execute on function sees_contact(uuid) to public;

CREATE OR REPLACE FUNCTION public.sees_question(target uuid, owner uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
RETURN (sees_contact(target) OR (owner = ANY (my_departments())));
grant execute on function sees_question(uuid,uuid) to public;

CREATE OR REPLACE FUNCTION public.shown_name(who uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
RETURN (SELECT COALESCE(staff.alias, staff.given_name) AS "coalesce" FROM staff WHERE (staff.id = shown_name.who));
grant execute on function shown_name(uuid) to public;

CREATE OR REPLACE FUNCTION public.tells_contact(target uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN ((current_setting('role'::text) = 'onthaal_system'::text) OR sees_contact(target));
grant execute on function tells_contact(uuid) to public;
