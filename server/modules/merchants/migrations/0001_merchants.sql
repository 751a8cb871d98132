create schema merchants;

create table merchants.merchant (
  id uuid primary key,
  kind text not null check (kind in ('company', 'cooperative', 'familyFarm', 'selfEmployed', 'naturalPerson')),
  name text not null check (length(name) between 1 and 60),
  -- 18 characters with a check digit (GB 32100); natural persons who sell what they grow need none (电子商务法 第十条).
  uscc text unique check (uscc ~ '^[0-9A-Z]{18}$'),
  self_produced_exempt boolean not null default false,
  -- What the person declares to grow or make, and where; shown on the store in place of a licence (第十五条).
  self_produced_declaration text,
  village_code text collate "C" not null references divisions.division (code),
  contact_name text not null,
  contact_phone text not null,
  state text not null default 'submitted' check (state in ('submitted', 'verified', 'returned', 'suspended')),
  return_reason text,
  verified_at timestamptz,
  -- Operators are verified again at least every six months (网络交易监督管理办法 第二十四条).
  verify_again_on date,
  -- The day for which the reminder has gone out.
  reminded_for date,
  -- The provider's own account of this payee; Yicun never holds money.
  payee_reference text,
  registered_by uuid,
  registered_at timestamptz not null default now(),
  is_sample boolean not null default false,
  check (uscc is not null or (kind = 'naturalPerson' and self_produced_exempt)),
  check (not self_produced_exempt or self_produced_declaration is not null),
  check ((state = 'verified') <= (payee_reference is not null and verify_again_on is not null))
);
create index merchant_by_village on merchants.merchant (village_code, id);
create index merchant_by_state on merchants.merchant (state, village_code);
create index merchant_by_registrar on merchants.merchant (registered_by) where state = 'submitted';
create index merchant_by_renewal on merchants.merchant (verify_again_on) where state = 'verified';
-- A double tap registers one person once.
create unique index one_natural_person on merchants.merchant (village_code, name, contact_phone) where uscc is null;
