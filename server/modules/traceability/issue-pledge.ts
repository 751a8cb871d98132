import { type Actor, requireDuty } from '../../kernel/actor.ts'
import { row, type Tx } from '../../kernel/db.ts'
import { announce } from '../../kernel/events.ts'
import { newId } from '../../kernel/ids.ts'
import { dayOf } from '../../kernel/time.ts'
import { productsById } from '../catalog/index.ts'
import { pathOf } from '../divisions/index.ts'
import { requireMerchant } from '../merchants/index.ts'
import { lotChanged } from './events.ts'
import { newPledgeNumber } from './lot-numbers.ts'
import { requireLot } from './read-lots.ts'
import { recordTraceEvent } from './record-trace-event.ts'
import { alreadyPledged } from './refusals.ts'
import type { Pledge } from './shapes.ts'

/**
 * Issues the conformity pledge of a lot (承诺达标合格证). Its six fields are those of 农业农村部令 2025 年第 4 号: product,
 * quantity, origin, day, pledger, contact; the basis says how the pledger knows.
 */
export async function issuePledge(
  tx: Tx,
  actor: Actor,
  { lotId, basis }: { lotId: string; basis: Pledge['basis'] },
  now: Date = new Date(),
): Promise<Pledge> {
  const lot = await requireLot(tx, lotId)
  requireDuty(actor, ['station_operator', 'merchant_owner'], {
    divisionCode: lot.villageCode,
    merchantId: lot.merchantId,
  })
  const merchant = await requireMerchant(tx, lot.merchantId)
  const product = (await productsById(tx, [lot.productId])).get(lot.productId)
  const origin = (await pathOf(tx, lot.villageCode)).map((step) => step.name).join('')

  // One pledge per lot: the unique rule decides between two who issue at once.
  const pledge = await row<Pledge>(
    tx,
    `insert into traceability.conformity_pledge
       (id, lot_id, pledge_number, product_name, quantity_grams, origin, pledger, contact, basis, issued_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (lot_id) do nothing
     returning pledge_number, product_name, quantity_grams, origin, pledger, contact, basis, issued_on`,
    [
      newId(),
      lot.id,
      newPledgeNumber(dayOf(now)),
      product?.name ?? '',
      lot.quantityGrams,
      origin,
      merchant.name,
      merchant.contactPhone,
      basis,
      dayOf(now),
    ],
  )
  if (!pledge) throw alreadyPledged({ lotNumber: lot.lotNumber })
  await recordTraceEvent(tx, {
    lotId: lot.id,
    kind: 'pledged',
    happenedAt: now.toISOString(),
    divisionCode: lot.villageCode,
    place: '',
    note: pledge.pledgeNumber,
    reference: `pledge:${pledge.pledgeNumber}`,
  })
  await announce(tx, lotChanged, { lotId: lot.id, productId: lot.productId })
  return pledge
}
