-- Interfaces, addresses, links and circuits: how the estate hangs together.
create table network.interfaces (
  id uuid primary key,
  organisation_id uuid not null,
  asset_id uuid not null,
  -- The name is what stays when a device numbers its interfaces anew; `if_index` may move.
  name text not null check (length(name) between 1 and 200),
  if_index integer,
  description text not null default '',
  alias text not null default '',
  kind text not null default 'other' check (kind in
    ('ethernet', 'aggregate', 'vlan', 'loopback', 'tunnel', 'radio', 'virtual', 'serial', 'other')),
  mac text,
  speed_bps bigint,
  mtu integer,
  vlan integer check (vlan between 1 and 4094),
  is_enabled boolean not null default true,
  -- Set when a discovery no longer found it; its history stays.
  gone_at timestamptz,
  created_at timestamptz not null default kernel.clock(),
  updated_at timestamptz not null default kernel.clock(),
  version integer not null default 1,
  constraint interfaces_whole_key unique (organisation_id, id),
  constraint interfaces_name_key unique (asset_id, name),
  constraint interfaces_asset_fkey foreign key (organisation_id, asset_id)
    references estate.assets (organisation_id, id) on delete cascade
);
call kernel.isolate_under('network.interfaces', 'estate.assets', 'asset_id');

create table network.addresses (
  id uuid primary key,
  organisation_id uuid not null,
  asset_id uuid not null,
  interface_id uuid,
  address inet not null,
  -- Where supervision speaks to the asset; one for each asset.
  is_primary boolean not null default false,
  name text not null default '',
  -- Overlapping address plans of one organisation are told apart.
  domain text not null default '',
  source text not null default 'typed' check (source in ('typed', 'discovered')),
  created_at timestamptz not null default kernel.clock(),
  updated_at timestamptz not null default kernel.clock(),
  version integer not null default 1,
  constraint addresses_whole_key unique (organisation_id, id),
  constraint addresses_address_key unique (organisation_id, domain, address),
  constraint addresses_asset_fkey foreign key (organisation_id, asset_id)
    references estate.assets (organisation_id, id) on delete cascade,
  constraint addresses_interface_fkey foreign key (organisation_id, interface_id)
    references network.interfaces (organisation_id, id) on delete set null (interface_id)
);
create unique index addresses_primary on network.addresses (asset_id) where is_primary;
create index addresses_asset on network.addresses (asset_id);
call kernel.isolate_under('network.addresses', 'estate.assets', 'asset_id');

create table network.circuits (
  id uuid primary key,
  organisation_id uuid not null references identity.organisations,
  -- Where it is delivered.
  site_id uuid,
  far_site_id uuid,
  name text not null check (length(name) between 1 and 200),
  -- What the operator asks for on the phone.
  line_identifier text not null default '',
  operator text not null default '',
  technology text not null default 'other' check (technology in
    ('fibre', 'shared-fibre', 'copper', 'xdsl', 'cable', '4g', '5g', 'satellite', 'radio', 'other')),
  down_bps bigint,
  up_bps bigint,
  contract text not null default '',
  support_phone text not null default '',
  support_email text not null default '',
  -- What the contract promises, in minutes.
  target_to_restore_minutes integer check (target_to_restore_minutes > 0),
  -- The equipment it ends on, where that is known.
  asset_id uuid,
  interface_id uuid,
  notes text not null default '',
  created_at timestamptz not null default kernel.clock(),
  updated_at timestamptz not null default kernel.clock(),
  version integer not null default 1,
  constraint circuits_whole_key unique (organisation_id, id),
  constraint circuits_name_key unique (organisation_id, name),
  constraint circuits_siteId_fkey foreign key (organisation_id, site_id) references estate.sites (organisation_id, id),
  constraint circuits_farSiteId_fkey foreign key (organisation_id, far_site_id) references estate.sites (organisation_id, id),
  constraint circuits_assetId_fkey foreign key (organisation_id, asset_id)
    references estate.assets (organisation_id, id) on delete set null (asset_id),
  constraint circuits_interfaceId_fkey foreign key (organisation_id, interface_id)
    references network.interfaces (organisation_id, id) on delete set null (interface_id)
);
call kernel.isolate('network.circuits', 'site_id');

create table network.links (
  id uuid primary key,
  organisation_id uuid not null,
  -- The two ends in the order of their ids, so that a link is one row whoever saw it.
  asset_id uuid not null,
  interface_id uuid,
  far_asset_id uuid not null,
  far_interface_id uuid,
  kind text not null default 'cable' check (kind in ('cable', 'aggregate', 'radio', 'tunnel', 'virtual')),
  source text not null default 'typed' check (source in ('typed', 'lldp', 'cdp', 'bridge', 'arp')),
  circuit_id uuid,
  notes text not null default '',
  seen_at timestamptz,
  created_at timestamptz not null default kernel.clock(),
  updated_at timestamptz not null default kernel.clock(),
  version integer not null default 1,
  constraint links_order_check check (asset_id < far_asset_id or (asset_id = far_asset_id and interface_id < far_interface_id)),
  constraint links_ends_key unique nulls not distinct (asset_id, interface_id, far_asset_id, far_interface_id),
  constraint links_assetId_fkey foreign key (organisation_id, asset_id)
    references estate.assets (organisation_id, id) on delete cascade,
  constraint links_farAssetId_fkey foreign key (organisation_id, far_asset_id)
    references estate.assets (organisation_id, id) on delete cascade,
  constraint links_interfaceId_fkey foreign key (organisation_id, interface_id)
    references network.interfaces (organisation_id, id) on delete cascade,
  constraint links_farInterfaceId_fkey foreign key (organisation_id, far_interface_id)
    references network.interfaces (organisation_id, id) on delete cascade,
  constraint links_circuitId_fkey foreign key (organisation_id, circuit_id)
    references network.circuits (organisation_id, id) on delete set null (circuit_id)
);
create index links_far on network.links (far_asset_id);
call kernel.isolate_under('network.links', 'estate.assets', 'asset_id');
