-- Who moves a place may see a part only of what lies below it: the paths of all of it follow, whoever moved it. It takes
-- no path from its caller: whatever it is called with, a place ends with its parent's path and itself.
create policy moved on identity.places for update to current_user using (true) with check (true);
create function identity.rewrite_paths(top uuid) returns void
language sql security definer set search_path = pg_catalog as
$$ with recursive below as (
    select p.id, coalesce(a.path, '{}') || p.id as path
    from identity.places p left join identity.places a on a.id = p.parent_id where p.id = top
    union all
    select p.id, b.path || p.id from identity.places p join below b on p.parent_id = b.id
    where p.id <> all(b.path))
  update identity.places p set path = below.path from below where below.id = p.id and p.path <> below.path $$;
revoke all on function identity.rewrite_paths from public;
grant execute on function identity.rewrite_paths to vigie_app, vigie_all;

-- Places that were left behind by an earlier move.
select identity.rewrite_paths(id) from identity.places where parent_id is null;
