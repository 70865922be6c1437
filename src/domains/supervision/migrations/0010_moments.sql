-- What became of each alert, as it became: the alert itself holds only how it is.
create table supervision.alert_moments (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  alert_id uuid not null references supervision.alerts on delete cascade,
  what text not null check (what in ('opened', 'changed', 'closed')),
  state text not null,
  measured double precision,
  threshold double precision,
  cause text,
  at timestamptz not null
);
create index alert_moments_alert on supervision.alert_moments (alert_id, at desc);
call kernel.isolate_under('supervision.alert_moments', 'supervision.alerts', 'alert_id');

-- Whoever writes an alert, its moment is kept. Where its asset was deleted, the alert alone says when it ended: the
-- database itself writes it then, which no policy lets write here.
create function supervision.keep_moment() returns trigger language plpgsql as $$
begin
  insert into supervision.alert_moments (organisation_id, alert_id, what, state, measured, threshold, cause, at)
  values (new.organisation_id, new.id,
    case when tg_op = 'INSERT' then 'opened' when new.closed_at is not null then 'closed' else 'changed' end,
    new.state, new.measured, new.threshold, new.cause, new.changed_at);
  return null;
end $$;
create trigger keep_opened after insert on supervision.alerts for each row execute function supervision.keep_moment();
create trigger keep_changed after update on supervision.alerts for each row
  when (new.asset_id is not null
    and (old.state <> new.state or (old.closed_at is null and new.closed_at is not null)))
  execute function supervision.keep_moment();
