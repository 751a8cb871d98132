import { change, type Db } from '../../kernel/db.ts'
import { addMonths, type Month, startOf } from '../../kernel/time.ts'
import type { ImportedLine } from './import-orders.ts'

/** A shop with the one package it sells. */
export interface FillingShop extends Omit<ImportedLine, 'quantity'> {
  storeId: string
  merchantId: string
  villageCode: string
}

/**
 * Makes finished sample orders inside the database, for measuring at the size of a whole province: `perShop` for each
 * shop in one month, one to three packages each, one in fifty given back whole. The same seed makes the same orders.
 * They are orders only: no payments, parcels or stock movements stand beside them.
 */
export async function fillOrders(
  on: Db,
  { shops, month, perShop, seed }: { shops: readonly FillingShop[]; month: Month; perShop: number; seed: number },
): Promise<number> {
  return change(
    on,
    `with shop as materialized (
       select * from jsonb_to_recordset($1::jsonb) s("storeId" uuid, "merchantId" uuid, "villageCode" text, "skuId" uuid,
         "productId" uuid, "categoryCode" text, name text, "nameEn" text, label text, "unitPrice" bigint, "weightGrams" int,
         "returnPolicy" text)),
     drawn as (
       select s.*, k, md5(s."storeId"::text || '/' || k || '/' || $5::int || '/' || $2::bigint) luck
       from shop s cross join generate_series(1, $4::int) k),
     timed as (
       select d.*, $2::bigint + floor(($3::bigint - $2::bigint)
         * (('x' || substr(luck, 24, 8))::bit(32)::bigint / 4294967296.0::float8))::bigint ms
       from drawn d),
     made as materialized (
       select d.*, to_timestamp(ms / 1000.0) placed, 1 + (get_byte(decode(substr(luck, 1, 2), 'hex'), 0) % 3) quantity,
         get_byte(decode(substr(luck, 3, 2), 'hex'), 0) < 5 given_back,
         (lpad(to_hex(ms), 12, '0') || '7' || substr(luck, 5, 3) || '8' || substr(luck, 8, 15))::uuid id
       from timed d),
     orders as (
       insert into orders."order" (store_id, id, order_number, merchant_id, village_code, state, goods_amount, freight_amount,
         total, refunded_amount, method, weight_grams, recipient, phone, region_code, region_name, address_detail,
         confirmed_exempt, placed_at, pay_before, paid_at, shipped_at, receive_before, received_at, closed_at, is_sample)
       select "storeId", id, to_char(placed at time zone 'Asia/Shanghai', 'YYMMDD')
           || lpad(((ms + 28800000) % 86400000)::text, 8, '0') || lpad((k % 1000000)::text, 6, '0'),
         "merchantId", "villageCode", case when given_back then 'refunded' else 'completed' end, quantity * "unitPrice", 800,
         quantity * "unitPrice" + 800, case when given_back then quantity * "unitPrice" + 800 else 0 end, 'express',
         quantity * "weightGrams", '示例', '13800000000', '310000', '上海市', '示例路 1 号', true, placed,
         placed + interval '15 minutes', placed + interval '1 minute', placed + interval '12 hours',
         placed + interval '180 hours', placed + interval '2 days', placed + interval '4 days', true
       from made)
     insert into orders.order_line (store_id, order_id, line, sku_id, product_id, category_code, name, name_en, sku_label,
       quantity, unit_price, amount, weight_grams, return_policy)
     select "storeId", id, 1, "skuId", "productId", "categoryCode", name, coalesce("nameEn", ''), label, quantity, "unitPrice",
       quantity * "unitPrice", quantity * "weightGrams", "returnPolicy"
     from made`,
    [
      JSON.stringify(shops),
      startOf(`${month}-01`).getTime(),
      // The last four days stay empty, so that paying and closing fall into the month.
      startOf(`${addMonths(month, 1)}-01`).getTime() - 4 * 86_400_000 - 60_000,
      perShop,
      seed,
    ],
  )
}
