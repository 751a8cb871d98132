import { type Actor, requireDuty } from '../../kernel/actor.ts'
import type { Db } from '../../kernel/db.ts'
import { pathOf } from '../divisions/index.ts'
import { requireStation } from '../stations/index.ts'
import { requireStore } from '../stores/index.ts'
import { sellers } from './freight-templates.ts'
import { composeLabel } from './label.ts'
import { findLabelFacts } from './label-facts.ts'
import { drawPdf } from './label-pdf.ts'
import { drawSvg } from './label-svg.ts'
import { noLabelYet, shipmentNotFound } from './refusals.ts'
import { shipmentOf } from './ship.ts'

/** The label of an order's parcel, 100 × 150 mm, for the store's people and the station operator of its village. */
export async function drawLabel(
  on: Db,
  actor: Actor,
  { storeId, orderId }: { storeId: string; orderId: string },
  as: 'svg' | 'pdf',
  marketUrl: string,
): Promise<string | Buffer> {
  const store = await requireStore(on, storeId)
  requireDuty(actor, [...sellers, 'station_operator'], {
    storeId,
    merchantId: store.merchantId,
    divisionCode: store.villageCode,
  })
  const shipment = await shipmentOf(on, orderId)
  if (shipment && shipment.storeId !== storeId) throw shipmentNotFound()
  const facts = shipment && (await findLabelFacts(on, { storeId, orderId }))
  if (!facts) throw noLabelYet()
  const [path, station] = await Promise.all([
    pathOf(on, store.villageCode),
    shipment.stationId ? requireStation(on, shipment.stationId) : undefined,
  ])
  const sender = {
    storeName: store.name,
    villageName: path
      .slice(1)
      .map((part) => part.name)
      .join(''),
  }
  const shapes = composeLabel({ facts, shipment, sender, station, marketUrl })
  return as === 'svg' ? drawSvg(shapes) : await drawPdf(shapes, facts.orderNumber)
}
