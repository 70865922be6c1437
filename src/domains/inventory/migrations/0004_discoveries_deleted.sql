-- What a discovery found outlives it: a proposal holds its facts, and where they were read, itself.
alter table inventory.proposals alter column discovery_id drop not null;
alter table inventory.proposals drop constraint proposals_discovery_fkey;
alter table inventory.proposals add constraint proposals_discovery_fkey foreign key (organisation_id, discovery_id)
  references inventory.discoveries (organisation_id, id) on delete set null (discovery_id);
create index proposals_discovery on inventory.proposals (discovery_id);
