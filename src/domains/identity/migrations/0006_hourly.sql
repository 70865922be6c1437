-- What somebody has done of that which may be done only so often within an hour: one count for all processes.
create table identity.hourly (
  key text not null,
  at timestamptz not null
);
create index hourly_key on identity.hourly (key, at);
create index hourly_at on identity.hourly (at);
grant select, insert, delete on identity.hourly to vigie_all;
