create schema orders;

create table orders.basket_line (
  basket_id text not null,
  store_id uuid not null,
  sku_id uuid not null,
  quantity int not null check (quantity between 1 and 9999),
  added_at timestamptz not null default now(),
  primary key (basket_id, sku_id)
);
create index basket_line_by_age on orders.basket_line (added_at);
create table orders.basket_address (
  basket_id text primary key,
  recipient text not null,
  phone text not null,
  region_code text collate "C" not null,
  region_name text not null,
  detail text not null,
  updated_at timestamptz not null default now()
);
create index basket_address_by_age on orders.basket_address (updated_at);

-- Deadlines and after-sales rules are data with versions: a decision names the rule and version it followed.
create table orders.rule (
  name text not null,
  version int not null,
  value jsonb not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (name, version)
);
insert into orders.rule (name, version, value, valid_from) values
  ('payWithin', 1, '{"minutes": 15}', '2020-01-01'),
  ('receiveWithin', 1, '{"days": 7}', '2020-01-01'),
  ('completeAfter', 1, '{"hours": 0}', '2020-01-01'),
  ('damagedGoods', 1, '{"withinHours": 48, "photosAtLeast": 3, "tiers": [
     {"from": 1, "pays": "share", "freight": false},
     {"from": 20, "pays": "share", "freight": true},
     {"from": 80, "pays": "all", "freight": true}]}', '2020-01-01'),
  ('sevenDayReturn', 1, '{"withinHours": 168}', '2020-01-01'),
  ('notDelivered', 1, '{"afterHours": 72}', '2020-01-01'),
  ('other', 1, '{"withinHours": 168}', '2020-01-01');

-- One order belongs to one store. Keys carry the store first, so orders can be spread over machines by store; ids are
-- ordered by time (UUID v7), so the table is cut by month on the id itself.
create table orders."order" (
  store_id uuid not null,
  id uuid not null,
  order_number text not null,
  merchant_id uuid not null,
  village_code text collate "C" not null,
  buyer_account_id uuid,
  guest_id text,
  state text not null check (state in ('placed', 'paid', 'shipped', 'received', 'completed', 'cancelled', 'refunded')),
  goods_amount bigint not null check (goods_amount >= 0),
  freight_amount bigint not null check (freight_amount >= 0),
  discount_amount bigint not null default 0 check (discount_amount >= 0),
  total bigint not null check (total > 0),
  refunded_amount bigint not null default 0 check (refunded_amount between 0 and total),
  method text not null check (method in ('express', 'localDelivery', 'stationPickup')),
  station_id uuid,
  weight_grams int not null check (weight_grams > 0),
  recipient text not null,
  phone text not null,
  region_code text collate "C" not null,
  region_name text not null,
  address_detail text not null,
  note text not null default '',
  confirmed_exempt boolean not null default false,
  placed_at timestamptz not null,
  pay_before timestamptz not null,
  paid_at timestamptz,
  shipped_at timestamptz,
  receive_before timestamptz,
  received_at timestamptz,
  closed_at timestamptz,
  erase_asked_at timestamptz,
  erased_at timestamptz,
  is_sample boolean not null default false,
  primary key (store_id, id),
  constraint total_is_its_parts check (total = goods_amount + freight_amount - discount_amount),
  constraint paid_before_sent check (paid_at is not null or state in ('placed', 'cancelled'))
) partition by range (id);
create index order_by_buyer on orders."order" (buyer_account_id, id desc) where buyer_account_id is not null;
create index order_by_guest on orders."order" (guest_id, id desc) where guest_id is not null;
create index order_by_number on orders."order" (order_number);
create index order_by_store_state on orders."order" (store_id, state, id desc);
create index order_unpaid on orders."order" (pay_before) where state = 'placed';
create index order_awaiting_receipt on orders."order" (receive_before) where state = 'shipped';
create index order_awaiting_close on orders."order" (received_at) where state = 'received';
create index order_awaiting_erasure on orders."order" (erase_asked_at) where erase_asked_at is not null and erased_at is null;
-- The three ways down to the evidence: a village or township, a county, everything.
create index order_by_village on orders."order" (village_code, paid_at desc, id desc) where paid_at is not null;
create index order_by_county on orders."order" (left(village_code, 6), paid_at desc, id desc) where paid_at is not null;
create index order_by_payment on orders."order" (paid_at desc, id desc) where paid_at is not null;

create table orders.order_line (
  store_id uuid not null,
  order_id uuid not null,
  line smallint not null,
  sku_id uuid not null,
  product_id uuid not null,
  category_code text not null,
  name text not null,
  name_en text not null default '',
  sku_label text not null,
  quantity int not null check (quantity > 0),
  unit_price bigint not null check (unit_price >= 0),
  amount bigint not null,
  weight_grams int not null,
  return_policy text not null check (return_policy in ('sevenDay', 'perishableExempt', 'confirmedExempt')),
  primary key (store_id, order_id, line),
  check (amount = quantity * unit_price)
) partition by range (order_id);

-- The order's timeline, for everyone who may see the order. No names, phones or addresses inside.
create table orders.order_event (
  store_id uuid not null,
  order_id uuid not null,
  id uuid not null,
  kind text not null,
  at timestamptz not null default now(),
  by_account uuid,
  detail jsonb not null default '{}',
  primary key (store_id, order_id, id)
) partition by range (order_id);

-- A part for every month is made by the job that looks ahead (make-parts.ts); what falls outside goes to the rest.
create table orders.order_rest partition of orders."order" default;
create table orders.order_line_rest partition of orders.order_line default;
create table orders.order_event_rest partition of orders.order_event default;

-- A guest who named order number and phone on another browser.
create table orders.order_viewer (
  guest_id text not null,
  store_id uuid not null,
  order_id uuid not null,
  at timestamptz not null default now(),
  primary key (guest_id, store_id, order_id)
);
create index order_viewer_by_age on orders.order_viewer (at);

create table orders.after_sale (
  id uuid primary key,
  store_id uuid not null,
  order_id uuid not null,
  kind text not null check (kind in ('damagedGoods', 'sevenDayReturn', 'notDelivered', 'other')),
  state text not null check (state in ('open', 'accepted', 'refused', 'withdrawn', 'settled')),
  lines smallint[] not null,
  description text not null default '',
  photos uuid[] not null default '{}',
  damaged_share smallint check (damaged_share between 1 and 100),
  asked_amount bigint not null check (asked_amount > 0),
  suggested_amount bigint not null check (suggested_amount >= 0),
  -- Name, version and tier of the rule that suggested the amount: `damagedGoods.1.20`.
  rule text not null,
  decided_amount bigint check (decided_amount > 0),
  decision_reason text,
  goods_come_back boolean not null default false,
  opened_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid,
  disputed_at timestamptz
);
create unique index one_open_after_sale on orders.after_sale (store_id, order_id) where state = 'open';
create index after_sale_by_order on orders.after_sale (store_id, order_id);
create index after_sale_by_state on orders.after_sale (store_id, state, id);

-- What orders asked payments to give back, and why; a refund that payments makes on its own (a surplus) is not here.
create table orders.order_refund (
  refund_id uuid primary key,
  store_id uuid not null,
  order_id uuid not null,
  amount bigint not null check (amount > 0),
  reason text not null check (reason in ('cancelled', 'latePayment', 'afterSale')),
  after_sale_id uuid references orders.after_sale (id),
  asked_at timestamptz not null default now(),
  settled_at timestamptz
);
create index order_refund_by_order on orders.order_refund (store_id, order_id);
create unique index late_payment_once on orders.order_refund (store_id, order_id) where reason = 'latePayment';
