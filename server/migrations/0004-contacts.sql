-- What happens: a contact is a list of events. The log holds ids, codes and instants, never text,
-- names, numbers or addresses; those lie in rows of their own that can be erased.

create table contact (
  id uuid primary key,
  reference text not null unique,
  line_id uuid not null references line,
  channel text not null check (channel in ('chat', 'call', 'written')),
  language text not null check (language in ('nl', 'fr', 'de', 'en')),
  state text not null check (state in ('waiting', 'offered', 'talking', 'held', 'over', 'closed')),
  version int not null,
  queue_id uuid not null,
  only_staff uuid,
  urgent boolean not null,
  opened_at timestamptz not null,
  waiting_since timestamptz not null,
  state_since timestamptz not null,
  answered_at timestamptz,
  citizen_lost_at timestamptz,
  ended_as text,
  closed_at timestamptz,
  phases jsonb not null
);
create index on contact (state) where state <> 'closed';
create index on contact (line_id, opened_at);

create table question (
  id uuid primary key,
  contact_id uuid not null references contact,
  number int not null,
  theme_id uuid references theme,
  department_id uuid references department,
  outcome text,
  destination text,
  outcome_at timestamptz,
  unique (contact_id, number)
);

-- One agent, from offer to end of wrap-up; several of a contact may overlap.
create table engagement (
  id uuid primary key,
  contact_id uuid not null references contact,
  staff_id uuid not null references staff,
  operator_id uuid references operator,
  queue_id uuid not null,
  state text not null check (state in ('offered', 'active', 'hold', 'wrapUp', 'ended')),
  question_id uuid not null references question,
  offered_at timestamptz not null,
  offer_until timestamptz,
  accepted_at timestamptz,
  ended_at timestamptz,
  ended_as text,
  phase_since timestamptz not null,
  disconnected_at timestamptz
);
create index on engagement (contact_id);
create index on engagement (staff_id) where state <> 'ended';
create index on engagement (staff_id, offered_at);

-- A stretch of one agent's time on one question in one phase; handling time is shared from these.
create table segment (
  engagement_id uuid not null references engagement,
  number int not null,
  staff_id uuid not null references staff,
  contact_id uuid not null references contact,
  question_id uuid not null references question,
  phase text not null check (phase in ('active', 'hold', 'wrapUp')),
  from_at timestamptz not null,
  until_at timestamptz not null,
  primary key (engagement_id, number)
);
create index on segment (staff_id, from_at);
create index on segment (contact_id);

create table contact_event (
  contact_id uuid not null references contact,
  version int not null,
  seq bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  type text not null,
  type_version smallint not null default 1,
  actor_kind text not null check (actor_kind in ('citizen', 'staff', 'system')),
  actor_id text not null,
  key text not null,
  engagement_id uuid,
  data jsonb not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (contact_id, version),
  unique (contact_id, key)
);
create index on contact_event (xid, seq);

-- Who may see a contact, written with the event that grants it.
create table contact_access (
  contact_id uuid not null references contact,
  scope_kind text not null check (scope_kind in ('line', 'operator', 'department', 'staff')),
  scope_id uuid not null,
  question_id uuid references question,
  granted_version int not null,
  primary key (contact_id, scope_kind, scope_id)
);
create index on contact_access (scope_kind, scope_id);

-- Words written about a contact (a note for the next agent, why an outcome): erasable.
create table contact_note (
  id uuid primary key,
  contact_id uuid not null references contact,
  question_id uuid references question,
  staff_id uuid not null references staff,
  purpose text not null,
  body text,
  made_at timestamptz not null,
  delete_after timestamptz not null,
  erased_at timestamptz
);
create index on contact_note (contact_id);
create index on contact_note (delete_after) where erased_at is null;

call protect('contact');
call protect('question');
call protect('engagement');
call protect('segment');
call protect('contact_event');
revoke update, delete on contact_event from onthaal_system;
call protect('contact_access');
call protect('contact_note');

-- The contacts that are visible to the person of this transaction.
create function sees_contact(target uuid) returns boolean
  language sql stable security definer set search_path = public
  return target = app_contact() or exists (
    select from contact_access a where a.contact_id = target and (
      (a.scope_kind = 'staff' and a.scope_id = app_staff())
      or (a.scope_kind = 'line' and a.scope_id = any (my_lines()))
      or (a.scope_kind = 'operator' and a.scope_id = any (my_operators()))));

-- A department sees its own questions, never a neighbour's in the same contact.
create function sees_question(target uuid, owner uuid) returns boolean
  language sql stable security definer set search_path = public
  return sees_contact(target) or owner = any (my_departments());

-- Whoever helps out on a line has its canned answers at hand while doing so.
create function lines_in_hand() returns uuid[]
  language sql stable security definer set search_path = public
  return array(select c.line_id from engagement e join contact c on c.id = e.contact_id
    where e.staff_id = app_staff() and e.state <> 'ended');
create policy in_hand on setting for select to onthaal_app
  using (kind = 'cannedAnswers' and line_id = any ((select lines_in_hand())::uuid[]));

grant select, insert, update on contact, question, engagement, segment, contact_note to onthaal_app;
grant select, insert on contact_event, contact_access to onthaal_app;

create policy visible on contact to onthaal_app using (sees_contact(id)) with check (sees_contact(id));
create policy visible on question to onthaal_app
  using (sees_question(contact_id, department_id)) with check (sees_contact(contact_id));
create policy visible on engagement to onthaal_app
  using (sees_contact(contact_id)) with check (sees_contact(contact_id));
create policy visible on segment to onthaal_app
  using (sees_contact(contact_id)) with check (sees_contact(contact_id));
create policy visible on contact_event to onthaal_app
  using (sees_contact(contact_id)) with check (sees_contact(contact_id));
create policy visible on contact_note to onthaal_app
  using (sees_contact(contact_id) and app_staff() is not null)
  with check (sees_contact(contact_id) and staff_id = app_staff());
create policy visible on contact_access for select to onthaal_app using (sees_contact(contact_id));
create policy grants on contact_access for insert to onthaal_app
  with check (sees_contact(contact_id) and scope_kind <> 'operator');

-- When an agent was busy, finished and running stretches alike: sharing time needs the when of
-- the other contacts, never the what, so contacts out of sight come without their id.
create function tells_contact(target uuid) returns boolean language sql stable
  return current_setting('role') = 'onthaal_system' or sees_contact(target);
create function agent_segments(agent uuid, since timestamptz, now_at timestamptz)
  returns table (engagement uuid, contact uuid, question uuid, phase text, "from" timestamptz, until timestamptz)
  language sql stable security definer set search_path = public
begin atomic
  select s.engagement_id, case when tells_contact(s.contact_id) then s.contact_id end,
      s.question_id, s.phase, s.from_at, s.until_at
    from segment s
    where s.staff_id = agent and s.until_at > since and s.from_at < now_at
  union all
  select e.id, case when tells_contact(e.contact_id) then e.contact_id end, e.question_id,
      case e.state when 'hold' then 'hold' when 'wrapUp' then 'wrapUp' else 'active' end,
      e.phase_since, greatest(now_at, e.phase_since)
    from engagement e
    where e.staff_id = agent and e.state in ('active', 'hold', 'wrapUp') and e.disconnected_at is null;
end;
