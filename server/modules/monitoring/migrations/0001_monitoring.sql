create schema monitoring;

-- The plan's targets T1–T43, as data: the same engine runs the next plan.
create table monitoring.plan_target (
  plan text not null,
  code text not null,
  position smallint not null,
  name text not null,
  name_en text not null,
  kind text not null,
  value numeric,
  value_max numeric,
  unit text not null,
  scope text not null,
  valid_from date,
  deadline date,
  baseline_value numeric,
  baseline_year int,
  numerator text not null default '',
  denominator text not null default '',
  indicator text,
  responsible text not null default '',
  plan_ref text not null default '',
  note text not null default '',
  primary key (plan, code)
);

-- What a figure means, by version and validity. Rules read their numbers from `rule`, never from code.
create table monitoring.indicator_definition (
  indicator text not null,
  version int not null,
  name text not null,
  name_en text not null,
  unit text not null,
  meaning text not null,
  meaning_en text not null,
  rule jsonb not null,
  evidence_level text not null,
  source text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (indicator, version)
);

insert into monitoring.indicator_definition values
  ('online_sales', 1, '网络销售额', 'Online sales', 'fen',
   '已支付订单的实付金额（含运费），减去已到账的退款，按付款月份、按产地所在村归属；一单只归一个村。不含未付款、已取消的订单。',
   'What buyers paid (freight included) less refunds that were settled, by month of payment and by village of origin; an order belongs to one village. Unpaid and cancelled orders are not in it.',
   '{"countedFrom": "paid", "minus": "refundSettled"}', 'L1', 'domain.md §2.1, I01', '2017-01-01', null),
  ('orders', 1, '订单数', 'Orders', '单', '已支付订单的单数，不因退款减少。', 'Paid orders; a refund does not take one away.',
   '{"countedFrom": "paid"}', 'L1', 'domain.md §2.2', '2017-01-01', null),
  ('ovops_coverage', 1, '“一品一店”覆盖率', 'Coverage: a product and a store', '%',
   '同时满足三项的农业行政村 ÷ 全部农业行政村：主导产品已公布、店铺在营业、最近90天有销售。任何一项不满足，当天不再计入。',
   'Agricultural villages with a published signature product, an active store and a sale in the last 90 days, out of all agricultural villages. When one leg falls, the village falls out the same day.',
   '{"saleWithinDays": 90}', 'L1', 'plan-map A1-6', '2017-01-01', null),
  ('station_coverage', 1, '村级电商综合服务站点覆盖率', 'Villages with a service station', '%',
   '有在营业村级站点的行政村 ÷ 全部行政村。一村有多个站点只计一次。', 'Administrative villages with an open village station, out of all administrative villages; a village counts once.',
   '{}', 'L1', 'plan-map A3-2', '2017-01-01', null),
  ('township_station_coverage', 1, '乡镇电商服务站覆盖率', 'Townships with a station', '%',
   '有在营业乡镇站的乡镇（街道）÷ 全部乡镇（街道）。', 'Townships with an open township station, out of all townships.',
   '{}', 'L1', 'plan-map A1-5', '2017-01-01', null),
  ('county_center_coverage', 1, '县级电商运营服务中心覆盖率', 'Counties with a centre', '%',
   '有在营业县级中心的县（市、区）÷ 全部县（市、区），不含统计用开发区。', 'Counties with an open county centre, out of all counties; statistical zones are not counties.',
   '{}', 'L1', 'plan-map A1-4', '2017-01-01', null),
  ('products_online', 1, '在线产品数', 'Products online', '个', '营业店铺中已上架的产品数。', 'Published products in active stores.',
   '{}', 'L1', 'plan-map A4-3', '2017-01-01', null),
  ('new_certifications', 1, '当年新增“三品一标”', 'Certifications new this year', '个',
   '当年开始有效、且不是续展的证书数。续展不计。', 'Certificates that begin this year and are no renewals.',
   '{"renewals": "excluded"}', 'L2', 'plan-map A2-10', '2017-01-01', null);

-- Live sales, one row per division and month, province to village, folded from what orders announce.
create table monitoring.sales (
  division_code text collate "C" not null,
  month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  orders int not null default 0,
  gross bigint not null default 0,
  refunded bigint not null default 0,
  sample_orders int not null default 0,
  primary key (division_code, month)
);

-- What has been folded, so that folding twice changes nothing. Kept a month: reactions are done in seconds.
create table monitoring.folded (
  fact uuid not null,
  kind text not null check (kind in ('paid', 'refunded')),
  at timestamptz not null default now(),
  primary key (fact, kind)
);
create index folded_at on monitoring.folded (at);

-- Coverage, one row per agricultural village: covered only when all three legs stand.
create table monitoring.coverage (
  village_code text collate "C" primary key,
  product_published boolean not null default false,
  store_active boolean not null default false,
  last_sale_at timestamptz,
  station_open boolean not null default false,
  covered boolean not null default false,
  changed_at timestamptz not null default now()
);
create index coverage_ending on monitoring.coverage (last_sale_at) where covered;

-- Live counts, one row per division, province to village. Name and level are copied from divisions, so that a table of
-- the office is one statement.
create table monitoring.standing (
  division_code text collate "C" primary key,
  parent_code text collate "C" not null,
  name text not null,
  level smallint not null,
  villages int not null default 0,
  covered int not null default 0,
  with_product int not null default 0,
  with_store int not null default 0,
  with_station int not null default 0
);
create index standing_by_parent on monitoring.standing (parent_code, division_code);
