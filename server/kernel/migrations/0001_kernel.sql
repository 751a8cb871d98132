create table kernel.reaction (
  id bigint generated always as identity primary key,
  name text not null,
  payload jsonb not null,
  run_at timestamptz not null default now(),
  attempts int not null default 0,
  last_error text
);
-- Rows live for milliseconds; a low fill and eager vacuum keep the queue's index small under load.
create index reaction_due on kernel.reaction (run_at, id);
alter table kernel.reaction set (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 2000);

-- What kept failing, for a person to look at; nothing is thrown away.
create table kernel.failed_reaction (
  id bigint primary key,
  name text not null,
  payload jsonb not null,
  failed_at timestamptz not null default now(),
  last_error text not null
);

create table kernel.schedule (
  name text primary key,
  next_at timestamptz not null default now(),
  last_error text
);

create table kernel.answer (
  who text not null,
  key text not null check (length(key) between 8 and 200),
  request_hash text not null,
  answer jsonb,
  at timestamptz not null default now(),
  primary key (who, key)
);
create index answer_at on kernel.answer (at);

create table kernel.audit_log (
  id uuid primary key,
  at timestamptz not null default now(),
  account_id uuid,
  did text not null,
  subject text not null,
  division_code text collate "C",
  detail jsonb not null
);
create index audit_by_subject on kernel.audit_log (subject, id);
create index audit_by_division on kernel.audit_log (division_code, id);
create index audit_by_account on kernel.audit_log (account_id, id);

create function kernel.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of %.% are never changed or removed', tg_table_schema, tg_table_name;
end $$;
create trigger append_only before update or delete on kernel.audit_log
  for each row execute function kernel.refuse_change();

-- Counts attempts (sign-in codes, passwords) across all web processes.
create table kernel.attempt (
  what text not null,
  who text not null,
  window_start timestamptz not null,
  count int not null,
  primary key (what, who)
);
