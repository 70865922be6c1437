-- The things that a message tells of, by their ids.
alter table notifications.messages add column about uuid[] not null default '{}';
create index messages_about on notifications.messages using gin (about) where about <> '{}';
