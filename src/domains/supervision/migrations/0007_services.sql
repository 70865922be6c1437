-- Checks that a person gives an asset by hand: a port, a page, a certificate, a name server. One asset may have several of
-- a template, each under a name of its own; those that come by themselves have none.
alter table supervision.checks
  drop constraint checks_template_check,
  drop constraint checks_template_key,
  add column name text not null default '',
  -- What is asked, in the template's own words.
  add column settings jsonb not null default '{}',
  add constraint checks_template_check
    check (template in ('ping', 'snmp-basics', 'tcp', 'http', 'tls', 'dns')),
  add constraint checks_template_key unique (asset_id, template, name);

-- Why nothing came, where that was what was wrong: `refused`, `timeout`, `status`.
alter table supervision.alerts add column cause text;

drop view supervision.alerts_seen;
create view supervision.alerts_seen with (security_invoker = true) as
select a.id, a.organisation_id, a.asset_id, a.gone_asset_id, a.check_id, a.rule, a.component, a.state, a.worst, a.measured,
  a.threshold, a.cause, a.opened_at, a.changed_at, a.closed_at, a.ended, a.acknowledged_at, a.acknowledged_by,
  a.acknowledged_until, a.comment, a.muted_until, a.created_at, a.updated_at, a.version,
  coalesce(s.name, a.asset_name) as asset_name, coalesce(s.kind, a.asset_kind) as asset_kind,
  l.id as site_id, l.name as site_name, l.path as site_path, l.effective_level as level,
  array_position(array['unreachable', 'unknown', 'warning', 'critical'], a.state) as weight
from supervision.alerts a
  left join estate.assets_seen s on s.id = a.asset_id
  left join estate.sites_seen l on l.id = case when a.asset_id is null then a.site_id else s.site_id end;
grant select on supervision.alerts_seen to vigie_app, vigie_all;

drop view supervision.checks_seen;
create view supervision.checks_seen with (security_invoker = true) as
select c.*, s.name as asset_name, s.site_id, s.site_name, s.site_path, t.state, t.since
from supervision.checks c
  join estate.assets_seen s on s.id = c.asset_id
  left join supervision.states t on t.check_id = c.id;
grant select on supervision.checks_seen to vigie_app, vigie_all;
