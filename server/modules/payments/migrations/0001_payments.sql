create schema payments;

-- Yicun holds nobody's money: these rows mirror what a licensed provider was told and what it confirmed.
create table payments.intent (
  -- Also the reference by which the provider knows the charge.
  id uuid primary key,
  -- What is paid for: an order. Several channels may be tried; the first to capture wins, the rest are refunded.
  pays_for uuid not null,
  store_id uuid not null,
  merchant_id uuid not null,
  provider text not null,
  channel text not null check (channel in ('wechat', 'alipay')),
  amount bigint not null check (amount > 0),
  -- open → closed (the buyer gave up) → captured or surplus; never back.
  state text not null check (state in ('open', 'closed', 'captured', 'surplus')),
  -- The provider's own number of the charge, known once it is paid.
  provider_transaction text,
  subject text not null,
  return_path text not null check (return_path ~ '^/'),
  created_at timestamptz not null default now(),
  captured_at timestamptz,
  check ((state in ('captured', 'surplus')) = (captured_at is not null))
);
create index intent_by_order on payments.intent (pays_for);
-- One order is paid once: a second captured intent cannot be written down as captured.
create unique index paid_once on payments.intent (pays_for) where state = 'captured';

create table payments.refund (
  id uuid primary key,
  intent_id uuid not null references payments.intent (id),
  pays_for uuid not null,
  store_id uuid not null,
  amount bigint not null check (amount > 0),
  -- A second payment of the same order, given back by itself; orders hear nothing of it.
  is_surplus boolean not null default false,
  reason text not null,
  state text not null check (state in ('requested', 'settled')),
  requested_at timestamptz not null default now(),
  settled_at timestamptz,
  check ((state = 'settled') = (settled_at is not null))
);
create index refund_by_order on payments.refund (pays_for);
create index refund_by_intent on payments.refund (intent_id);
create index refund_by_store on payments.refund (store_id, settled_at);

-- What the provider is told to hand to the merchant. Never changed once settled: what is taken back later is a row of
-- its own, so that a month's statement stays what it was.
create table payments.split (
  id uuid primary key,
  intent_id uuid not null unique references payments.intent (id),
  pays_for uuid not null,
  store_id uuid not null,
  merchant_id uuid not null,
  -- All that the buyer paid, freight included; `freight` says how much of it is freight.
  gross bigint not null check (gross >= 0),
  freight bigint not null check (freight between 0 and gross),
  refunded bigint not null default 0 check (refunded between 0 and gross),
  -- The fee's rate when the split was instructed: a later change does not reach back.
  fee_basis_points int not null check (fee_basis_points between 0 and 10000),
  fee bigint not null check (fee >= 0),
  net bigint not null check (net >= 0),
  state text not null check (state in ('instructed', 'settled')),
  instructed_at timestamptz not null default now(),
  settled_at timestamptz,
  check (net = gross - refunded - fee),
  check ((state = 'settled') = (settled_at is not null))
);
create index split_by_store on payments.split (store_id, settled_at);
create index split_by_order on payments.split (pays_for);

-- A refund after the split: the shares are taken back first (回退分账), then the buyer gets the money.
create table payments.split_return (
  id uuid primary key,
  split_id uuid not null references payments.split (id),
  refund_id uuid not null unique references payments.refund (id),
  store_id uuid not null,
  net bigint not null check (net >= 0),
  fee bigint not null check (fee >= 0),
  settled_at timestamptz
);
create index split_return_by_split on payments.split_return (split_id);
create index split_return_by_store on payments.split_return (store_id, settled_at);

-- Double entry. Positive is debit, negative is credit. A transaction's id is the id of the fact it books (intent,
-- refund, split, split return), so the primary key makes booking a fact twice impossible.
create table payments.journal_entry (
  transaction_id uuid not null,
  position smallint not null,
  account text not null check (account in ('provider_clearing', 'buyer_payment', 'merchant_payable', 'platform_fee')),
  store_id uuid not null,
  pays_for uuid not null,
  amount bigint not null check (amount <> 0),
  memo text not null,
  at timestamptz not null default now(),
  primary key (transaction_id, position)
);
create index journal_by_order on payments.journal_entry (pays_for);
create trigger append_only before update or delete on payments.journal_entry
  for each row execute function kernel.refuse_change();

-- Every statement's rows balance by themselves, so the whole journal does, at every moment.
create function payments.must_balance() returns trigger language plpgsql as $$
begin
  if exists (select 1 from written group by transaction_id having sum(amount) <> 0) then
    raise exception 'a journal transaction does not sum to zero' using errcode = '23514';
  end if;
  return null;
end $$;
create trigger journal_balances after insert on payments.journal_entry
  referencing new table as written for each statement execute function payments.must_balance();

-- Every message of a provider as it came, good or forged, for the auditor.
create table payments.callback (
  id uuid primary key,
  provider text not null,
  accepted boolean not null,
  refusal text,
  kind text,
  subject_id text,
  nonce text,
  body text not null,
  received_at timestamptz not null default now()
);
create index callback_by_subject on payments.callback (subject_id);
create index callback_refused on payments.callback (received_at) where not accepted;

-- The sandbox provider's own books: the other side of the wire, in play money.
create table payments.sandbox_charge (
  reference uuid primary key,
  amount bigint not null check (amount > 0),
  state text not null check (state in ('paid', 'cancelled')),
  refunded bigint not null default 0 check (refunded between 0 and amount),
  at timestamptz not null default now(),
  -- Where the result is told, and when to try (again); null once the other side has said that it knows.
  notify_url text,
  notify_at timestamptz,
  attempts int not null default 0
);
create index sandbox_untold on payments.sandbox_charge (notify_at) where notify_at is not null;
create table payments.sandbox_instruction (
  id uuid primary key,
  kind text not null check (kind in ('refund', 'split', 'split_return')),
  reference uuid not null,
  amount bigint not null,
  body jsonb not null,
  at timestamptz not null default now()
);
create index sandbox_instruction_by_charge on payments.sandbox_instruction (reference);
