-- A table that somebody asked to be written as a file: how far it is, then the file, for a day.
create table monitoring.sheet (
  id uuid primary key,
  account_id uuid not null,
  asked jsonb not null,
  title text not null,
  state text not null default 'waiting' check (state in ('waiting', 'writing', 'ready', 'failed')),
  rows_done int not null default 0,
  rows_all int not null default 0 check (rows_done <= rows_all),
  -- Why it cannot be written, in the reader's words; what broke, for whoever runs the system.
  refused text not null default '',
  last_error text not null default '',
  file bytea,
  fetched boolean not null default false,
  created_at timestamptz not null default now(),
  check ((state = 'ready') = (file is not null))
);
-- Asking twice for what is under way is asking once.
create unique index sheet_under_way on monitoring.sheet (account_id, asked) where state in ('waiting', 'writing');
create index sheet_by_account on monitoring.sheet (account_id, id);
create index sheet_by_age on monitoring.sheet (created_at);
