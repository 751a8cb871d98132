import { type Actor, requireDuty } from '../../kernel/actor.ts'
import type { Db } from '../../kernel/db.ts'
import { pathOf } from '../divisions/index.ts'
import { requireStation } from '../stations/index.ts'
import { requireStore } from '../stores/index.ts'
import { sellers } from './freight-templates.ts'
import { labelSvg } from './label.ts'
import { findLabelFacts } from './label-facts.ts'
import { pdfFont, svgToPdf } from './label-pdf.ts'
import { noLabelYet, shipmentNotFound } from './refusals.ts'
import { shipmentOf } from './ship.ts'

const systemFonts =
  '&quot;PingFang SC&quot;,&quot;Noto Sans SC&quot;,&quot;Noto Sans CJK SC&quot;,&quot;Microsoft YaHei&quot;,sans-serif'

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
  const parts = { facts, shipment, sender, station, marketUrl }
  return as === 'svg' ? labelSvg(parts, systemFonts) : svgToPdf(labelSvg(parts, pdfFont), facts.orderNumber)
}
