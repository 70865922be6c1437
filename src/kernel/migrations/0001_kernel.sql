-- What every domain's tables stand on: time, isolation, versions, the outbox.

-- Our own clock's time, set at the start of each transaction.
create function kernel.clock() returns timestamptz language sql stable as
$$ select current_setting('vigie.now')::timestamptz $$;

create function kernel.sees_everything() returns boolean language sql stable as
$$ select coalesce(current_setting('vigie.everything', true), '') = 'on' $$;
create function kernel.seen_organisations() returns uuid[] language sql stable as
$$ select coalesce(nullif(current_setting('vigie.organisations', true), '')::uuid[], '{}') $$;
create function kernel.seen_places() returns uuid[] language sql stable as
$$ select coalesce(nullif(current_setting('vigie.places', true), '')::uuid[], '{}') $$;
create function kernel.partly_seen_organisations() returns uuid[] language sql stable as
$$ select coalesce(nullif(current_setting('vigie.part_of', true), '')::uuid[], '{}') $$;

create function kernel.count_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  new.updated_at := kernel.clock();
  return new;
end $$;

-- Gives the application's roles a table, without isolation (for tables that belong to no organisation and whose
-- operations check rights of their own).
create procedure kernel.share(target regclass) language plpgsql as $$
begin
  execute format('grant select, insert, update, delete on %s to vigie_app, vigie_all', target);
  if exists (select from pg_attribute where attrelid = target and attname = 'version' and not attisdropped)
    and exists (select from pg_attribute where attrelid = target and attname = 'updated_at' and not attisdropped) then
    execute format('create trigger count_version before update on %s for each row execute function kernel.count_version()', target);
  end if;
end $$;

-- Row-level security for a table with organisation_id: rows of the organisations that the transaction may see, of the
-- places it may see (place: the column that holds one), and what `more` allows besides (an SQL condition).
create procedure kernel.isolate(target regclass, place text default null, more text default null) language plpgsql as $$
declare
  seen text := '(select kernel.sees_everything()) or organisation_id = any((select kernel.seen_organisations())::uuid[])';
begin
  call kernel.share(target);
  if place is not null then
    seen := seen || format(' or %I = any((select kernel.seen_places())::uuid[])', place);
  end if;
  if more is not null then seen := seen || format(' or (%s)', more); end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy isolation on %s to vigie_app using (%s) with check (%s)', target, seen, seen);
  execute format('create policy jobs on %s to vigie_all using (true) with check (true)', target);
end $$;

-- The same for a table whose rows hang off a row of another (an interface off its asset): seen with the organisation, or
-- where the transaction sees some places only, with the row it hangs off.
create procedure kernel.isolate_under(target regclass, parent regclass, link text) language plpgsql as $$
begin
  call kernel.isolate(target, null, format(
    'cardinality((select kernel.seen_places())::uuid[]) > 0 and exists (select from %s parent where parent.id = %I)',
    parent, link));
end $$;

-- Names as people read them: accents beside their letter, sw-2 before sw-10. For lists and their indexes.
create collation kernel.natural (provider = icu, locale = 'und-u-kn-true');

-- What free text is sought in: lower case, without the accents of our languages. For a generated column named `sought`,
-- so that a list with `q` compares one text a row.
create function kernel.sought(texts text[]) returns text language sql immutable strict parallel safe as
$$ select translate(replace(replace(lower(array_to_string(texts, ' ')), 'œ', 'oe'), 'æ', 'ae'),
  'àâäáãåçéèêëíìîïñóòôöõúùûüýÿÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜÝŸ’',
  'aaaaaaceeeeiiiinooooouuuuyyaaaaaaceeeeiiiinooooouuuuyy''') $$;

create table kernel.outbox (
  id uuid primary key,
  type text not null,
  organisation_id uuid,
  place_id uuid,
  payload jsonb not null,
  created_at timestamptz not null
);
create index outbox_created_at on kernel.outbox (created_at);
create table kernel.deliveries (
  event_id uuid not null references kernel.outbox on delete cascade,
  listener text not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  error text,
  primary key (event_id, listener)
);
create index deliveries_due on kernel.deliveries (due_at);
grant insert on kernel.outbox, kernel.deliveries to vigie_app;
grant select, insert, update, delete on kernel.outbox, kernel.deliveries to vigie_all;

-- Answers kept for a day, so that a script that repeats a request after a broken line does not write twice.
create table kernel.idempotency (
  actor_id uuid not null,
  key text not null,
  operation text not null,
  request bytea not null,
  answer jsonb,
  created_at timestamptz not null,
  primary key (actor_id, key)
);
create index idempotency_created_at on kernel.idempotency (created_at);
grant select, insert, update on kernel.idempotency to vigie_app;
grant select, delete on kernel.idempotency to vigie_all;

-- Settings that the program itself keeps (never a secret in clear).
create table kernel.facts (name text primary key, value jsonb not null);
grant select, insert, update, delete on kernel.facts to vigie_app, vigie_all;
