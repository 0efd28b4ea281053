-- Whom we serve. A row here is only an identity; what can change (names, hours, texts, capacity)
-- is a version in `setting`. Matching is by code; names are data.

create table operator (id uuid primary key, code text not null unique);
create table department (id uuid primary key, code text not null unique);
create table line (
  id uuid primary key,
  code text not null unique,
  department_id uuid references department  -- null: the general line, for all departments
);
create table line_operator (
  line_id uuid not null references line,
  operator_id uuid not null references operator,
  valid_from timestamptz not null,
  valid_until timestamptz,
  primary key (line_id, valid_from)
);
create table theme (
  id uuid primary key,
  code text not null unique,
  department_id uuid not null references department
);
create table line_theme (
  line_id uuid not null references line,
  theme_id uuid not null references theme,
  position int not null default 0,
  primary key (line_id, theme_id)
);

-- Every setting is a list of versions: who, when, valid from. The current one is the latest that
-- is valid; nothing is changed in place.
create table setting (
  id uuid primary key,
  kind text not null,
  subject uuid not null,
  value jsonb not null,
  public boolean not null,
  line_id uuid references line,
  department_id uuid references department,
  valid_from timestamptz not null,
  made_at timestamptz not null,
  made_by uuid references staff,
  reason text
);
create index on setting (kind, subject, valid_from desc, made_at desc);

call protect('operator');
call protect('department');
call protect('line');
call protect('line_operator');
call protect('theme');
call protect('line_theme');
call protect('setting');

-- What the person of this transaction may see. Computed in the database from grants as they are
-- now, so that a line that changes operator is out of sight at that moment.
create function has_role(variadic wanted text[]) returns boolean
  language sql stable security definer set search_path = public
  return exists (select from staff_grant where staff_id = app_staff() and role = any (wanted));

-- Where the person has one of these roles; a role at one operator gives nothing at another.
create function operators_as(variadic wanted text[]) returns uuid[]
  language sql stable security definer set search_path = public
  return array(select o.id from operator o join staff_grant g
    on (g.scope_kind = 'operator' and g.scope_code = o.code) or g.scope_kind = 'all'
    where g.staff_id = app_staff() and g.role = any (wanted));

create function lines_as(variadic wanted text[]) returns uuid[]
  language sql stable security definer set search_path = public
  return array(
    select lo.line_id from line_operator lo
      where lo.operator_id = any (operators_as(variadic wanted))
        and lo.valid_from <= clock_timestamp()
        and (lo.valid_until is null or lo.valid_until > clock_timestamp())
    union
    select l.id from line l join staff_grant g on g.scope_kind = 'line' and g.scope_code = l.code
      where g.staff_id = app_staff() and g.role = any (wanted));

create function my_operators() returns uuid[]
  language sql stable security definer set search_path = public
  return operators_as('agent', 'supervisor', 'contactCentreExpert');

-- Lines whose contacts the person handles or oversees.
create function my_lines() returns uuid[]
  language sql stable security definer set search_path = public
  return lines_as('agent', 'supervisor', 'contactCentreExpert');

-- Departments for which the person answers or follows up questions.
create function my_departments() returns uuid[]
  language sql stable security definer set search_path = public
  return array(select d.id from department d join staff_grant g
    on g.scope_kind = 'department' and g.scope_code = d.code
    where g.staff_id = app_staff());

grant select on operator, department, line, line_operator, theme, line_theme, setting to onthaal_app;
-- That an organisation, line or theme exists is public knowledge.
create policy public_read on operator for select to onthaal_app using (true);
create policy public_read on department for select to onthaal_app using (true);
create policy public_read on line for select to onthaal_app using (true);
create policy public_read on line_operator for select to onthaal_app using (app_staff() is not null);
create policy public_read on theme for select to onthaal_app using (true);
create policy public_read on line_theme for select to onthaal_app using (true);

create policy may_read on setting for select to onthaal_app using (
  public or line_id = any ((select my_lines())::uuid[])
  or department_id = any ((select my_departments())::uuid[])
  or (select has_role('administrator')));
grant insert on setting to onthaal_app;
-- Who oversees a line may close it at once and change its answers; all the rest is administration.
create policy may_change on setting for insert to onthaal_app with check (
  made_by = (select app_staff()) and (
    (select has_role('administrator'))
    or (kind in ('emergencyClosure', 'cannedAnswers') and subject = line_id
      and line_id = any ((select lines_as('supervisor', 'contactCentreExpert'))::uuid[]))));

-- Staff see themselves, and team leads the people of their operator.
create function my_colleagues() returns uuid[]
  language sql stable security definer set search_path = public
  return array(
    select distinct g.staff_id from staff_grant g join operator o on o.code = g.scope_code
      where g.scope_kind = 'operator' and o.id = any (my_operators()));
grant select on staff, staff_grant to onthaal_app;
create policy self_or_team on staff for select to onthaal_app using (
  id = (select app_staff()) or (select has_role('administrator', 'privacyOfficer'))
  or id = any ((select my_colleagues())::uuid[]));
create policy self_or_team on staff_grant for select to onthaal_app using (
  staff_id = (select app_staff()) or (select has_role('administrator', 'privacyOfficer'))
  or staff_id = any ((select my_colleagues())::uuid[]));

-- People write the trail only in their own name; they read what is about themselves.
grant select, insert on audit to onthaal_app;
create policy own_trail on audit for insert to onthaal_app
  with check (staff_id is not distinct from (select app_staff()));
create policy own_or_officer on audit for select to onthaal_app using (
  staff_id = (select app_staff())
  or (subject_kind = 'staff' and subject_id = (select app_staff())::text)
  or (select has_role('administrator', 'privacyOfficer')));

-- The name a citizen may see of the person who answers.
create function shown_name(who uuid) returns text
  language sql stable security definer set search_path = public
  return (select coalesce(alias, given_name) from staff where id = who);
