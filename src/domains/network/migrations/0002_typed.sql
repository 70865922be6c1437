-- An interface that a person wrote in is not gone because no device tells of it; of one that a device told of, what a
-- person wrote stays as written (the columns in `typed`).
alter table network.interfaces
  add column source text not null default 'discovered' check (source in ('typed', 'discovered')),
  add column typed text[] not null default '{}';

-- Named so that the API can tell the field (`far_site_id` is farSiteId).
alter table network.circuits rename constraint circuits_siteId_fkey to circuits_site_id_fkey;
alter table network.circuits rename constraint circuits_farSiteId_fkey to circuits_far_site_id_fkey;
alter table network.circuits rename constraint circuits_assetId_fkey to circuits_asset_id_fkey;
alter table network.circuits rename constraint circuits_interfaceId_fkey to circuits_interface_id_fkey;
alter table network.links rename constraint links_circuitId_fkey to links_circuit_id_fkey;
