create schema logistics;

-- What a store asks for sending: by region, first weight and each further weight, free above an order value.
create table logistics.freight_template (
  id uuid primary key,
  store_id uuid not null references stores.store (id),
  name text not null,
  free_from bigint check (free_from > 0),
  ships_within_hours int not null default 48 check (ships_within_hours between 1 and 720),
  cold_chain boolean not null default false,
  updated_at timestamptz not null default now()
);
create unique index one_template_per_store on logistics.freight_template (store_id);
create table logistics.freight_rule (
  template_id uuid not null references logistics.freight_template (id) on delete cascade,
  -- Longest matching prefix wins: '' everywhere, '32' Jiangsu, '3205' Suzhou, '31' Shanghai.
  region_prefix text collate "C" not null
    check (region_prefix ~ '^[0-9]*$' and length(region_prefix) in (0, 2, 4, 6, 9, 12)),
  first_grams int not null check (first_grams > 0),
  first_fen bigint not null check (first_fen >= 0),
  further_grams int not null check (further_grams > 0),
  further_fen bigint not null check (further_fen >= 0),
  days_min smallint not null check (days_min >= 0),
  days_max smallint not null check (days_max >= days_min),
  refused boolean not null default false,
  primary key (template_id, region_prefix)
);

-- One parcel per order. Who receives it stands in the order; here is only what the way needs.
create table logistics.shipment (
  id uuid primary key,
  order_id uuid not null,
  store_id uuid not null,
  method text not null check (method in ('express', 'localDelivery', 'stationPickup')),
  station_id uuid references stations.station (id),
  -- Six digits, told to the buyer when the parcel lies at the station.
  pickup_code text check (pickup_code ~ '^[0-9]{6}$'),
  carrier text,
  tracking_number text,
  state text not null check (state in ('prepared', 'shipped', 'arrived', 'delivered', 'returned')),
  village_code text collate "C" not null,
  to_region text collate "C" not null,
  weight_grams int not null check (weight_grams >= 0),
  prepared_at timestamptz not null default now(),
  shipped_at timestamptz,
  arrived_at timestamptz,
  delivered_at timestamptz,
  check ((method = 'stationPickup') = (station_id is not null)),
  check (state <> 'arrived' or (arrived_at is not null and pickup_code is not null)),
  check (state not in ('shipped', 'arrived', 'delivered') or shipped_at is not null),
  check (state <> 'delivered' or delivered_at is not null)
);
create unique index one_shipment_per_order on logistics.shipment (order_id);
create unique index waybill_once on logistics.shipment (carrier, tracking_number) where tracking_number is not null;
create unique index pickup_code_once on logistics.shipment (station_id, pickup_code) where state = 'arrived';
create index shipment_by_store on logistics.shipment (store_id, id);
create index shipment_by_station on logistics.shipment (station_id, state, id) where station_id is not null;
