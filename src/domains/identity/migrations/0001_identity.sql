-- Organisations, the tree of places that rights are granted over, people, roles, grants, sessions, tokens.

create table identity.organisations (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  notes text not null default '',
  created_at timestamptz not null default kernel.clock(),
  updated_at timestamptz not null default kernel.clock(),
  version integer not null default 1,
  organisation_id uuid generated always as (id) stored,
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
  totp_sealed bytea,
  totp_confirmed_at timestamptz,
  -- The last 30-second step a code was taken for: a code works once.
  totp_last_step bigint,
  recovery_hashes text[] not null default '{}',
  last_seen_at timestamptz,
  created_at timestamptz not null default kernel.clock(),
  updated_at timestamptz not null default kernel.clock(),
  version integer not null default 1,
  constraint people_email_key unique (email)
);
call kernel.isolate('identity.people');

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
call kernel.share('identity.grants');

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
call kernel.share('identity.sessions');

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
call kernel.share('identity.tokens');

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
call kernel.share('identity.links');

-- Failed sign-ins by what they named (hashed) and by where they came from.
create table identity.attempts (
  key text primary key,
  failures integer not null,
  last_at timestamptz not null,
  blocked_until timestamptz
);
call kernel.share('identity.attempts');
