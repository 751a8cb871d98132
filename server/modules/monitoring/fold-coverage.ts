import { change, rows, type Tx, transact } from '../../kernel/db.ts'
import { when, whenMany } from '../../kernel/events.ts'
import { every } from '../../kernel/schedule.ts'
import { publishedIn, signaturePublished, signatureWithdrawn } from '../catalog/index.ts'
import { openIn, stationClosed, stationOpened } from '../stations/index.ts'
import { activeIn, storeActivated, storePaused } from '../stores/index.ts'

type Village = { villageCode: string }

for (const [happened, name] of [
  [signaturePublished, 'monitoring.cover_on_published'],
  [signatureWithdrawn, 'monitoring.cover_on_withdrawn'],
  [storeActivated, 'monitoring.cover_on_activated'],
  [storePaused, 'monitoring.cover_on_paused'],
] as const)
  whenMany(happened, name, (tx, villages: Village[]) =>
    judge(
      tx,
      villages.map(({ villageCode }) => villageCode),
    ),
  )

for (const [happened, name] of [
  [stationOpened, 'monitoring.cover_on_station_opened'],
  [stationClosed, 'monitoring.cover_on_station_closed'],
] as const)
  when(happened, name, (tx, { divisionCode }) => judge(tx, [divisionCode]))

/** A sale keeps a village covered for the days that the definition gives; judged anew are those that only lacked a sale. */
export async function lastSales(tx: Tx, paid: { villageCode: string; paidAt: string }[]): Promise<void> {
  const lackedOne = await rows<{ villageCode: string }>(
    tx,
    `with sale as (
       select "villageCode" village_code, max("paidAt") at
       from jsonb_to_recordset($1::jsonb) as s("villageCode" text, "paidAt" timestamptz) group by 1
     ), sold as (
       update monitoring.coverage c set last_sale_at = sale.at from sale
       where c.village_code = sale.village_code and (c.last_sale_at is null or c.last_sale_at < sale.at)
       returning c.*
     ) select village_code from sold where product_published and store_active and not covered`,
    [JSON.stringify(paid)],
  )
  await judge(
    tx,
    lackedOne.map(({ villageCode }) => villageCode),
  )
}

/** Judges villages anew by the definition in force: which legs stand, and who is covered. Other codes are passed over. */
export async function judge(tx: Tx, codes: readonly string[]): Promise<void> {
  const villages = [...new Set(codes)].sort()
  if (villages.length === 0) return
  const legs = {
    product: await publishedIn(tx, villages),
    store: await activeIn(tx, villages),
    station: await openIn(tx, villages),
  }
  await change(
    tx,
    `with leg as (
       select code, code = any($2) product, code = any($3) store, code = any($4) station from unnest($1::text[]) code
     ), rule as (
       select make_interval(days => (rule->>'saleWithinDays')::int) as within from monitoring.indicator_definition
       where indicator = 'ovops_coverage' and valid_to is null
     ), before as (
       select c.* from monitoring.coverage c join leg on leg.code = c.village_code order by c.village_code for update
     ), after as (
       update monitoring.coverage c set product_published = leg.product, store_active = leg.store, station_open = leg.station,
         covered = leg.product and leg.store and coalesce(c.last_sale_at > now() - rule.within, false), changed_at = now()
       from leg, rule, before where c.village_code = leg.code and before.village_code = leg.code
       returning c.*
     ), moved as (
       select rpad(left(a.village_code, digits), 12, '0') code,
         sum(coalesce(a.covered, false)::int - b.covered::int) covered, sum(a.product_published::int - b.product_published::int) product,
         sum(a.store_active::int - b.store_active::int) store, sum(a.station_open::int - b.station_open::int) station
       from after a join before b using (village_code), unnest(array[2, 4, 6, 9, 12]) digits group by 1
     )
     update monitoring.standing s set covered = s.covered + m.covered, with_product = s.with_product + m.product,
       with_store = s.with_store + m.store, with_station = s.with_station + m.station
     from moved m where s.division_code = m.code`,
    [villages, [...legs.product], [...legs.store], [...legs.station]],
  )
}

/** Lets villages whose last sale has grown too old fall out of coverage. */
export async function endCoverage(tx: Tx): Promise<void> {
  const ended = await rows<{ villageCode: string }>(
    tx,
    `select village_code from monitoring.coverage, monitoring.indicator_definition d
     where covered and d.indicator = 'ovops_coverage' and d.valid_to is null
       and last_sale_at <= now() - make_interval(days => (d.rule->>'saleWithinDays')::int)`,
  )
  await judge(
    tx,
    ended.map(({ villageCode }) => villageCode),
  )
}

every(600, 'monitoring.end_coverage', (db) => transact(db, endCoverage))

every(86_400, 'monitoring.forget_folded', async (db) => {
  await change(db, `delete from monitoring.folded where at < now() - interval '30 days'`)
})
