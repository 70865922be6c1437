-- Where each asset is spoken to, for the domains above.
create view network.primary_addresses with (security_invoker = true) as
select organisation_id, asset_id, address from network.addresses where is_primary;
grant select on network.primary_addresses to vigie_app, vigie_all;
