-- Who sees some places of an organisation reads its name; only who sees the whole of it changes it.
drop policy isolation on identity.organisations;
create policy isolation on identity.organisations to vigie_app
  using ((select kernel.sees_everything()) or id = any((select kernel.seen_organisations())::uuid[]))
  with check ((select kernel.sees_everything()) or id = any((select kernel.seen_organisations())::uuid[]));
create policy by_name on identity.organisations for select to vigie_app
  using (id = any((select kernel.partly_seen_organisations())::uuid[]));
