create schema stations;

create table stations.station (
  id uuid primary key,
  tier text not null check (tier in ('county', 'township', 'village')),
  kind text not null check (kind in ('standard', 'specialized', 'basic')),
  division_code text collate "C" not null references divisions.division (code),
  name text not null check (length(name) between 1 and 60),
  address text not null,
  phone text not null,
  services text[] not null,
  -- Can buyers collect parcels here?
  pickup boolean not null,
  opened_on date not null,
  closed_on date check (closed_on >= opened_on),
  is_sample boolean not null default false
);
-- The programme counts divisions served, so a division has at most one open station.
create unique index one_open_station on stations.station (division_code) where closed_on is null;
create index station_by_division on stations.station (division_code, id);

create table stations.operator (
  station_id uuid not null references stations.station (id),
  account_id uuid not null references accounts.account (id),
  from_on date not null,
  to_on date check (to_on >= from_on),
  primary key (station_id, account_id, from_on)
);
-- A station has one operator at a time.
create unique index one_operator on stations.operator (station_id) where to_on is null;
create index operator_by_account on stations.operator (account_id) where to_on is null;
