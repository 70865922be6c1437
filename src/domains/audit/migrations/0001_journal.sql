-- The journal: append-only. Writers insert without waiting for each other; one job seals entries into a hash chain in
-- the order of `sequence`. A number that was rolled back is not a missing entry: sealed entries are numbered again,
-- without gaps, by `position`.
create table audit.entries (
  id uuid primary key,
  sequence bigint generated always as identity,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('anonymous', 'system', 'person')),
  actor_id uuid,
  actor_name text not null,
  -- The session or token that signed the request.
  signed_by text,
  address text not null,
  operation text not null,
  organisation_id uuid,
  -- The site it concerned, so that who sees a part of the tree sees its history.
  place_id uuid,
  subject_type text not null,
  subject_id uuid,
  subject_name text,
  changes jsonb not null,
  detail jsonb not null,
  -- Transactions that may still be open hold the sealing back, so that nothing is sealed out of order.
  xid xid8 not null default pg_current_xact_id()
);
create index entries_at on audit.entries (at desc, id desc);
create index entries_subject on audit.entries (subject_id, at desc) where subject_id is not null;
create index entries_sequence on audit.entries (sequence);

-- Each sealed entry: hash = SHA-256(hash before, the entry in canonical form).
create table audit.seals (
  position bigint primary key,
  entry_id uuid not null unique,
  hash bytea not null
);

alter table audit.entries enable row level security;
alter table audit.entries force row level security;
grant select, insert on audit.entries to vigie_app;
grant select on audit.entries to vigie_all;
grant insert on audit.entries to vigie_all;
grant select, insert on audit.seals to vigie_all;
create policy isolation on audit.entries for select to vigie_app using (
  (select kernel.sees_everything()) or organisation_id = any((select kernel.seen_organisations())::uuid[])
  or place_id = any((select kernel.seen_places())::uuid[]));
create policy append on audit.entries for insert to vigie_app with check (true);
create policy jobs on audit.entries to vigie_all using (true) with check (true);

-- Nobody changes or removes an entry, the application's roles least of all.
create function audit.refuse() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete on audit.entries for each row execute function audit.refuse();
create trigger append_only before update or delete on audit.seals for each row execute function audit.refuse();
