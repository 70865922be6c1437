-- Sites: a place of identity's tree, with what people know of it.
create table estate.sites (
  id uuid primary key,
  organisation_id uuid not null references identity.organisations,
  kind text not null check (kind in ('territory', 'site', 'building', 'room')),
  name text not null check (length(name) between 1 and 200),
  code text not null default '',
  street text not null default '',
  postal_code text not null default '',
  city text not null default '',
  country text not null default 'FR' check (length(country) = 2),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  -- 1 to 5; 5 hurts most when down. Null: as the site above.
  level smallint check (level between 1 and 5),
  contacts jsonb not null default '[]',
  notes text not null default '',
  sought text generated always as (kernel.sought(array[name, code, city, postal_code])) stored,
  created_at timestamptz not null default kernel.clock(),
  updated_at timestamptz not null default kernel.clock(),
  version integer not null default 1,
  constraint sites_whole_key unique (organisation_id, id),
  constraint sites_place_fkey foreign key (organisation_id, id) references identity.places (organisation_id, id),
  constraint sites_coordinates_check check ((latitude is null) = (longitude is null))
);
create index sites_name on estate.sites (name collate kernel.natural, id);
call kernel.isolate('estate.sites', 'id');

-- An operational level raised for a dated period: activity changes (a summer camp, a crisis).
create table estate.level_periods (
  id uuid primary key,
  organisation_id uuid not null,
  site_id uuid not null,
  level smallint not null check (level between 1 and 5),
  reason text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  created_at timestamptz not null default kernel.clock(),
  updated_at timestamptz not null default kernel.clock(),
  version integer not null default 1,
  constraint level_periods_site_fkey foreign key (organisation_id, site_id)
    references estate.sites (organisation_id, id) on delete cascade,
  constraint level_periods_endsAt_check check (ends_at > starts_at)
);
create index level_periods_site on estate.level_periods (site_id, ends_at);
call kernel.isolate('estate.level_periods', 'site_id');

-- Sites with where they hang and the level in force at a time of our clock. Read by the domains above.
create view estate.sites_seen with (security_invoker = true) as
select s.*, p.parent_id, p.path,
  (select string_agg(a.name, ' › ' order by u.depth) from unnest(p.path) with ordinality u (id, depth)
    join estate.sites a on a.id = u.id) as path_name,
  greatest(
    coalesce(s.level, (select a.level from unnest(p.path) with ordinality u (id, depth)
      join estate.sites a on a.id = u.id where a.level is not null order by u.depth desc limit 1), 3),
    (select max(l.level) from estate.level_periods l
      where l.site_id = any(p.path) and l.starts_at <= kernel.clock() and l.ends_at > kernel.clock())
  ) as effective_level
from estate.sites s join identity.place_paths p on p.id = s.id;
grant select on estate.sites_seen to vigie_app, vigie_all;
