-- Organisations, the tree of places that rights are granted over, people, roles, grants, sessions, tokens.

create table identity.organisations (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  notes text not null default '',
  created_at timestamptz not null default kernel.clock(),
  updated_at timestamptz not null default kernel.clock(),
  version integer not null default 1,
  organisation_id uuid generated always as (id) stored,
  sought text generated always as (kernel.sought(array[name])) stored,
  constraint organisations_name_key unique (name)
);
call kernel.isolate('identity.organisations', null,
  'id = any((select kernel.partly_seen_organisations())::uuid[])');

-- The tree that rights are granted over. Estate hangs its sites on it (a site has its place's id); `path` holds the
-- ids from the root down to the place itself. Read by other domains; written through identity's door only.
create table identity.places (
  id uuid primary key,
  organisation_id uuid not null references identity.organisations,
  parent_id uuid,
  path uuid[] not null,
  constraint places_whole_key unique (organisation_id, id),
  constraint places_parent_fkey foreign key (organisation_id, parent_id) references identity.places (organisation_id, id)
);
create index places_path on identity.places using gin (path);
create index places_parent on identity.places (parent_id);
call kernel.isolate('identity.places', 'id');

create table identity.people (
  id uuid primary key,
  -- The organisation whose person it is; none for those who run the house.
  organisation_id uuid references identity.organisations,
  name text not null check (length(name) between 1 and 200),
  email text not null check (email = lower(email)),
  language text not null default 'fr' check (language in ('fr', 'en')),
  phone text not null default '',
  preferences jsonb not null default '{}',
  state text not null default 'active' check (state in ('invited', 'active', 'disabled')),
  password_hash text,
  created_at timestamptz not null default kernel.clock(),
  updated_at timestamptz not null default kernel.clock(),
  version integer not null default 1,
  sought text generated always as (kernel.sought(array[name, email, phone])) stored,
  constraint people_email_key unique (email)
);
create index people_name on identity.people (name collate kernel.natural, id);
create index people_organisation on identity.people (organisation_id);
call kernel.isolate('identity.people');

-- What hangs off a person is seen with him.
create procedure identity.isolate_with_person(target regclass) language plpgsql as $$
declare
  seen text := 'exists (select from identity.people p where p.id = person_id)';
begin
  call kernel.share(target);
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy isolation on %s to vigie_app using (%s) with check (%s)', target, seen, seen);
  execute format('create policy jobs on %s to vigie_all using (true) with check (true)', target);
end $$;

-- Apart from the person's record, whose version counts what people change of it.
create table identity.last_seen (
  person_id uuid primary key references identity.people on delete cascade,
  at timestamptz not null
);
call identity.isolate_with_person('identity.last_seen');

create table identity.second_factors (
  person_id uuid primary key references identity.people on delete cascade,
  totp_sealed bytea not null,
  -- Null until a first code proved that the app holds the secret.
  confirmed_at timestamptz,
  -- The last 30-second step a code was taken for: a code works once.
  last_step bigint,
  recovery_hashes text[] not null default '{}'
);
call identity.isolate_with_person('identity.second_factors');

create table identity.roles (
  id uuid primary key,
  -- Set for the roles that come with the product; their names are in the locales.
  builtin text,
  name text not null check (length(name) between 1 and 100),
  rights text[] not null,
  created_at timestamptz not null default kernel.clock(),
  updated_at timestamptz not null default kernel.clock(),
  version integer not null default 1,
  constraint roles_builtin_key unique (builtin),
  constraint roles_name_key unique (name)
);
call kernel.share('identity.roles');

-- A role held over everything (both null), one organisation, or a place with all below it.
create table identity.grants (
  id uuid primary key,
  person_id uuid not null references identity.people on delete cascade,
  role_id uuid not null references identity.roles,
  organisation_id uuid references identity.organisations on delete cascade,
  place_id uuid,
  created_at timestamptz not null default kernel.clock(),
  constraint grants_place_fkey foreign key (organisation_id, place_id)
    references identity.places (organisation_id, id) on delete cascade,
  constraint grants_whole_key unique nulls not distinct (person_id, role_id, organisation_id, place_id)
);
create index grants_person on identity.grants (person_id);
create index grants_role on identity.grants (role_id);
call identity.isolate_with_person('identity.grants');

create table identity.sessions (
  id uuid primary key,
  person_id uuid not null references identity.people on delete cascade,
  token_hash bytea not null,
  address text not null,
  user_agent text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  constraint sessions_token_hash_key unique (token_hash)
);
create index sessions_person on identity.sessions (person_id);
call identity.isolate_with_person('identity.sessions');

create table identity.tokens (
  id uuid primary key,
  person_id uuid not null references identity.people on delete cascade,
  name text not null check (length(name) between 1 and 100),
  token_hash bytea not null,
  -- The first characters, so that a person recognises it.
  hint text not null,
  -- Fewer rights than the person's; null for all of them.
  rights text[],
  -- Fewer organisations than the person's; null for all of them.
  organisation_ids uuid[],
  created_at timestamptz not null default kernel.clock(),
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  constraint tokens_token_hash_key unique (token_hash)
);
create index tokens_person on identity.tokens (person_id);
call identity.isolate_with_person('identity.tokens');

-- One-time links: the first administrator, an invitation, a forgotten password.
create table identity.links (
  id uuid primary key,
  purpose text not null check (purpose in ('first-administrator', 'invitation', 'password-reset')),
  person_id uuid references identity.people on delete cascade,
  token_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint links_token_hash_key unique (token_hash)
);
call identity.isolate_with_person('identity.links');

-- Tries at secrets by what they named (hashed) and by where they came from.
create table identity.attempts (
  key text primary key,
  failures integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz
);
grant select, insert, update, delete on identity.attempts to vigie_all;
