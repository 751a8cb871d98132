create schema inventory;

-- One row per sku decides every sale: the update is conditional and the check is the last word.
create table inventory.stock (
  sku_id uuid primary key references catalog.sku (id),
  on_hand int not null default 0 check (on_hand >= 0),
  held int not null default 0,
  constraint never_oversold check (held between 0 and on_hand)
) with (fillfactor = 70);

create table inventory.lot_stock (
  sku_id uuid not null references inventory.stock (sku_id),
  lot_id uuid not null references traceability.lot (id),
  harvested_on date not null,
  received int not null default 0 check (received >= 0),
  on_hand int not null default 0 check (on_hand >= 0),
  held int not null default 0,
  primary key (sku_id, lot_id),
  constraint lot_never_oversold check (held between 0 and on_hand),
  -- A lot's goods out never exceed goods in.
  constraint out_within_in check (on_hand <= received)
) with (fillfactor = 70);
create index lot_stock_by_lot on inventory.lot_stock (lot_id);

create table inventory.hold (
  held_for uuid not null,
  sku_id uuid not null references inventory.stock (sku_id),
  lot_id uuid not null references traceability.lot (id),
  quantity int not null check (quantity > 0),
  -- Empty once paid: then only shipping or a cancellation ends it.
  expires_at timestamptz,
  primary key (held_for, sku_id, lot_id)
);
create index hold_expiring on inventory.hold (expires_at) where expires_at is not null;
create index hold_by_sku on inventory.hold (sku_id);

-- Every change of stock, so that stock can be rebuilt: on_hand = Σ on_hand_change, held = Σ held_change.
create table inventory.movement (
  id bigint generated always as identity primary key,
  sku_id uuid not null,
  lot_id uuid not null,
  kind text not null check (kind in ('receive', 'hold', 'release', 'ship', 'return', 'spoil', 'correct')),
  on_hand_change int not null,
  held_change int not null,
  reference uuid,
  at timestamptz not null default now()
);
create index movement_by_sku on inventory.movement (sku_id, id);
create index movement_by_reference on inventory.movement (reference) where reference is not null;
create trigger append_only before update or delete on inventory.movement
  for each row execute function kernel.refuse_change();

-- One lock order for everyone: stock rows by sku, then hold rows by key. Whoever keeps to it never deadlocks.

-- Holds goods for an order, or nothing at all. Short skus come back with what is left (`short`); otherwise every sku
-- comes back with what is left after it. Lots are taken oldest harvest first.
create function inventory.hold_stock(for_whom uuid, until timestamptz, skus uuid[], quantities int[])
returns table (sku uuid, wanted int, left_over int, short boolean) language plpgsql as $$
#variable_conflict use_column
declare
  is_short boolean;
begin
  perform 1 from inventory.stock s where s.sku_id = any(skus) order by s.sku_id for update;
  -- Each statement below sees what was committed before the lock was ours.
  select exists (
    select 1 from (select u.sku, sum(u.quantity) quantity from unnest(skus, quantities) u(sku, quantity) group by u.sku) w
    left join inventory.stock s on s.sku_id = w.sku
    where s.sku_id is null or s.on_hand - s.held < w.quantity
  ) into is_short;
  if is_short then
    return query
      select w.sku, w.quantity::int, coalesce(s.on_hand - s.held, 0), true
      from (select u.sku, sum(u.quantity) quantity from unnest(skus, quantities) u(sku, quantity) group by u.sku) w
      left join inventory.stock s on s.sku_id = w.sku
      where s.sku_id is null or s.on_hand - s.held < w.quantity
      order by w.sku;
    return;
  end if;
  return query
    with want as (
      select u.sku, sum(u.quantity)::int quantity from unnest(skus, quantities) u(sku, quantity) group by u.sku
    ), free as (
      select l.sku_id, l.lot_id, l.on_hand - l.held as free, w.quantity,
        sum(l.on_hand - l.held) over (partition by l.sku_id order by l.harvested_on, l.lot_id) - (l.on_hand - l.held) as before
      from want w join inventory.lot_stock l on l.sku_id = w.sku
      where l.on_hand > l.held
    ), taken as (
      select f.sku_id, f.lot_id, least(f.free, f.quantity - f.before)::int quantity from free f where f.before < f.quantity
    ), lots as (
      update inventory.lot_stock l set held = l.held + t.quantity
      from taken t where l.sku_id = t.sku_id and l.lot_id = t.lot_id
    ), holds as (
      insert into inventory.hold as h (held_for, sku_id, lot_id, quantity, expires_at)
      select for_whom, t.sku_id, t.lot_id, t.quantity, until from taken t
      on conflict (held_for, sku_id, lot_id) do update set quantity = h.quantity + excluded.quantity
    ), moves as (
      insert into inventory.movement (sku_id, lot_id, kind, on_hand_change, held_change, reference)
      select t.sku_id, t.lot_id, 'hold', 0, t.quantity, for_whom from taken t
    )
    update inventory.stock s set held = s.held + w.quantity
    from want w where s.sku_id = w.sku
    returning s.sku_id, w.quantity, s.on_hand - s.held, false;
