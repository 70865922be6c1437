-- A check rests where its credential was never seen to work at the address that its asset has now.
alter table supervision.checks drop constraint checks_lacks_check, add constraint checks_lacks_check
  check (lacks in ('address', 'credential', 'confirmation', 'service'));
alter table supervision.alerts drop constraint alerts_ended_check, add constraint alerts_ended_check
  check (ended in
    ('recovered', 'off', 'unwatched', 'gone', 'service', 'address', 'credential', 'confirmation', 'deleted'));
