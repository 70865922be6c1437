-- Assets: devices, machines, virtual machines, containers.
create table estate.assets (
  id uuid primary key,
  organisation_id uuid not null references identity.organisations,
  site_id uuid,
  kind text not null default 'other' check (kind in ('switch', 'router', 'firewall', 'access-point', 'server',
    'virtual-machine', 'container', 'hypervisor', 'storage', 'printer', 'camera', 'phone', 'ups', 'pdu', 'sensor',
    'workstation', 'tablet', 'other')),
  name text not null check (length(name) between 1 and 200),
  description text not null default '',
  vendor text not null default '',
  model text not null default '',
  serial text not null default '',
  firmware text not null default '',
  os text not null default '',
  -- Lower case with colons, so that what two protocols say of one card is one text.
  macs text[] not null default '{}',
  environment text not null default 'production' check (environment in ('production', 'pre-production', 'test')),
  responsible_id uuid references identity.people on delete set null,
  life_cycle text not null default 'in-service' check (life_cycle in ('planned', 'in-stock', 'in-service', 'retired')),
  tags text[] not null default '{}',
  notes text not null default '',
  sought text generated always as (kernel.sought(array[name, serial, vendor, model] || macs || tags)) stored,
  created_at timestamptz not null default kernel.clock(),
  updated_at timestamptz not null default kernel.clock(),
  version integer not null default 1,
  constraint assets_whole_key unique (organisation_id, id),
  constraint assets_site_fkey foreign key (organisation_id, site_id) references estate.sites (organisation_id, id),
  constraint assets_macs_check check (array_position(macs, null) is null
    and array_to_string(macs, ' ') ~ '^([0-9a-f]{2}(:[0-9a-f]{2}){5}( |$))*$')
);
create index assets_name on estate.assets (name collate kernel.natural, id);
create index assets_site on estate.assets (site_id);
create index assets_responsible on estate.assets (responsible_id);
-- For merging: discovery asks by serial, by name and by MAC, as the role that sees everything.
create index assets_serial on estate.assets (lower(serial)) where serial <> '';
create index assets_lower_name on estate.assets (lower(name));
create index assets_macs on estate.assets using gin (macs);
call kernel.isolate('estate.assets', 'site_id');

-- Where each fact came from: typed by a person, or discovered, with what was said. Of one field there may be both: the
-- typed one holds, the discovered one is shown beside it.
create table estate.asset_facts (
  asset_id uuid not null,
  organisation_id uuid not null,
  field text not null,
  source text not null check (source in ('typed', 'discovered')),
  protocol text,
  value jsonb,
  read_at timestamptz not null,
  detail text not null default '',
  primary key (asset_id, field, source),
  constraint asset_facts_asset_fkey foreign key (organisation_id, asset_id)
    references estate.assets (organisation_id, id) on delete cascade
);
call kernel.isolate_under('estate.asset_facts', 'estate.assets', 'asset_id');

-- Assets with where they stand. Read by the domains above.
create view estate.assets_seen with (security_invoker = true) as
select a.*, s.name as site_name, p.path as site_path,
  (select string_agg(u.name, ' › ' order by array_position(p.path, u.id)) from estate.sites u where u.id = any(p.path))
    as site_path_name
from estate.assets a
  left join estate.sites s on s.id = a.site_id
  left join identity.place_paths p on p.id = a.site_id;
grant select on estate.assets_seen to vigie_app, vigie_all;
