create schema notices;

create table notices.announcement (
  id uuid primary key,
  division_code text collate "C" not null references divisions.division (code),
  kind text not null check (kind in ('announcement', 'publicNotice')),
  title text not null,
  body text not null,
  published_at timestamptz not null default now(),
  -- A public notice runs for workdays and takes objections until its end.
  open_until date,
  published_by uuid,
  is_sample boolean not null default false,
  constraint public_notice_ends check ((kind = 'publicNotice') = (open_until is not null))
);
create index announcement_by_division on notices.announcement (division_code, id desc);

-- Messages to one person: "a new order", "returned with a reason". No phone numbers or addresses inside.
create table notices.notification (
  id uuid primary key,
  account_id uuid not null,
  key text not null,
  params jsonb not null default '{}',
  path text not null default '/',
  at timestamptz not null default now(),
  read_at timestamptz
);
create index notification_by_account on notices.notification (account_id, id desc);
create index notification_unread on notices.notification (account_id) where read_at is null;
