-- Who takes it: queues, skills, and what agents and the system say about their readiness.

create table queue (
  id uuid primary key,
  code text not null unique,
  line_id uuid not null references line
);
alter table contact add foreign key (queue_id) references queue;
alter table engagement add foreign key (queue_id) references queue;
create index on engagement (queue_id, accepted_at);

create table staff_skill (
  staff_id uuid not null references staff,
  skill text not null,
  level smallint not null check (level between 1 and 5),
  valid_from timestamptz not null,
  valid_until timestamptz,
  primary key (staff_id, skill, valid_from)
);

-- What an agent chose (status) and since when; why the system holds someone back is derived.
create table agent (
  staff_id uuid primary key references staff,
  operator_id uuid not null references operator,
  status text not null check (status in ('available', 'break', 'training', 'meeting', 'other', 'signedOut')),
  status_since timestamptz not null,
  lost_at timestamptz,  -- set while the desk is not connected
  version int not null default 0
);

create table agent_event (
  staff_id uuid not null references staff,
  version int not null,
  seq bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  type text not null,
  data jsonb not null,
  actor_kind text not null,
  actor_id text not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  primary key (staff_id, version)
);
create index on agent_event (xid, seq);

-- After an emergency, and after an offer they let pass, an agent is left alone until they choose.
create index on contact_event (actor_id) where type = 'emergencyRaised';

-- The reason behind each offer, in codes and numbers.
create table offer (
  engagement_id uuid primary key references engagement,
  contact_id uuid not null references contact,
  epoch bigint not null,
  because jsonb not null
);

-- A supervisor has taken note of the emergencies of a contact up to now.
create table emergency_note (
  contact_id uuid not null references contact,
  staff_id uuid not null references staff,
  at timestamptz not null,
  primary key (contact_id, staff_id, at)
);

-- Where a waiting contact stands, as the routing owner last reckoned; told to the citizen.
create unlogged table standing (
  contact_id uuid primary key references contact,
  position int not null,
  expected_wait_ms bigint,
  at timestamptz not null
);
call protect('standing');
grant select on standing to onthaal_app;
create policy visible on standing for select to onthaal_app using (sees_contact(contact_id));

call protect('queue');
call protect('staff_skill');
call protect('agent');
call protect('agent_event');
revoke update, delete on agent_event from onthaal_system;
call protect('offer');
call protect('emergency_note');

grant select on queue, staff_skill, offer to onthaal_app;
grant select, insert, update on agent to onthaal_app;
grant select, insert on agent_event, emergency_note to onthaal_app;
create policy public_read on queue for select to onthaal_app using (true);
create policy self_or_team on staff_skill for select to onthaal_app using (
  staff_id = (select app_staff()) or staff_id = any ((select my_colleagues())::uuid[]));
create policy visible on offer for select to onthaal_app using (sees_contact(contact_id));
create policy self_or_team on agent for select to onthaal_app using (
  staff_id = (select app_staff())
  or ((select has_role('supervisor', 'contactCentreExpert')) and operator_id = any ((select my_operators())::uuid[])));
create policy own on agent for insert to onthaal_app with check (staff_id = (select app_staff()));
create policy own_change on agent for update to onthaal_app using (staff_id = (select app_staff()));
create policy self_or_team on agent_event for select to onthaal_app using (
  staff_id = (select app_staff())
  or ((select has_role('supervisor')) and staff_id = any ((select my_colleagues())::uuid[])));
create policy own on agent_event for insert to onthaal_app with check (staff_id = (select app_staff()));
create policy visible on emergency_note to onthaal_app using (sees_contact(contact_id))
  with check (sees_contact(contact_id) and staff_id = (select app_staff()));
