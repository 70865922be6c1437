-- Where a credential may be told: where the asset answered to it, or was moved by somebody who may send it anywhere.
-- Nowhere else, whatever address the asset is given. The latest comes first.
alter table inventory.access add column addresses inet[] not null default '{}';
set local role vigie_all;
update inventory.access a set addresses = array(
  select n.address from network.primary_addresses n where n.asset_id = a.asset_id);
reset role;
