import { type Actor, requireDuty, requireOffice } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { row, type Tx } from '../../kernel/db.ts'
import { announce } from '../../kernel/events.ts'
import { newId } from '../../kernel/ids.ts'
import { addDays, type Day } from '../../kernel/time.ts'
import { countyCodeOf } from '../divisions/index.ts'
import { productChanged } from './events.ts'
import { requireProduct } from './read-products.ts'
import { badCertificateNumber, certificateExists, certificatePeriod, unknownCertification } from './refusals.ts'
import { certificates } from './rules.ts'
import type { AddCertification, Certification } from './shapes.ts'

const columns = 'id, type, certificate_number, holder, valid_from, valid_to, verification_status, is_renewal'

/** Adds a certificate to a product, on the merchant's word; buyers see that it is the merchant's word. */
export async function addCertification(
  tx: Tx,
  actor: Actor,
  productId: string,
  input: AddCertification,
): Promise<Certification> {
  const product = await requireProduct(tx, productId)
  requireDuty(actor, 'merchant_owner', { merchantId: product.merchantId })
  const certificateNumber = input.certificateNumber.trim().toUpperCase()
  checkNumber(input.type, certificateNumber)
  checkPeriod(input)

  const certification = await row<Certification>(
    tx,
    `insert into catalog.certification (id, type, certificate_number, holder, product_id, valid_from, valid_to, is_renewal, source)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'merchant') on conflict do nothing returning ${columns}`,
    [
      newId(),
      input.type,
      certificateNumber,
      input.holder.trim(),
      productId,
      input.validFrom,
      input.validTo ?? null,
      input.isRenewal ?? false,
    ],
  )
  if (!certification) throw certificateExists()
  await audit(tx, actor, {
    did: 'catalog.add_certification',
    subject: `product:${productId}`,
    divisionCode: product.villageCode,
    detail: { type: input.type, certificateNumber, validTo: input.validTo ?? null },
  })
  await announce(tx, productChanged, { productId })
  return certification
}

/** The county's officer looked the certificate up in its register: it is there, or it is not and its seal goes at once. */
export async function verifyCertification(
  tx: Tx,
  actor: Actor,
  id: string,
  status: 'verifiedByRegistry' | 'rejected',
): Promise<Certification> {
  const found = await row<{ productId: string; villageCode: string }>(
    tx,
    `select c.product_id, p.village_code from catalog.certification c join catalog.product p on p.id = c.product_id where c.id = $1`,
    [id],
  )
  if (!found) throw unknownCertification()
  requireOffice(actor, countyCodeOf(found.villageCode))
  const certification = await row<Certification>(
    tx,
    `update catalog.certification set verification_status = $2 where id = $1 returning ${columns}`,
    [id, status],
  )
  if (!certification) throw unknownCertification()
  await audit(tx, actor, {
    did: 'catalog.verify_certification',
    subject: `product:${found.productId}`,
    divisionCode: found.villageCode,
    detail: { certificateNumber: certification.certificateNumber, status },
  })
  await announce(tx, productChanged, { productId: found.productId })
  return certification
}

function checkNumber(type: AddCertification['type'], certificateNumber: string): void {
  const { form, example } = certificates[type]
  if (!form.test(certificateNumber)) throw badCertificateNumber({ example }, 'certificateNumber')
}

function checkPeriod({ type, validFrom, validTo }: AddCertification): void {
  const { years } = certificates[type]
  if (validTo ? validTo < validFrom : years) throw certificatePeriod({ years: years ?? 10 }, 'validTo')
  if (validTo && years && validTo > lastDayOf(validFrom, years)) throw certificatePeriod({ years }, 'validTo')
}

/** The last day of so many years that begin on this day. A certificate may also name the day after. */
function lastDayOf(from: Day, years: number): Day {
  const sameDay = `${Number(from.slice(0, 4)) + years}${from.slice(4)}`
  return sameDay.endsWith('-02-29') ? addDays(`${sameDay.slice(0, 4)}-02-28`, 1) : sameDay
}
