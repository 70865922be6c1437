-- The mail server that a person set on the screen; without a row, the one of the settings (VIGIE_SMTP_URL).
create table notifications.mail_servers (
  id uuid primary key,
  host text not null check (length(host) between 1 and 253),
  port integer not null check (port between 1 and 65535),
  -- tls: from the first byte; starttls: asked for; none: in clear (a relay on the same machine).
  security text not null check (security in ('tls', 'starttls', 'none')),
  username text not null default '',
  password_sealed bytea,
  sender text not null,
  created_at timestamptz not null default kernel.clock(),
  updated_at timestamptz not null default kernel.clock(),
  version integer not null default 1
);
create unique index mail_servers_one on notifications.mail_servers ((true));
call kernel.share('notifications.mail_servers');

-- What is to be told, to whom. Written in the transaction of what it tells of.
create table notifications.messages (
  id uuid primary key,
  organisation_id uuid,
  person_id uuid references identity.people on delete set null,
  -- What it tells of and to whom: told once, however often it is ordered.
  key text not null,
  kind text not null,
  recipient text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'given-up')),
  due_at timestamptz not null,
  attempts integer not null default 0,
  error text,
  claimed_until timestamptz,
  created_at timestamptz not null default kernel.clock(),
  sent_at timestamptz,
  constraint messages_key_key unique (key)
);
create index messages_due on notifications.messages (due_at) where state = 'waiting';
create index messages_created on notifications.messages (created_at desc, id desc);
call kernel.isolate('notifications.messages');
