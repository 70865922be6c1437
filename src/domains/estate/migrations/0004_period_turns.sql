-- What was last said of a period to those who follow its site. Apart from the period, whose version counts what people
-- change of it; the cycle's alone.
create table estate.level_periods_said (
  period_id uuid primary key references estate.level_periods on delete cascade,
  phase text not null check (phase in ('planned', 'running', 'over'))
);
grant select, insert, update, delete on estate.level_periods_said to vigie_all;
