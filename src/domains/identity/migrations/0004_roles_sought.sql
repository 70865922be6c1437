-- Roles are found by what is typed, as people and organisations are.
alter table identity.roles
  add column sought text generated always as (kernel.sought(array[name])) stored;
