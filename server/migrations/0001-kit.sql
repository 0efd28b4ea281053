-- The two roles that a transaction can take on, and what the kit needs.
-- onthaal_app: a person (staff, citizen or nobody), always under row-level security.
-- onthaal_system: the router, the followers and the jobs; sees all rows, owns none.

do $$ begin
  if not exists (select from pg_roles where rolname = 'onthaal_app') then
    create role onthaal_app nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'onthaal_system') then
    create role onthaal_system nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;

revoke all on schema public from public;
grant usage on schema public to onthaal_app, onthaal_system;

-- Who a transaction speaks for; set by kit/db, empty for nobody.
create function app_staff() returns uuid language sql stable
  return nullif(current_setting('app.staff', true), '')::uuid;
create function app_contact() returns uuid language sql stable
  return nullif(current_setting('app.contact', true), '')::uuid;

-- Puts a table under row-level security: the owner (definer functions) and the system see all,
-- people see what further policies give them.
create procedure protect(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy owner_all on %s to %I using (true) with check (true)', target, current_user);
  execute format('create policy system_all on %s to onthaal_system using (true) with check (true)', target);
  execute format('grant select, insert, update, delete on %s to onthaal_system', target);
end $$;

-- What has been done, by key: asking again gives the first answer.
create table done_operation (
  caller text not null,
  key uuid not null,
  operation text not null,
  input_hash bytea not null,
  result jsonb,
  at timestamptz not null,
  primary key (caller, key)
);
call protect('done_operation');
create index on done_operation (at);
grant select, insert, update on done_operation to onthaal_app;
create function app_caller() returns text language sql stable
  return coalesce('staff:' || app_staff(), 'citizen:' || app_contact(), 'nobody');
create policy own on done_operation to onthaal_app
  using (caller = (select app_caller())) with check (caller = (select app_caller()));

create table lease (
  name text primary key,
  holder text not null,
  epoch bigint not null,
  until timestamptz not null
);
call protect('lease');

-- A server process. Its last beat is when the desks connected to it were last seen.
create table node (
  id uuid primary key,
  name text not null,
  started_at timestamptz not null,
  beat_at timestamptz not null
);
call protect('node');

create table follower (
  name text primary key,
  log text not null,
  xid xid8 not null default '0',
  seq bigint not null default 0
);
call protect('follower');

-- Who is connected, and through which node: `staff:<id>` or `contact:<id>`.
create table presence (
  subject text not null,
  node uuid not null references node,
  since timestamptz not null,
  primary key (subject, node)
);
call protect('presence');
create index on presence (node);
