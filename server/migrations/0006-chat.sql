-- Chat: the citizen's key to the contact, the words (erasable), files and the citizen's verdict.

create table chat_access (
  token_hash bytea primary key,
  contact_id uuid not null references contact,
  ended_at timestamptz
);
create index on chat_access (contact_id);

create table chat_message (
  contact_id uuid not null references contact,
  number int not null,
  id uuid not null,
  author text not null check (author in ('citizen', 'agent', 'system')),
  staff_id uuid references staff,
  body text,
  file_id uuid,
  sent_at timestamptz not null,
  delete_after timestamptz not null,
  erased_at timestamptz,
  primary key (contact_id, number),
  unique (contact_id, id)
);
create index on chat_message (delete_after) where erased_at is null;

-- Files lie encrypted (AES-256-GCM, key DATA_KEY) beside everything else: one backup, one isolation.
create table file (
  id uuid primary key,
  contact_id uuid not null references contact,
  name text,
  type text not null,
  size int not null,
  content bytea,
  made_at timestamptz not null,
  delete_after timestamptz not null,
  erased_at timestamptz
);
create index on file (contact_id);

-- An agent's unsent words: survive reload, sign-out and an expired session.
create table draft (
  staff_id uuid not null references staff,
  contact_id uuid not null references contact,
  body text not null,
  saved_at timestamptz not null,
  primary key (staff_id, contact_id)
);

create table satisfaction (
  contact_id uuid primary key references contact,
  friendly smallint check (friendly between 1 and 5),
  correct smallint check (correct between 1 and 5),
  helped smallint check (helped between 1 and 5),
  at timestamptz not null
);

call protect('chat_access');
call protect('chat_message');
call protect('file');
call protect('draft');
call protect('satisfaction');

grant select, insert on chat_message, file, satisfaction to onthaal_app;
grant select, insert, update, delete on draft to onthaal_app;
create policy visible on chat_message to onthaal_app
  using (sees_contact(contact_id)) with check (sees_contact(contact_id));
create policy visible on file to onthaal_app
  using (sees_contact(contact_id)) with check (sees_contact(contact_id));
create policy own on draft to onthaal_app
  using (staff_id = (select app_staff())) with check (staff_id = (select app_staff()) and sees_contact(contact_id));
create policy visible on satisfaction for select to onthaal_app using (sees_contact(contact_id));
create policy citizens on satisfaction for insert to onthaal_app with check (contact_id = (select app_contact()));
