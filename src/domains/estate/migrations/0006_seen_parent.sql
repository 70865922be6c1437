-- The same, with the site above as far as the reader sees it: who holds a part of the tree is not told what it hangs under.
create or replace view estate.sites_seen with (security_invoker = true) as
select s.*, p.parent_id, p.path,
  (select string_agg(a.name, ' › ' order by array_position(p.path, a.id)) from estate.sites a where a.id = any(p.path))
    as path_name,
  greatest(
    coalesce(s.level, (select a.level from estate.sites a where a.id = any(p.path) and a.level is not null
      order by array_position(p.path, a.id) desc limit 1), 3),
    (select max(l.level) from estate.level_periods l
      where l.site_id = any(p.path) and l.starts_at <= kernel.clock() and l.ends_at > kernel.clock())
  ) as effective_level,
  (select a.id from estate.sites a where a.id = p.parent_id) as seen_parent_id
from estate.sites s join identity.place_paths p on p.id = s.id;
