create schema catalog;

create table catalog.category (
  code text collate "C" primary key,
  parent_code text collate "C" references catalog.category (code),
  version int not null default 1,
  name text not null,
  name_en text not null,
  -- Other words for the same thing, for search: 螃蟹, 毛蟹 for 大闸蟹.
  also_called text[] not null default '{}',
  form text not null,
  season_months smallint[] not null default '{}',
  return_policy text not null check (return_policy in ('sevenDay', 'perishableExempt', 'confirmedExempt')),
  food_kind text not null default 'primary' check (food_kind in ('primary', 'packaged', 'processed', 'nonFood')),
  fishery boolean not null default false,
  cold_chain boolean not null default false,
  shelf_life_days int,
  sold_by text,
  position int not null default 0
);

-- Words that may not stand in the name of a product. A word that is let go keeps its row, with an end.
create table catalog.forbidden_word (
  word text primary key,
  kind text not null check (kind in ('registered_mark', 'investment', 'absolute', 'medical', 'state_supply')),
  source text not null,
  in_force_from date not null,
  in_force_to date check (in_force_to > in_force_from)
);
insert into catalog.forbidden_word (word, kind, source, in_force_from)
select word, kind, source, '2026-01-01' from (values
  ('registered_mark', '司法判例：冒用阳澄湖大闸蟹地理标志的商业混淆', array['阳澄湖镇', '阳澄湖发', '阳澄湖蟹']),
  ('investment', '防范和处置非法集资条例 第十九条', array['投资', '理财', '收益', '分红', '利息', '保本', '返利', '众筹', '认筹', '回报率', '稳赚']),
  ('absolute', '广告法 第九条', array['国家级', '最高级', '最佳', '全国第一', '世界第一', '全网第一', '全网最低', '顶级']),
  ('medical', '广告法 第十七条；食品安全法 第七十三条', array['治疗', '治愈', '根治', '抗癌', '防癌', '降血糖', '降血压', '降血脂', '包治', '疗效', '药效']),
  ('state_supply', '广告法 第九条', array['特供', '专供', '国宴', '国家机关', '人民大会堂'])
) as given(kind, source, words), unnest(words) word;

-- The one product a village is known for: proposed by the village, reviewed by the township, confirmed by the county.
create table catalog.signature_product (
  id uuid primary key,
  village_code text collate "C" not null references divisions.division (code),
  category_code text collate "C" not null references catalog.category (code),
  name text not null check (length(name) between 1 and 40),
  story text not null default '' check (length(story) <= 2000),
  state text not null check (state in ('submitted', 'townshipReviewed', 'published', 'returned', 'withdrawn')),
  return_reason text check (state not in ('returned', 'withdrawn') or return_reason is not null),
  submitted_by uuid,
  submitted_at timestamptz not null default now(),
  published_at timestamptz,
  is_sample boolean not null default false
);
create unique index one_signature_product on catalog.signature_product (village_code) where state not in ('returned', 'withdrawn');
create index signature_by_village on catalog.signature_product (village_code, id);
create index signature_by_state on catalog.signature_product (state, village_code);

create table catalog.product (
  id uuid primary key,
  merchant_id uuid not null references merchants.merchant (id),
  village_code text collate "C" not null references divisions.division (code),
  category_code text collate "C" not null references catalog.category (code),
  name text not null check (length(name) between 1 and 60),
  name_en text not null default '' check (length(name_en) <= 120),
  story text not null default '' check (length(story) <= 4000),
  story_en text not null default '' check (length(story_en) <= 4000),
  season_months smallint[] not null default '{}',
  return_policy text not null check (return_policy in ('sevenDay', 'perishableExempt', 'confirmedExempt')),
  -- draft → awaitingStore (put in by a station operator) → published ⇄ withdrawn
  state text not null check (state in ('draft', 'awaitingStore', 'published', 'withdrawn')),
  withdraw_reason text,
  -- File ids of uploaded photos, first one is the cover; empty means the drawn picture.
  photos uuid[] not null default '{}' check (cardinality(photos) <= 9),
  created_by uuid,
  created_at timestamptz not null default now(),
  published_at timestamptz,
  version int not null default 1,
  is_sample boolean not null default false
);
create index product_by_merchant on catalog.product (merchant_id, id);
create index product_by_village on catalog.product (village_code, id);

create sequence catalog.gtin_number maxvalue 99999999999;

create table catalog.sku (
  id uuid primary key,
  product_id uuid not null references catalog.product (id),
  label text not null check (length(label) between 1 and 40),
  weight_grams int not null check (weight_grams between 1 and 1000000),
  price bigint not null check (price between 1 and 100000000),
  gtin text not null unique check (gtin ~ '^[0-9]{14}$'),
  position smallint not null default 0,
  withdrawn boolean not null default false
);
create index sku_by_product on catalog.sku (product_id, position);
create unique index one_sku_label on catalog.sku (product_id, label) where not withdrawn;

create table catalog.certification (
  id uuid primary key,
  type text not null check (type in ('pollutionFree', 'green', 'organic', 'geographicIndication')),
  certificate_number text not null,
  holder text not null,
  product_id uuid not null references catalog.product (id),
  valid_from date not null,
  -- Empty where the law sets no end (some geographical indications).
  valid_to date check (valid_to >= valid_from),
  verification_status text not null default 'selfDeclared'
    check (verification_status in ('unverified', 'selfDeclared', 'verifiedByRegistry', 'rejected')),
  is_renewal boolean not null default false,
  source text not null default '',
  -- Which of the reminders before its end has gone out: 90, 30 or 7 days.
  reminded_days smallint,
  unique (type, certificate_number, product_id)
);
create index certification_by_product on catalog.certification (product_id);
create index certification_by_end on catalog.certification (valid_to);
create index certification_by_begin on catalog.certification (valid_from);

-- The day in China up to which the coming and going of seals has been announced. One row.
create table catalog.seal_day (
  one boolean primary key default true check (one),
  day date not null
);
insert into catalog.seal_day (day) values ((now() at time zone 'Asia/Shanghai')::date);
