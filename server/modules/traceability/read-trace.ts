import { type Db, rows } from '../../kernel/db.ts'
import { maskPhone } from '../../kernel/mask.ts'
import { productsById } from '../catalog/index.ts'
import { pathOf } from '../divisions/index.ts'
import { requireMerchant } from '../merchants/index.ts'
import { unknownTrace } from './refusals.ts'
import type { JourneyStep, Lot, Pledge, TracePage } from './shapes.ts'

type Found = Lot & { pledge: Pledge | null; journey: JourneyStep[] }

// Steps of the goods on their way to buyers are summed by place: who bought cannot be read from them.
const findLots = `
  select l.id, l.product_id, l.merchant_id, l.village_code, l.lot_number, l.harvested_on, l.quantity_grams,
    l.producer_name, l.plot, p.pledge_number, l.is_sample,
    case when p.id is not null then jsonb_build_object('pledgeNumber', p.pledge_number, 'productName', p.product_name,
      'quantityGrams', p.quantity_grams, 'origin', p.origin, 'pledger', p.pledger, 'contact', p.contact,
      'basis', p.basis, 'issuedOn', p.issued_on) end pledge,
    (select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'firstAt', s.first_at, 'lastAt', s.last_at,
        'place', s.place, 'divisionCode', s.division_code, 'note', s.note, 'quantity', s.quantity, 'times', s.times)
        order by s.first_at, s.first_id), '[]')
     from (
       select kind, min(happened_at) first_at, max(happened_at) last_at, place, division_code,
         case when sale then '' else note end note, sum(quantity)::int quantity, count(*)::int times, min(id::text) first_id
       from (select *, kind in ('shipped', 'received', 'returned') sale from traceability.trace_event where lot_id = l.id) e
       group by kind, place, division_code, sale, case when sale then '' else note end, case when sale then null else id end
       order by first_at limit 100
     ) s) journey
  from traceability.lot l left join traceability.conformity_pledge p on p.lot_id = l.id
  where l.lot_number = $1 limit 50`

/** Everything a buyer may know about the box in hand, by the code printed on it. */
export async function tracePageOf(on: Db, gtin: string, lotNumber: string): Promise<TracePage> {
  // Lot numbers are the producer's own, so two products may share one; the GTIN tells them apart.
  const lots = await rows<Found>(on, findLots, [lotNumber])
  const products = await productsById(
    on,
    lots.map((lot) => lot.productId),
  )
  for (const { pledge, journey, ...lot } of lots) {
    const product = products.get(lot.productId)
    const sku = product?.skus.find((each) => each.gtin === gtin)
    if (!product || !sku) continue
    const [merchant, path] = await Promise.all([requireMerchant(on, lot.merchantId), pathOf(on, lot.villageCode)])
    return {
      gtin,
      lot,
      product: {
        id: product.id,
        name: product.name,
        nameEn: product.nameEn,
        label: sku.label,
        categoryCode: product.categoryCode,
      },
      merchant: { id: merchant.id, name: merchant.name, kind: merchant.kind },
      path,
      pledge: pledge && { ...pledge, contact: shownContact(merchant.kind, pledge.contact) },
      certifications: product.certifications.map(({ type, certificateNumber, holder, validTo }) => ({
        type,
        certificateNumber,
        holder,
        validTo,
      })),
      journey,
    }
  }
  throw unknownTrace({ lotNumber })
}

// A business publishes its telephone number; a farmer's own is shown to strangers only in part.
function shownContact(kind: string, contact: string): string {
  return kind === 'naturalPerson' || kind === 'selfEmployed' ? maskPhone(contact) : contact
}
