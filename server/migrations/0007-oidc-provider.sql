-- What the embedded identity provider keeps between starts: its keys, sessions and codes.

create table oidc_provider_item (
  kind text not null,
  id text not null,
  payload jsonb not null,
  uid text,
  grant_id text,
  consumed_at timestamptz,
  expires_at timestamptz,
  primary key (kind, id)
);
call protect('oidc_provider_item');
create index on oidc_provider_item (uid) where uid is not null;
create index on oidc_provider_item (grant_id) where grant_id is not null;
create index on oidc_provider_item (expires_at);
