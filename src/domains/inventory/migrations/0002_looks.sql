-- The addresses that a discovery is looking at right now: written before, removed after. What is still here when another worker
-- takes the discovery over is what the last one died on, or was at when it died.
create table inventory.looks (
  discovery_id uuid not null,
  organisation_id uuid not null,
  address inet not null,
  -- How often it was begun without coming to an end.
  begun integer not null default 1,
  primary key (discovery_id, address),
  constraint looks_discovery_fkey foreign key (organisation_id, discovery_id)
    references inventory.discoveries (organisation_id, id) on delete cascade
);
call kernel.isolate_under('inventory.looks', 'inventory.discoveries', 'discovery_id');
