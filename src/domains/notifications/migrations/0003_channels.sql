-- How a channel fares: whose turn it is to send (one worker at a time, so that what is told stays in order), and since a
-- failure when it is tried again. What waits for it waits together.
create table notifications.channels (
  name text primary key,
  holder uuid,
  held_until timestamptz,
  attempts integer not null default 0,
  retry_at timestamptz,
  error text
);
call kernel.share('notifications.channels');
insert into notifications.channels (name) values ('mail');

-- Turns are the channel's now.
alter table notifications.messages drop column claimed_until;
-- The order in which they were ordered; ids and times of one transaction do not tell.
alter table notifications.messages add column ordinal bigint generated always as identity;
create index messages_waiting on notifications.messages (recipient, ordinal) where state = 'waiting';
