-- An alert is over too where its check asks something else from now on.
alter table supervision.alerts drop constraint alerts_ended_check, add constraint alerts_ended_check
  check (ended in
    ('recovered', 'off', 'settings', 'unwatched', 'gone', 'service', 'address', 'credential', 'confirmation', 'deleted'));
