-- An alert ends because it is well again, or because nobody watches any more: who was told of it is told which. It
-- outlives its asset, under the name that the asset had.
alter table supervision.alerts
  drop constraint alerts_asset_fkey,
  alter column asset_id drop not null,
  -- Null while it is open.
  add column ended text check (ended in
    ('recovered', 'off', 'unwatched', 'gone', 'service', 'address', 'credential', 'deleted')),
  -- What its asset was; while it is open these follow the asset.
  add column asset_name text not null default '',
  add column asset_kind text not null default 'other',
  add column site_id uuid,
  -- Of an asset that was deleted.
  add column gone_asset_id uuid,
  add constraint alerts_gone_check check (num_nonnulls(asset_id, gone_asset_id) = 1),
  add constraint alerts_asset_fkey foreign key (organisation_id, asset_id)
    references estate.assets (organisation_id, id) on delete set null (asset_id),
  add constraint alerts_organisation_fkey foreign key (organisation_id)
    references identity.organisations on delete cascade;
alter table supervision.alerts no force row level security;
update supervision.alerts set ended = 'recovered' where closed_at is not null;
alter table supervision.alerts force row level security;
alter table supervision.alerts add constraint alerts_over_check check ((closed_at is null) = (ended is null));
create index alerts_asset on supervision.alerts (asset_id);
create index alerts_gone on supervision.alerts (gone_asset_id) where gone_asset_id is not null;

-- Without its asset an alert is seen by whoever sees the site where it stood.
create policy gone on supervision.alerts for select to vigie_app
  using (asset_id is null and site_id = any((select kernel.seen_places())::uuid[]));

-- As its asset goes, an alert lets go of it, and is over where it was open.
create function supervision.let_go() returns trigger language plpgsql as $$
begin
  new.gone_asset_id := old.asset_id;
  if old.closed_at is null then
    new.closed_at := kernel.clock();
    new.changed_at := new.closed_at;
    new.ended := 'deleted';
  end if;
  return new;
end $$;
create trigger let_go before update of asset_id on supervision.alerts for each row
  when (old.asset_id is not null and new.asset_id is null) execute function supervision.let_go();

drop view supervision.alerts_seen;
create view supervision.alerts_seen with (security_invoker = true) as
select a.id, a.organisation_id, a.asset_id, a.gone_asset_id, a.check_id, a.rule, a.component, a.state, a.worst, a.measured,
  a.threshold, a.opened_at, a.changed_at, a.closed_at, a.ended, a.acknowledged_at, a.acknowledged_by,
  a.acknowledged_until, a.comment, a.muted_until, a.created_at, a.updated_at, a.version,
  coalesce(s.name, a.asset_name) as asset_name, coalesce(s.kind, a.asset_kind) as asset_kind,
  l.id as site_id, l.name as site_name, l.path as site_path, l.effective_level as level,
  array_position(array['unreachable', 'unknown', 'warning', 'critical'], a.state) as weight
from supervision.alerts a
  left join estate.assets_seen s on s.id = a.asset_id
  left join estate.sites_seen l on l.id = case when a.asset_id is null then a.site_id else s.site_id end;
grant select on supervision.alerts_seen to vigie_app, vigie_all;
