-- What is measured on each asset, how it fares, what is worth saying about it.

create table supervision.checks (
  id uuid primary key,
  organisation_id uuid not null,
  asset_id uuid not null,
  template text not null check (template in ('ping', 'snmp-basics')),
  -- A person may switch a check off; what the templates give by themselves then stays off.
  is_enabled boolean not null default true,
  -- What the check cannot do without and has not got (an asset that is not in service is left alone): it rests until then.
  lacks text check (lacks in ('address', 'credential', 'service')),
  -- What a person set in place of the template's own; null and {} as the template says.
  interval_s integer check (interval_s between 1 and 86400),
  thresholds jsonb not null default '{}',
  -- The interfaces that must be up.
  watched text[] not null default '{}',
  created_at timestamptz not null default kernel.clock(),
  updated_at timestamptz not null default kernel.clock(),
  version integer not null default 1,
  constraint checks_whole_key unique (organisation_id, id),
  constraint checks_template_key unique (asset_id, template),
  constraint checks_asset_fkey foreign key (organisation_id, asset_id)
    references estate.assets (organisation_id, id) on delete cascade
);
call kernel.isolate_under('supervision.checks', 'estate.assets', 'asset_id');

-- How a check fares, since when, and why. Written when it changes, not when it is measured.
create table supervision.states (
  check_id uuid primary key,
  organisation_id uuid not null,
  asset_id uuid not null,
  state text not null check (state in ('ok', 'warning', 'critical', 'unknown', 'unreachable')),
  since timestamptz not null,
  constraint states_check_fkey foreign key (organisation_id, check_id)
    references supervision.checks (organisation_id, id) on delete cascade
);
create index states_asset on supervision.states (asset_id);
call kernel.isolate_under('supervision.states', 'estate.assets', 'asset_id');

-- The worst of an asset's checks.
create table supervision.asset_states (
  asset_id uuid primary key,
  organisation_id uuid not null,
  state text not null check (state in ('ok', 'warning', 'critical', 'unknown', 'unreachable')),
  since timestamptz not null,
  constraint asset_states_asset_fkey foreign key (organisation_id, asset_id)
    references estate.assets (organisation_id, id) on delete cascade
);
create index asset_states_wrong on supervision.asset_states (state) where state <> 'ok';
call kernel.isolate_under('supervision.asset_states', 'estate.assets', 'asset_id');

-- Each change of an asset's state: what changed lately, and later how available it was.
create table supervision.transitions (
  id uuid primary key,
  organisation_id uuid not null,
  asset_id uuid not null,
  was text,
  state text,
  at timestamptz not null,
  constraint transitions_asset_fkey foreign key (organisation_id, asset_id)
    references estate.assets (organisation_id, id) on delete cascade
);
create index transitions_asset on supervision.transitions (asset_id, at desc);
create index transitions_at on supervision.transitions (at desc);
call kernel.isolate_under('supervision.transitions', 'estate.assets', 'asset_id');

-- A change of state worth saying: one rule of a check, on one component where there are several.
create table supervision.alerts (
  id uuid primary key,
  organisation_id uuid not null,
  asset_id uuid not null,
  check_id uuid,
  rule text not null,
  component text not null default '',
  state text not null check (state in ('warning', 'critical', 'unknown', 'unreachable')),
  -- The worst it was.
  worst text not null check (worst in ('warning', 'critical', 'unknown', 'unreachable')),
  -- What was measured when it last changed, for the sentence.
  measured double precision,
  threshold double precision,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  closed_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by uuid references identity.people on delete set null,
  acknowledged_until timestamptz,
  comment text not null default '',
  muted_until timestamptz,
  created_at timestamptz not null default kernel.clock(),
  updated_at timestamptz not null default kernel.clock(),
  version integer not null default 1,
  constraint alerts_asset_fkey foreign key (organisation_id, asset_id)
    references estate.assets (organisation_id, id) on delete cascade,
  constraint alerts_check_fkey foreign key (organisation_id, check_id)
    references supervision.checks (organisation_id, id) on delete set null (check_id)
);
create unique index alerts_open on supervision.alerts (asset_id, rule, component) where closed_at is null;
create index alerts_opened on supervision.alerts (opened_at desc, id desc);
create index alerts_closed on supervision.alerts (closed_at desc) where closed_at is not null;
call kernel.isolate_under('supervision.alerts', 'estate.assets', 'asset_id');

-- The processes that measure. Each counts its `beat` up; one whose beat stands still for others is removed, and finds
-- out when its next write asks for its row. No clock is compared, so no clock can be wrong.
create table supervision.workers (
  id uuid primary key,
  name text not null,
  beat bigint not null default 0,
  started_at timestamptz not null,
  -- How it fares, told now and then.
  health jsonb not null default '{}',
  told_at timestamptz
);
grant select on supervision.workers to vigie_app;
grant select, insert, update, delete on supervision.workers to vigie_all;

-- Which worker measures which asset. `is_stale`: something of the asset changed since it was loaded.
create table supervision.leases (
  asset_id uuid primary key,
  organisation_id uuid not null,
  worker_id uuid references supervision.workers on delete set null,
  is_stale boolean not null default false,
  constraint leases_asset_fkey foreign key (organisation_id, asset_id)
    references estate.assets (organisation_id, id) on delete cascade
);
create index leases_worker on supervision.leases (worker_id);
create index leases_free on supervision.leases (asset_id) where worker_id is null;
create index leases_stale on supervision.leases (worker_id) where is_stale;
call kernel.isolate_under('supervision.leases', 'estate.assets', 'asset_id');
