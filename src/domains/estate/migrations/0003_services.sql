-- Services: what people use, with an owner, and what they depend on.
create table estate.services (
  id uuid primary key,
  organisation_id uuid not null references identity.organisations,
  name text not null check (length(name) between 1 and 200),
  description text not null default '',
  owner_id uuid references identity.people on delete set null,
  -- 1 to 5; 5 hurts most when down.
  level smallint not null default 3 check (level between 1 and 5),
  url text not null default '',
  notes text not null default '',
  sought text generated always as (kernel.sought(array[name, description, url])) stored,
  created_at timestamptz not null default kernel.clock(),
  updated_at timestamptz not null default kernel.clock(),
  version integer not null default 1,
  constraint services_whole_key unique (organisation_id, id),
  constraint services_name_key unique (organisation_id, name)
);
create index services_name on estate.services (name collate kernel.natural, id);
create index services_owner on estate.services (owner_id);
call kernel.isolate('estate.services');

-- What a service needs: an asset, or another service.
create table estate.service_dependencies (
  organisation_id uuid not null,
  service_id uuid not null,
  asset_id uuid,
  needed_service_id uuid,
  constraint service_dependencies_service_fkey foreign key (organisation_id, service_id)
    references estate.services (organisation_id, id) on delete cascade,
  constraint service_dependencies_asset_fkey foreign key (organisation_id, asset_id)
    references estate.assets (organisation_id, id),
  constraint service_dependencies_neededService_fkey foreign key (organisation_id, needed_service_id)
    references estate.services (organisation_id, id),
  constraint service_dependencies_one_check check (num_nonnulls(asset_id, needed_service_id) = 1),
  constraint service_dependencies_itself_check check (service_id <> needed_service_id),
  constraint service_dependencies_whole_key unique nulls not distinct (service_id, asset_id, needed_service_id)
);
create index service_dependencies_asset on estate.service_dependencies (asset_id);
create index service_dependencies_needed_service on estate.service_dependencies (needed_service_id);
call kernel.isolate_under('estate.service_dependencies', 'estate.services', 'service_id');

-- Each service with every asset it needs, by itself or through the services it needs. Read by the domains above.
create view estate.service_assets with (security_invoker = true) as
with recursive needs (organisation_id, service_id, needed_service_id, asset_id) as (
  select organisation_id, service_id, needed_service_id, asset_id from estate.service_dependencies
  union
  select n.organisation_id, n.service_id, d.needed_service_id, d.asset_id
  from needs n join estate.service_dependencies d on d.service_id = n.needed_service_id
)
select distinct organisation_id, service_id, asset_id from needs where asset_id is not null;
grant select on estate.service_assets to vigie_app, vigie_all;
