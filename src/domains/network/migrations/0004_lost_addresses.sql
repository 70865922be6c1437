-- Who holds an address of the plan that discovery speaks in: a proposal for it says so.
create view network.holders_seen with (security_invoker = true) as
select n.organisation_id, n.address, n.asset_id, a.name as asset_name
from network.addresses n
  join estate.assets_seen a on a.id = n.asset_id
where n.domain = '';
grant select on network.holders_seen to vigie_app, vigie_all;

-- An asset whose last address went to another, since when nobody speaks to it. Gone as soon as it has an address again.
create table network.lost_addresses (
  asset_id uuid primary key,
  organisation_id uuid not null,
  address inet not null,
  to_asset_id uuid,
  lost_at timestamptz not null,
  constraint lost_addresses_asset_fkey foreign key (organisation_id, asset_id)
    references estate.assets (organisation_id, id) on delete cascade,
  constraint lost_addresses_to_asset_fkey foreign key (organisation_id, to_asset_id)
    references estate.assets (organisation_id, id) on delete set null (to_asset_id)
);
call kernel.isolate_under('network.lost_addresses', 'estate.assets', 'asset_id');
