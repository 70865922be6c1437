-- A one-time link that the text names by a placeholder: sealed, and dropped once the mail is sent or given up.
alter table notifications.messages add column link_sealed bytea;
-- What the mail holds is worth nothing after this.
alter table notifications.messages add column good_until timestamptz;
