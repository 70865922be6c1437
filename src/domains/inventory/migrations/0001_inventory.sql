-- How devices are asked: SNMP communities and users. Secrets are sealed and bound to their row.
create table inventory.credentials (
  id uuid primary key,
  organisation_id uuid not null references identity.organisations,
  name text not null check (length(name) between 1 and 100),
  protocol text not null check (protocol in ('snmp')),
  -- What is not secret: version, user, security level, algorithms, port.
  settings jsonb not null,
  secret_sealed bytea not null,
  -- The order in which discovery tries them.
  position integer not null default 0,
  created_at timestamptz not null default kernel.clock(),
  updated_at timestamptz not null default kernel.clock(),
  version integer not null default 1,
  constraint credentials_whole_key unique (organisation_id, id),
  constraint credentials_name_key unique (organisation_id, name)
);
call kernel.isolate('inventory.credentials');

-- Which credential an asset answered to, where, and when it last did.
create table inventory.access (
  asset_id uuid primary key,
  organisation_id uuid not null,
  credential_id uuid not null,
  port integer not null default 161,
  verified_at timestamptz not null,
  constraint access_asset_fkey foreign key (organisation_id, asset_id)
    references estate.assets (organisation_id, id) on delete cascade,
  constraint access_credential_fkey foreign key (organisation_id, credential_id)
    references inventory.credentials (organisation_id, id) on delete cascade
);
call kernel.isolate_under('inventory.access', 'estate.assets', 'asset_id');

create table inventory.discoveries (
  id uuid primary key,
  organisation_id uuid not null references identity.organisations,
  -- Where what is found is put.
  site_id uuid,
  prefix cidr not null,
  -- Tried in this order; empty: every credential of the organisation.
  credential_ids uuid[] not null default '{}',
  packets_per_second integer not null default 200 check (packets_per_second between 1 and 10000),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'stopped', 'failed')),
  -- Progress: addresses to ask, asked, that answered, identified by SNMP.
  total integer not null,
  asked integer not null default 0,
  answered integer not null default 0,
  identified integer not null default 0,
  -- What came of it: new, changed, known.
  report jsonb not null default '{}',
  error text,
  stop_asked boolean not null default false,
  -- The worker that runs it renews this; another takes it over when it is past.
  holder uuid,
  held_until timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null default kernel.clock(),
  updated_at timestamptz not null default kernel.clock(),
  version integer not null default 1,
  constraint discoveries_whole_key unique (organisation_id, id),
  constraint discoveries_site_fkey foreign key (organisation_id, site_id)
    references estate.sites (organisation_id, id) on delete set null (site_id)
);
create index discoveries_open on inventory.discoveries (created_at) where state in ('waiting', 'running');
call kernel.isolate('inventory.discoveries', 'site_id');

-- What was found and is not decided yet (or was decided): one row for each address of an organisation.
create table inventory.proposals (
  id uuid primary key,
  organisation_id uuid not null,
  discovery_id uuid not null,
  site_id uuid,
  address inet not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'ignored')),
  -- new: nobody like it is known; changed: `asset_id` says something else of itself than before.
  kind text not null check (kind in ('new', 'changed')),
  asset_id uuid,
  -- What the asset would be: kind, name, vendor, model, serial, firmware, os, description, macs.
  facts jsonb not null,
  -- For each fact, where it was read (an OID's name, the reverse zone).
  sources jsonb not null default '{}',
  interfaces jsonb not null default '[]',
  addresses jsonb not null default '[]',
  -- What it answered to, and at which port.
  credential_id uuid,
  credential_port integer,
  -- The facts that a person last took over: what the device repeats is no news, whatever was typed since.
  taken_facts jsonb,
  round_trip_ms real,
  seen_at timestamptz not null,
  created_at timestamptz not null default kernel.clock(),
  updated_at timestamptz not null default kernel.clock(),
  version integer not null default 1,
  constraint proposals_address_key unique (organisation_id, address),
  constraint proposals_discovery_fkey foreign key (organisation_id, discovery_id)
    references inventory.discoveries (organisation_id, id) on delete cascade,
  constraint proposals_site_fkey foreign key (organisation_id, site_id)
    references estate.sites (organisation_id, id) on delete set null (site_id),
  constraint proposals_asset_fkey foreign key (organisation_id, asset_id)
    references estate.assets (organisation_id, id) on delete cascade,
  constraint proposals_credential_fkey foreign key (organisation_id, credential_id)
    references inventory.credentials (organisation_id, id) on delete set null (credential_id)
);
create index proposals_open on inventory.proposals (organisation_id, state);
call kernel.isolate('inventory.proposals', 'site_id');
