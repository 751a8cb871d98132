import { change, type Db, rows, type Tx, transact } from '../../kernel/db.ts'
import { agriculturalVillages, countedDivisions } from '../divisions/index.ts'
import { lastSaleByVillage, salesByVillageAndMonth } from '../orders/index.ts'
import { judge } from './fold-coverage.ts'

/**
 * Computes every live figure anew from the records, as if nothing had been folded. What `yicun verify` compares the
 * live figures with, and what repairs them.
 */
export async function rebuildFigures(db: Db, onProgress: (step: number, of: number) => void = () => {}): Promise<void> {
  await transact(db, async (tx) => {
    // One view of the records: what is announced but not yet folded is in it, and is marked as folded below.
    await change(tx, 'set transaction isolation level repeatable read')
    await rebuildInTx(tx, onProgress)
  })
}

/** The rebuild inside a transaction of the caller. */
export async function rebuildInTx(tx: Tx, onProgress: (step: number, of: number) => void = () => {}): Promise<void> {
  await rebuildStanding(tx)
  onProgress(1, 3)
  await rebuildSales(tx)
  onProgress(2, 3)
  await rebuildCoverage(tx)
  onProgress(3, 3)
}

async function rebuildStanding(tx: Tx): Promise<void> {
  const villages = new Set(await agriculturalVillages(tx))
  await change(tx, 'delete from monitoring.standing')
  await change(tx, 'delete from monitoring.coverage where not village_code = any($1)', [[...villages]])
  await change(tx, 'insert into monitoring.coverage (village_code) select unnest($1::text[]) on conflict do nothing', [
    [...villages],
  ])
  await change(
    tx,
    `insert into monitoring.standing (division_code, parent_code, name, level, villages)
     select d.code, d."parentCode", d.name, d.level, coalesce(v.villages, 0)
     from jsonb_to_recordset($1::jsonb) as d(code text, "parentCode" text, name text, level smallint)
     left join (select rpad(left(village_code, digits), 12, '0') code, count(*) villages
       from monitoring.coverage, unnest(array[2, 4, 6, 9, 12]) digits group by 1) v using (code)`,
    [JSON.stringify(await countedDivisions(tx))],
  )
  await change(
    tx,
    'update monitoring.coverage set product_published = false, store_active = false, station_open = false, covered = false',
  )
}

async function rebuildSales(tx: Tx): Promise<void> {
  await change(tx, 'delete from monitoring.sales')
  await change(
    tx,
    `insert into monitoring.sales (division_code, month, orders, gross, refunded, sample_orders)
     select rpad(left("villageCode", digits), 12, '0'), month, sum(orders), sum(gross), sum(refunded), sum("sampleOrders")
     from jsonb_to_recordset($1::jsonb) as s("villageCode" text, month text, orders int, gross bigint, refunded bigint, "sampleOrders" int),
       unnest(array[2, 4, 6, 9, 12]) digits
     group by 1, 2`,
    [JSON.stringify(await salesByVillageAndMonth(tx))],
  )
  await change(
    tx,
    `insert into monitoring.folded (fact, kind)
     select (payload->>'orderId')::uuid, 'paid' from kernel.reaction where name = 'monitoring.fold_paid'
     union all
     select (payload->>'refundId')::uuid, 'refunded' from kernel.reaction where name = 'monitoring.fold_refunded'
     on conflict do nothing`,
  )
}

async function rebuildCoverage(tx: Tx): Promise<void> {
  await change(
    tx,
    `update monitoring.coverage c set last_sale_at = s."lastSaleAt"
     from jsonb_to_recordset($1::jsonb) as s("villageCode" text, "lastSaleAt" timestamptz) where s."villageCode" = c.village_code`,
    [JSON.stringify(await lastSaleByVillage(tx))],
  )
  const all = await rows<{ villageCode: string }>(tx, 'select village_code from monitoring.coverage')
  await judge(
    tx,
    all.map(({ villageCode }) => villageCode),
  )
}
