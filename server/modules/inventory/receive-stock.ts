import { type Actor, requireDuty } from '../../kernel/actor.ts'
import { change, row, type Tx } from '../../kernel/db.ts'
import { skusById } from '../catalog/index.ts'
import { requireLot } from '../traceability/index.ts'
import { announceSeen } from './events.ts'
import { correctionTooLarge, foreignLot, unknownSku } from './refusals.ts'
import type { CorrectStock, ReceiveStock, StockLeft } from './shapes.ts'

/** Puts packages of a lot on the shelf. */
export async function receiveStock(tx: Tx, { skuId, lotId, quantity }: ReceiveStock): Promise<StockLeft> {
  const lot = await requireLot(tx, lotId)
  const sku = (await skusById(tx, [skuId])).get(skuId)
  if (!sku) throw unknownSku({ skuId }, 'skuId')
  if (sku.productId !== lot.productId) throw foreignLot({ skuId, lotId }, 'lotId')
  const stock = await row<{ left: number }>(
    tx,
    `insert into inventory.stock as s (sku_id, on_hand) values ($1, $2)
     on conflict (sku_id) do update set on_hand = s.on_hand + excluded.on_hand returning on_hand - held as left`,
    [skuId, quantity],
  )
  await change(
    tx,
    `with lot as (
       insert into inventory.lot_stock as l (sku_id, lot_id, harvested_on, received, on_hand) values ($1, $2, $3, $4, $4)
       on conflict (sku_id, lot_id) do update set received = l.received + $4, on_hand = l.on_hand + $4
     ) insert into inventory.movement (sku_id, lot_id, kind, on_hand_change, held_change) values ($1, $2, 'receive', $4, 0)`,
    [skuId, lotId, lot.harvestedOn, quantity],
  )
  const left = stock?.left ?? 0
  await announceSeen(tx, [{ skuId, before: left - quantity, after: left }])
  return { skuId, left }
}

/** Puts packages on the shelf for those whose duty it is: the village's station operator or the merchant. */
export async function receiveStockAs(tx: Tx, actor: Actor, input: ReceiveStock): Promise<StockLeft> {
  await requireKeeper(tx, actor, input.lotId)
  return receiveStock(tx, input)
}

/** Mends the count after a stocktake: more were found, or fewer. Goods already sold are not touched. */
export async function correctStock(
  tx: Tx,
  actor: Actor,
  { skuId, lotId, change: by }: CorrectStock,
): Promise<StockLeft> {
  await requireKeeper(tx, actor, lotId)
  await row(tx, 'select 1 from inventory.stock where sku_id = $1 for update', [skuId])
  const lot = await row<{ left: number }>(
    tx,
    'select on_hand - held as left from inventory.lot_stock where sku_id = $1 and lot_id = $2',
    [skuId, lotId],
  )
  if (!lot) throw foreignLot({ skuId, lotId }, 'lotId')
  if (lot.left + by < 0) throw correctionTooLarge({ left: lot.left }, 'change')
  const stock = await row<{ left: number }>(
    tx,
    `with lot as (
       update inventory.lot_stock set on_hand = on_hand + $3, received = received + greatest($3, 0)
       where sku_id = $1 and lot_id = $2
     ), move as (
       insert into inventory.movement (sku_id, lot_id, kind, on_hand_change, held_change) values ($1, $2, 'correct', $3, 0)
     ) update inventory.stock set on_hand = on_hand + $3 where sku_id = $1 returning on_hand - held as left`,
    [skuId, lotId, by],
  )
  const left = stock?.left ?? 0
  await announceSeen(tx, [{ skuId, before: left - by, after: left }])
  return { skuId, left }
}

async function requireKeeper(tx: Tx, actor: Actor, lotId: string): Promise<void> {
  const { villageCode, merchantId } = await requireLot(tx, lotId)
  requireDuty(actor, ['station_operator', 'merchant_owner'], { divisionCode: villageCode, merchantId })
}
