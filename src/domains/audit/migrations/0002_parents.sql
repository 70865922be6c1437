-- What an entry's subject hangs off (an interface off its asset), so that the asset's history tells of it. It only leads to
-- the entry, it says nothing of its own: it is not sealed, so that the seals that are there hold.
alter table audit.entries add column parent_ids uuid[] not null default '{}';
create index entries_parents on audit.entries using gin (parent_ids) where parent_ids <> '{}';
