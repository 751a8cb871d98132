create schema accounts;

-- One row per person. People sign in by phone, officers by username; the e-mail is an inner name that the identity
-- library asks for and is never shown or written to.
create table accounts.account (
  id uuid primary key,
  name text not null,
  username text unique check (username = lower(username)),
  phone_number text unique,
  phone_number_verified boolean not null default false,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- An erased account stays as a nameless number, so that orders and the audit trail still point at something.
  erased_at timestamptz,
  is_sample boolean not null default false
);

-- A session that passed the second factor carries the duties of government; one by phone alone does not.
create table accounts.session (
  id uuid primary key,
  account_id uuid not null references accounts.account (id) on delete cascade,
  token text not null unique,
  second_factor boolean not null default false,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index session_by_account on accounts.session (account_id);
create index session_by_end on accounts.session (expires_at);

create table accounts.credential (
  id uuid primary key,
  account_id uuid not null references accounts.account (id) on delete cascade,
  provider_id text not null,
  provider_account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, provider_account_id)
);
create index credential_by_account on accounts.credential (account_id);

create table accounts.two_factor (
  id uuid primary key,
  account_id uuid not null unique references accounts.account (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count int not null default 0,
  locked_until timestamptz
);

-- Half-finished sign-ins: password given, second factor awaited.
create table accounts.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_by_identifier on accounts.verification (identifier);

-- The one-time code a phone waits for: only its keyed hash. A new code replaces the old one.
create table accounts.phone_code (
  phone_number text primary key,
  code_hash text not null,
  tries int not null default 0,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Where the sandbox's text messages arrive instead of on a phone. Empty in production.
create table accounts.sms_outbox (
  id uuid primary key,
  phone_number text not null,
  text text not null,
  at timestamptz not null default now()
);
create index sms_by_phone on accounts.sms_outbox (phone_number, id desc);

-- What a person is entrusted with, over exactly one of: a division and all below it, a merchant, a store.
create table accounts.duty (
  id uuid primary key,
  account_id uuid not null references accounts.account (id),
  role text not null,
  division_code text collate "C" references divisions.division (code),
  merchant_id uuid,
  store_id uuid,
  from_at timestamptz not null default now(),
  to_at timestamptz check (to_at >= from_at),
  given_by uuid,
  ended_by uuid,
  check (num_nonnulls(division_code, merchant_id, store_id) = 1),
  constraint role_fits_scope check (case role
    when 'officer' then division_code is not null
    when 'auditor' then division_code is not null
    when 'admin' then division_code is not null
    when 'station_operator' then division_code is not null
    when 'merchant_owner' then merchant_id is not null
    when 'store_owner' then store_id is not null
    when 'store_staff' then store_id is not null
    else false end)
);
-- Giving the same duty twice gives it once.
create unique index one_open_duty on accounts.duty (account_id, role, division_code, merchant_id, store_id)
  nulls not distinct where to_at is null;
create index duty_by_division on accounts.duty (division_code, role) where division_code is not null;
create index duty_by_merchant on accounts.duty (merchant_id) where merchant_id is not null;
create index duty_by_store on accounts.duty (store_id) where store_id is not null;

-- A link that makes its bearer holder of a duty, once. The token itself is kept nowhere.
create table accounts.invitation (
  id uuid primary key,
  token_hash text not null unique,
  phone_number text,
  username text check (username = lower(username)),
  role text,
  division_code text collate "C" references divisions.division (code),
  merchant_id uuid,
  store_id uuid,
  -- Set when the invitation hands an office over: these duties move to whoever accepts.
  takes_over_from uuid references accounts.account (id),
  -- Set when an administrator took back a password and a second factor: this account chooses new ones.
  resets_account uuid references accounts.account (id),
  invited_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references accounts.account (id),
  check (num_nonnulls(phone_number, username) = 1 or accepted_at is not null),
  check (num_nonnulls(role, takes_over_from, resets_account) = 1)
);

create table accounts.consent (
  id uuid primary key,
  account_id uuid not null references accounts.account (id),
  kind text not null,
  given_at timestamptz not null default now(),
  withdrawn_at timestamptz check (withdrawn_at >= given_at)
);
create unique index one_open_consent on accounts.consent (account_id, kind) where withdrawn_at is null;
