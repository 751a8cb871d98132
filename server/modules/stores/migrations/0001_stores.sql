create schema stores;

create table stores.store (
  id uuid primary key,
  merchant_id uuid not null references merchants.merchant (id),
  village_code text collate "C" not null references divisions.division (code),
  name text not null check (length(name) between 1 and 40),
  intro text not null default '',
  intro_en text not null default '',
  -- submitted → active | returned; active ⇄ paused; → closed
  state text not null check (state in ('submitted', 'active', 'returned', 'paused', 'closed')),
  return_reason text,
  opened_at timestamptz,
  -- A store that stops must say so 30 days ahead (电子商务法 第十六条).
  closing_on date,
  created_by uuid,
  created_at timestamptz not null default now(),
  is_sample boolean not null default false
);
-- One village, one product, one store: a merchant runs one at a time.
create unique index one_store_per_merchant on stores.store (merchant_id) where state not in ('returned', 'closed');
create index store_by_village on stores.store (village_code, id);
create index store_closing on stores.store (closing_on) where closing_on is not null and state <> 'closed';

-- What a store sells on this market: the words, prices and seals of a product as buyers see them, kept ready in one
-- row, so that a list is one statement on one table. Rebuilt from the rooms below whenever they change (refresh-offers).
create table stores.offer (
  product_id uuid primary key references catalog.product (id),
  store_id uuid not null references stores.store (id),
  village_code text collate "C" not null,
  county_code text collate "C" not null,
  category_code text collate "C" not null,
  -- The trunk of the taxonomy (fruit of fruit.peach), so that its lists are an equality, too.
  category_root text collate "C" not null,
  name text not null,
  name_en text not null,
  place text not null,
  place_en text not null,
  form text not null,
  cover uuid,
  -- Cheapest sku; unit price in fen per 500 g (斤), as the price law wants it shown.
  price bigint not null,
  unit_price bigint not null,
  certifications text[] not null default '{}',
  season_months smallint[] not null default '{}',
  in_stock boolean not null,
  sold int not null default 0,
  -- Newer and better selling first; a plain number that only a change moves, so that paging is a key.
  rank double precision not null default 0,
  words tsvector not null,
  detail jsonb not null,
  is_sample boolean not null,
  refreshed_at timestamptz not null default now()
) with (toast_tuple_target = 256);
-- The two wide columns live beside the table and all others in it, so that lists and searches over many rows read
-- narrow ones and nothing else.
alter table stores.offer
  alter column words set storage external,
  alter column name set storage main,
  alter column name_en set storage main,
  alter column place set storage main,
  alter column place_en set storage main,
  alter column form set storage main,
  alter column certifications set storage main,
  alter column season_months set storage main;
create index offer_by_rank on stores.offer (rank desc, product_id desc);
create index offer_by_category on stores.offer (category_code, rank desc, product_id desc);
create index offer_by_category_root on stores.offer (category_root, rank desc, product_id desc);
create index offer_by_county on stores.offer (county_code, rank desc, product_id desc);
create index offer_by_village on stores.offer (village_code, rank desc, product_id desc);
create index offer_by_store on stores.offer (store_id, rank desc, product_id desc);
create index offer_by_price on stores.offer (price, product_id);
-- Seals are few and some are rare; the four lists are kept apart, so that none is looked for in the whole market.
create index offer_pollution_free on stores.offer (rank desc, product_id desc) where 'pollutionFree' = any(certifications);
create index offer_green on stores.offer (rank desc, product_id desc) where 'green' = any(certifications);
create index offer_organic on stores.offer (rank desc, product_id desc) where 'organic' = any(certifications);
create index offer_gi on stores.offer (rank desc, product_id desc) where 'geographicIndication' = any(certifications);
create index offer_words on stores.offer using gin (words) with (fastupdate = off);

-- What a basket and an order need of each package on offer.
create table stores.offer_sku (
  sku_id uuid primary key,
  product_id uuid not null references stores.offer (product_id) on delete cascade,
  merchant_id uuid not null,
  label text not null,
  price bigint not null check (price > 0),
  weight_grams int not null check (weight_grams > 0),
  gtin text not null,
  return_policy text not null,
  cold_chain boolean not null
);
create index offer_sku_by_product on stores.offer_sku (product_id);

-- How often a product was sold, counted apart from the offer so that a sale never waits for the market's row.
create table stores.sale_count (
  product_id uuid primary key,
  sold int not null default 0 check (sold >= 0),
  counted boolean not null default false
) with (fillfactor = 70);
create index sale_uncounted on stores.sale_count (product_id) where not counted;

-- Words a buyer may mean, for suggestions while typing: product names, places, categories, with pinyin and initials.
create table stores.suggestion (
  word text collate "C" primary key,
  pinyin text collate "C" not null,
  initials text collate "C" not null,
  weight int not null default 0
);
create index suggestion_by_pinyin on stores.suggestion (pinyin);
create index suggestion_by_initials on stores.suggestion (initials);
