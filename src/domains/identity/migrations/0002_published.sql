-- What the domains above may read of identity.

-- The tree that rights are granted over: `path` holds the ids from the root down to the place itself.
create view identity.place_paths with (security_invoker = true) as
select id, organisation_id, parent_id, path from identity.places;
grant select on identity.place_paths to vigie_app, vigie_all;

-- The functions below run as the owner of these tables, whom row-level security binds too.
create policy published on identity.people for select to current_user using (true);
create policy published on identity.grants for select to current_user using (true);
create policy published on identity.places for select to current_user using (true);

-- The names of people, whoever asks: who may see an asset may see who answers for it, though not the person's record.
create function identity.names_of(ids uuid[]) returns table (id uuid, name text)
language sql stable security definer set search_path = pg_catalog as
$$ select p.id, p.name from identity.people p where p.id = any(ids) $$;
revoke all on function identity.names_of from public;
grant execute on function identity.names_of to vigie_app, vigie_all;

-- Who holds a right over an organisation (or over one of its places), whoever asks: those whom an alert is told to.
create function identity.recipients_of(wanted text, organisation uuid, place uuid)
returns table (id uuid, name text, email text, language text)
language sql stable security definer set search_path = pg_catalog as
$$ select p.id, p.name, p.email, p.language from identity.people p
  where p.state = 'active' and exists (
    select from identity.grants g join identity.roles r on r.id = g.role_id
    where g.person_id = p.id and wanted = any(r.rights)
      and (g.organisation_id is null
        or g.organisation_id = organisation and (g.place_id is null
          or exists (select from identity.places s where s.id = place and s.path @> array[g.place_id]))))
  order by p.name, p.id $$;
revoke all on function identity.recipients_of from public;
grant execute on function identity.recipients_of to vigie_app, vigie_all;

-- How many active people hold the administrator's role over everything: one must always remain.
create function identity.administrators_left() returns bigint
language sql stable security definer set search_path = pg_catalog as
$$ select count(distinct p.id) from identity.people p
  join identity.grants g on g.person_id = p.id join identity.roles r on r.id = g.role_id
  where p.state = 'active' and r.builtin = 'administrator' and g.organisation_id is null $$;
revoke all on function identity.administrators_left from public;
grant execute on function identity.administrators_left to vigie_app, vigie_all;
