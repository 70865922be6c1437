-- The built-in store of time series.

-- Which series there are: a metric of an asset, of one of its components where it has several.
create table supervision.series (
  id integer generated always as identity primary key,
  organisation_id uuid not null,
  asset_id uuid not null,
  metric text not null check (length(metric) between 1 and 100),
  component text not null default '' check (length(component) <= 200),
  -- How long its values are kept.
  class text not null check (class in ('fine', 'usual')),
  created_at timestamptz not null default kernel.clock(),
  constraint series_whole_key unique (asset_id, metric, component),
  constraint series_asset_fkey foreign key (organisation_id, asset_id)
    references estate.assets (organisation_id, id) on delete cascade
);
call kernel.isolate_under('supervision.series', 'estate.assets', 'asset_id');

-- The values of all organisations lie together in the tables below, so the application's role sees them only as
-- vigie_all, after it has looked up under row-level security which series the caller may read.

-- What collectors append: all values of a second in one row (bucket null). Folded after some minutes into rows of 64
-- neighbouring series each, of one day, so that reading one series does not decode them all.
create table supervision.blocks (
  id bigint generated always as identity primary key,
  bucket integer,
  from_at timestamptz not null,
  until_at timestamptz not null,
  value_count integer not null,
  data bytea not null
);
alter table supervision.blocks alter column data set storage external;
create index blocks_unfolded on supervision.blocks (id) where bucket is null;
create index blocks_folded on supervision.blocks (bucket, from_at) where bucket is not null;
grant select, insert, delete on supervision.blocks to vigie_all;

-- One series over one period (a day, a month, a year), as values (`raw`) or as least, greatest, sum and count of 5
-- minutes, an hour, a day. A tier is a class and a resolution; each has partitions of its own, dropped by age.
create table supervision.chunks (
  tier text not null,
  series_id integer not null,
  starts_on date not null,
  data bytea not null,
  primary key (tier, series_id, starts_on)
) partition by list (tier);
alter table supervision.chunks alter column data set storage external;
grant select, insert, update, delete on supervision.chunks to vigie_all;

create table supervision.chunks_fine_raw partition of supervision.chunks for values in ('fine-raw') partition by range (starts_on);
create table supervision.chunks_fine_5m partition of supervision.chunks for values in ('fine-5m') partition by range (starts_on);
create table supervision.chunks_fine_1h partition of supervision.chunks for values in ('fine-1h') partition by range (starts_on);
create table supervision.chunks_fine_1d partition of supervision.chunks for values in ('fine-1d') partition by range (starts_on);
create table supervision.chunks_usual_raw partition of supervision.chunks for values in ('usual-raw') partition by range (starts_on);
create table supervision.chunks_usual_5m partition of supervision.chunks for values in ('usual-5m') partition by range (starts_on);
create table supervision.chunks_usual_1h partition of supervision.chunks for values in ('usual-1h') partition by range (starts_on);
create table supervision.chunks_usual_1d partition of supervision.chunks for values in ('usual-1d') partition by range (starts_on);

-- Partitions come and go while the program runs, and its role owns nothing: these two functions are all it may do.
create function supervision.make_partition(tier text, starts_on date, ends_on date) returns void
language plpgsql security definer set search_path = '' as $$
declare
  parent text := 'chunks_' || replace(tier, '-', '_');
  name text := parent || '_' || to_char(starts_on, 'YYYYMMDD');
begin
  if to_regclass('supervision.' || quote_ident(name)) is not null then return; end if;
  perform pg_advisory_xact_lock(hashtext('supervision.make_partition'));
  execute format('create table if not exists supervision.%I partition of supervision.%I for values from (%L) to (%L)',
    name, parent, starts_on, ends_on);
  execute format('alter table supervision.%I alter column data set storage external', name);
end $$;

create function supervision.drop_partitions(tier text, before date) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  parent text := 'chunks_' || replace(tier, '-', '_');
  partition record;
  dropped integer := 0;
begin
  for partition in
    select c.relname, (regexp_match(pg_get_expr(c.relpartbound, c.oid), 'TO \(''([0-9-]+)'))[1]::date as ends_on
    from pg_catalog.pg_inherits i join pg_catalog.pg_class c on c.oid = i.inhrelid
    where i.inhparent = ('supervision.' || quote_ident(parent))::regclass
  loop
    if partition.ends_on <= before then
      execute format('drop table supervision.%I', partition.relname);
      dropped := dropped + 1;
    end if;
  end loop;
  return dropped;
end $$;
revoke all on function supervision.make_partition, supervision.drop_partitions from public;
grant execute on function supervision.make_partition, supervision.drop_partitions to vigie_all;
