create schema traceability;

create table traceability.lot (
  id uuid primary key,
  product_id uuid not null references catalog.product (id),
  merchant_id uuid not null references merchants.merchant (id),
  village_code text collate "C" not null references divisions.division (code),
  -- Printed on the box with the GTIN as a GS1 Digital Link: /01/{gtin}/10/{lot_number}.
  lot_number text not null check (lot_number ~ '^[A-Z0-9-]{4,20}$'),
  harvested_on date not null,
  quantity_grams bigint not null check (quantity_grams > 0),
  producer_name text not null default '',
  plot text not null default '',
  created_by uuid,
  created_at timestamptz not null default now(),
  is_sample boolean not null default false,
  unique (product_id, lot_number)
);
create index lot_by_product on traceability.lot (product_id, harvested_on desc, id);
create index lot_by_number on traceability.lot (lot_number);

-- 承诺达标合格证 (农业农村部令 2025 年第 4 号): one per lot, kept at least six months.
create table traceability.conformity_pledge (
  id uuid primary key,
  lot_id uuid not null unique references traceability.lot (id),
  pledge_number text not null unique,
  product_name text not null,
  quantity_grams bigint not null check (quantity_grams > 0),
  origin text not null,
  pledger text not null,
  contact text not null,
  basis text not null check (basis in ('thirdPartyTest', 'selfTest', 'internalControl', 'selfPledge')),
  issued_on date not null
);

-- What happened to a lot, in order; corrected only by a further event.
create table traceability.trace_event (
  id uuid primary key,
  lot_id uuid not null references traceability.lot (id),
  kind text not null check (kind in ('harvested', 'pledged', 'packed', 'stocked', 'shipped', 'received', 'returned', 'corrected')),
  happened_at timestamptz not null,
  division_code text collate "C",
  place text not null default '',
  note text not null default '',
  quantity int,
  reference text not null default ''
);
create index trace_event_by_lot on traceability.trace_event (lot_id, happened_at, id);
-- A reaction that runs twice writes its event once.
create unique index trace_event_once on traceability.trace_event (lot_id, kind, reference) where reference <> '';
create trigger append_only before update or delete on traceability.trace_event
  for each row execute function kernel.refuse_change();
create trigger append_only before update or delete on traceability.conformity_pledge
  for each row execute function kernel.refuse_change();
