import { type Actor, requireDuty } from '../../kernel/actor.ts'
import { row, type Tx } from '../../kernel/db.ts'
import { announce } from '../../kernel/events.ts'
import { newId } from '../../kernel/ids.ts'
import { addDays, type Day, dayOf, startOf } from '../../kernel/time.ts'
import { requireProduct } from '../catalog/index.ts'
import { lotChanged } from './events.ts'
import { newLotNumber } from './lot-numbers.ts'
import { recordTraceEvent } from './record-trace-event.ts'
import { lotNumberTaken, notYetHarvested } from './refusals.ts'
import type { CreateLot, Lot } from './shapes.ts'

/** Makes a lot: what was harvested of one product on one day. */
export async function createLot(tx: Tx, actor: Actor, input: CreateLot, today: Day = dayOf(new Date())): Promise<Lot> {
  const product = await requireProduct(tx, input.productId)
  requireDuty(actor, ['station_operator', 'merchant_owner'], {
    divisionCode: product.villageCode,
    merchantId: product.merchantId,
  })
  if (input.harvestedOn > today || input.harvestedOn < addDays(today, -731)) {
    throw notYetHarvested({ day: input.harvestedOn }, 'harvestedOn')
  }
  const lotNumber = input.lotNumber ?? newLotNumber(input.harvestedOn)
  const lot = await row<Lot>(
    tx,
    `insert into traceability.lot
       (id, product_id, merchant_id, village_code, lot_number, harvested_on, quantity_grams, producer_name, plot, created_by, is_sample)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (product_id, lot_number) do nothing
     returning id, product_id, merchant_id, village_code, lot_number, harvested_on, quantity_grams, producer_name, plot,
       null pledge_number, is_sample`,
    [
      newId(),
      product.id,
      product.merchantId,
      product.villageCode,
      lotNumber,
      input.harvestedOn,
      input.quantityGrams,
      input.producerName ?? '',
      input.plot ?? '',
      actor.accountId ?? null,
      product.isSample,
    ],
  )
  if (!lot) throw lotNumberTaken({ lotNumber }, 'lotNumber')
  await recordTraceEvent(tx, {
    lotId: lot.id,
    kind: 'harvested',
    happenedAt: startOf(lot.harvestedOn).toISOString(),
    divisionCode: lot.villageCode,
    place: lot.plot,
    reference: `lot:${lot.id}`,
  })
  await announce(tx, lotChanged, { lotId: lot.id, productId: lot.productId })
  return lot
}