end $$;

-- Ends holds: `release` gives the goods back to the shelf, `ship` sends them out. With `only_expired`, a hold that was
-- paid meanwhile stays. Returns what ended, per order, sku and lot, and what the sku has left.
create function inventory.end_holds(for_whom uuid[], how text, only_expired boolean)
returns table (held_for uuid, sku uuid, lot uuid, quantity int, left_over int) language plpgsql as $$
#variable_conflict use_column
begin
  perform 1 from inventory.stock s
  where s.sku_id in (select h.sku_id from inventory.hold h where h.held_for = any(for_whom))
  order by s.sku_id for update;
  perform 1 from inventory.hold h
  where h.held_for = any(for_whom) and (not only_expired or h.expires_at < now())
  order by h.held_for, h.sku_id, h.lot_id for update;
  return query
    with ended as (
      delete from inventory.hold h
      where h.held_for = any(for_whom) and (not only_expired or h.expires_at < now())
      returning h.held_for, h.sku_id, h.lot_id, h.quantity
    ), by_lot as (
      select e.sku_id, e.lot_id, sum(e.quantity)::int quantity from ended e group by e.sku_id, e.lot_id
    ), by_sku as (
      select e.sku_id, sum(e.quantity)::int quantity from ended e group by e.sku_id
    ), lots as (
      update inventory.lot_stock l
      set held = l.held - b.quantity, on_hand = l.on_hand - case how when 'ship' then b.quantity else 0 end
      from by_lot b where l.sku_id = b.sku_id and l.lot_id = b.lot_id
    ), moves as (
      insert into inventory.movement (sku_id, lot_id, kind, on_hand_change, held_change, reference)
      select e.sku_id, e.lot_id, how, case how when 'ship' then -e.quantity else 0 end, -e.quantity, e.held_for from ended e
    ), skus as (
      update inventory.stock s
      set held = s.held - b.quantity, on_hand = s.on_hand - case how when 'ship' then b.quantity else 0 end
      from by_sku b where s.sku_id = b.sku_id
      returning s.sku_id, s.on_hand - s.held as left_over
    )
    select e.held_for, e.sku_id, e.lot_id, e.quantity, k.left_over from ended e join skus k using (sku_id);
end $$;

-- Takes back goods that were shipped: `return` puts them on the shelf again, `spoil` writes down that they came back
-- and were lost. Never more than was shipped and not yet taken back, so a repeat does nothing. Empty arrays mean all.
create function inventory.take_back(from_whom uuid, how text, skus uuid[], quantities int[])
returns table (sku uuid, lot uuid, quantity int, left_over int) language plpgsql as $$
#variable_conflict use_column
begin
  perform 1 from inventory.stock s
  where s.sku_id in (select m.sku_id from inventory.movement m where m.reference = from_whom and m.kind = 'ship')
  order by s.sku_id for update;
  return query
    with out as (
      select m.sku_id, m.lot_id,
        sum(case m.kind when 'ship' then -m.on_hand_change when 'return' then -m.on_hand_change else 0 end)::int quantity
      from inventory.movement m where m.reference = from_whom and m.kind in ('ship', 'return')
      group by m.sku_id, m.lot_id
    ), counted as (
      select o.sku_id, o.lot_id, o.quantity, sum(o.quantity) over (partition by o.sku_id order by o.lot_id) - o.quantity as before
      from out o where o.quantity > 0
    ), back as (
      select c.sku_id, c.lot_id,
        case when cardinality(skus) = 0 then c.quantity else least(c.quantity, w.quantity - c.before) end::int quantity
      from counted c
      left join (select u.sku, sum(u.quantity)::int quantity from unnest(skus, quantities) u(sku, quantity) group by u.sku) w
        on w.sku = c.sku_id
      where cardinality(skus) = 0 or c.before < w.quantity
    ), lots as (
      update inventory.lot_stock l set on_hand = l.on_hand + case how when 'return' then b.quantity else 0 end
      from back b where l.sku_id = b.sku_id and l.lot_id = b.lot_id
    ), moves as (
      insert into inventory.movement (sku_id, lot_id, kind, on_hand_change, held_change, reference)
      select b.sku_id, b.lot_id, k.kind, case k.kind when 'return' then b.quantity else -b.quantity end, 0, from_whom
      from back b cross join (values ('return'), ('spoil')) k(kind)
      where k.kind = 'return' or how = 'spoil'
    ), totals as (
      select b.sku_id, sum(b.quantity)::int quantity from back b group by b.sku_id
    ), shelf as (
      update inventory.stock s set on_hand = s.on_hand + case how when 'return' then t.quantity else 0 end
      from totals t where s.sku_id = t.sku_id
      returning s.sku_id, s.on_hand - s.held as left_over
    )
    select b.sku_id, b.lot_id, b.quantity, s.left_over from back b join shelf s using (sku_id);
end $$;
