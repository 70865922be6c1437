-- What the domains above may read of identity.

-- The tree that rights are granted over: `path` holds the ids from the root down to the place itself.
create view identity.place_paths with (security_invoker = true) as
select id, organisation_id, parent_id, path from identity.places;
grant select on identity.place_paths to vigie_app, vigie_all;

-- The names of people, whoever asks: who may see an asset may see who answers for it, though not the person's record.
create function identity.names_of(ids uuid[]) returns table (id uuid, name text)
language sql stable security definer set search_path = pg_catalog as
$$ select p.id, p.name from identity.people p where p.id = any(ids) $$;
revoke all on function identity.names_of from public;
grant execute on function identity.names_of to vigie_app, vigie_all;
