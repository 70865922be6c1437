-- What of the house's packets a second this discovery has taken for itself, until it asks again.
alter table inventory.discoveries add column pace real;
