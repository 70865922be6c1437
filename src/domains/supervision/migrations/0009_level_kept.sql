-- An alert that is over keeps the level that its site had when it ended: what is raised later did not concern it.
alter table supervision.alerts add column level smallint;

create function supervision.keep_level() returns trigger language plpgsql as $$
begin
  new.level := (select s.effective_level from estate.sites_seen s where s.id = new.site_id);
  return new;
end $$;
-- By its name after `let_go`, which ends the alerts of an asset that is deleted.
create trigger then_keep_level before update on supervision.alerts for each row
  when (old.closed_at is null and new.closed_at is not null) execute function supervision.keep_level();

drop view supervision.alerts_seen;
create view supervision.alerts_seen with (security_invoker = true) as
select a.id, a.organisation_id, a.asset_id, a.gone_asset_id, a.check_id, a.rule, a.component, a.state, a.worst, a.measured,
  a.threshold, a.cause, a.opened_at, a.changed_at, a.closed_at, a.ended, a.acknowledged_at, a.acknowledged_by,
  a.acknowledged_until, a.comment, a.muted_until, a.created_at, a.updated_at, a.version,
  coalesce(s.name, a.asset_name) as asset_name, coalesce(s.kind, a.asset_kind) as asset_kind,
  l.id as site_id, l.name as site_name, l.path as site_path,
  -- Of those that ended before levels were kept, nobody knows it any more.
  case when a.closed_at is null or a.level is null then l.effective_level else a.level end as level,
  array_position(array['unreachable', 'unknown', 'warning', 'critical'], a.state) as weight
from supervision.alerts a
  left join estate.assets_seen s on s.id = a.asset_id
  left join estate.sites_seen l on l.id = case when a.asset_id is null then a.site_id else s.site_id end;
grant select on supervision.alerts_seen to vigie_app, vigie_all;
