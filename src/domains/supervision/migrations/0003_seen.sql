-- Alerts and checks with what they are on. A level counts only where the asset lies on a site.
create view supervision.alerts_seen with (security_invoker = true) as
select a.*, s.name as asset_name, s.kind as asset_kind, s.site_id, s.site_name, s.site_path, l.effective_level as level,
  array_position(array['unreachable', 'unknown', 'warning', 'critical'], a.state) as weight
from supervision.alerts a
  join estate.assets_seen s on s.id = a.asset_id
  left join estate.sites_seen l on l.id = s.site_id;
grant select on supervision.alerts_seen to vigie_app, vigie_all;

create view supervision.checks_seen with (security_invoker = true) as
select c.*, s.name as asset_name, s.site_id, s.site_name, s.site_path, t.state, t.since
from supervision.checks c
  join estate.assets_seen s on s.id = c.asset_id
  left join supervision.states t on t.check_id = c.id;
grant select on supervision.checks_seen to vigie_app, vigie_all;
