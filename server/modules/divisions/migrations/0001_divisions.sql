create schema divisions;

-- Codes of one place change over the years, so a row is a code in force over a time, and history is kept.
create table divisions.division (
  code text collate "C" primary key check (code ~ '^[0-9]{12}$'),
  -- What every division inside shares: "inside" is a range of codes, in SQL, indexes and duties alike.
  prefix text collate "C" not null,
  name text not null,
  level smallint not null check (level between 1 and 5),
  parent_code text collate "C" references divisions.division (code),
  kind text not null,
  urban_rural_class text,
  pinyin text not null default '',
  valid_from date not null default '2023-01-01',
  valid_to date check (valid_to > valid_from),
  lng double precision,
  lat double precision,
  coord_kind text check (coord_kind in ('geonames', 'synthetic'))
);
create index division_children on divisions.division (parent_code, code);
create index division_by_level on divisions.division (level, code);
create index division_by_name on divisions.division (name);

create table divisions.division_change (
  id uuid primary key,
  kind text not null check (kind in ('merge', 'split', 'rename', 'recode')),
  from_code text collate "C" not null references divisions.division (code),
  to_code text collate "C" not null references divisions.division (code),
  old_name text,
  new_name text,
  changed_on date not null,
  basis text not null
);
create index division_change_from on divisions.division_change (from_code);
create index division_change_to on divisions.division_change (to_code);

-- administrative_village, agricultural_village, weak_village, key_county, old_base_area: each true for a time.
create table divisions.flag (
  division_code text collate "C" not null references divisions.division (code),
  flag text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  source text not null,
  primary key (division_code, flag, valid_from)
);
create index flag_by_flag on divisions.flag (flag, division_code);

-- Overlapping groups: a village in two groups counts once in the province and once in each group.
create table divisions.division_group (
  code text primary key,
  name text not null,
  kind text not null
);
create table divisions.group_member (
  group_code text not null references divisions.division_group (code),
  division_code text collate "C" not null references divisions.division (code),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (group_code, division_code, valid_from)
);
create index group_member_by_division on divisions.group_member (division_code);
