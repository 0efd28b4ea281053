-- Who we are: staff, what they may, and the trail of what they did and read.

create table staff (
  id uuid primary key,
  issuer text not null,
  subject text not null,
  given_name text not null,
  family_name text not null,
  alias text,
  email text,
  created_at timestamptz not null,
  signed_in_at timestamptz,
  unique (issuer, subject)
);
call protect('staff');

-- A role with its scope, as the identity provider said at the last sign-in.
create table staff_grant (
  staff_id uuid not null references staff,
  role text not null check (role in ('agent', 'supervisor', 'editor', 'contentDesigner', 'expert',
    'contactCentreExpert', 'client', 'administrator', 'privacyOfficer')),
  scope_kind text not null check (scope_kind in ('all', 'operator', 'line', 'department')),
  scope_code text not null default '',
  since timestamptz not null,
  primary key (staff_id, role, scope_kind, scope_code)
);
call protect('staff_grant');

-- The person whom the setting ADMIN_EMAIL made the first administrator: one, and for good.
create table first_administrator (
  one boolean primary key default true check (one),
  staff_id uuid not null references staff,
  since timestamptz not null
);
call protect('first_administrator');

create table session (
  id_hash bytea primary key,
  staff_id uuid not null references staff,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  id_token text
);
call protect('session');
create index on session (staff_id);
create index on session (expires_at);

-- A sign-in that is under way at the identity provider.
create table sign_in (
  state_hash bytea primary key,
  nonce text not null,
  verifier text not null,
  return_to text not null,
  expires_at timestamptz not null
);
call protect('sign_in');

-- Who did, and who read, what about whom. Only ever added to.
create table audit (
  id uuid primary key,
  at timestamptz not null,
  staff_id uuid,
  action text not null,
  kind text not null check (kind in ('did', 'read', 'refused')),
  subject_kind text,
  subject_id text,
  detail jsonb not null default '{}'
);
call protect('audit');
revoke update, delete on audit from onthaal_system;
create index on audit (staff_id, id);
create index on audit (subject_id, id);
