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
  sku_id uuid not null,
  lot_id uuid not null,
  quantity int not null check (quantity > 0),
  -- Empty once paid: then only shipping or a cancellation ends it.
  expires_at timestamptz,
  primary key (held_for, sku_id, lot_id),
  foreign key (sku_id, lot_id) references inventory.lot_stock (sku_id, lot_id)
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

-- Holds goods for an order, or nothing at all: one row says which sku is `short` and how many are left of it, otherwise
-- every sku comes back with what is left after it. Lots are taken oldest harvest first. Small steps one after the other,
-- as most orders want one sku out of one lot: one statement that does everything at once costs more to begin than to do.
create function inventory.hold_stock(for_whom uuid, until timestamptz, skus uuid[], quantities int[])
returns table (sku uuid, wanted int, left_over int, short boolean) language plpgsql as $$
#variable_conflict use_column
declare
  lot record;
  missing int;
  part int;
begin
  select array_agg(w.sku order by w.sku), array_agg(w.quantity order by w.sku) into skus, quantities
  from (select u.sku, sum(u.quantity)::int quantity from unnest(skus, quantities) u(sku, quantity) group by u.sku) w;
  for i in 1..cardinality(skus) loop
    sku := skus[i];
    wanted := quantities[i];
    -- Whoever gives goods back at this moment is waited for, and what he gave is seen.
    select s.on_hand - s.held into left_over from inventory.stock s where s.sku_id = sku for update;
    left_over := coalesce(left_over, 0);
    short := left_over < wanted;
    if short then
      return next;
      return;
    end if;
  end loop;
  for i in 1..cardinality(skus) loop
    sku := skus[i];
    wanted := quantities[i];
    update inventory.stock s set held = s.held + wanted where s.sku_id = sku
    returning s.on_hand - s.held into left_over;
    missing := wanted;
    for lot in
      select l.lot_id, l.on_hand - l.held as free from inventory.lot_stock l
      where l.sku_id = sku and l.on_hand > l.held order by l.harvested_on, l.lot_id
    loop
      part := least(lot.free, missing);
      update inventory.lot_stock l set held = l.held + part where l.sku_id = sku and l.lot_id = lot.lot_id;
      insert into inventory.hold as h (held_for, sku_id, lot_id, quantity, expires_at)
      values (for_whom, sku, lot.lot_id, part, until)
      on conflict (held_for, sku_id, lot_id) do update set quantity = h.quantity + excluded.quantity;
      insert into inventory.movement (sku_id, lot_id, kind, on_hand_change, held_change, reference)
      values (sku, lot.lot_id, 'hold', 0, part, for_whom);
      missing := missing - part;
      exit when missing = 0;
    end loop;
    if missing > 0 then
      raise exception 'the lots of sku % hold less than its stock', sku;
    end if;
    return next;
  end loop;
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
