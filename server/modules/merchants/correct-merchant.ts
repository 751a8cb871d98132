import { type Actor, requireDuty } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { breaksUnique, row, type Tx } from '../../kernel/db.ts'
import { countyCodeOf, requireDivision } from '../divisions/index.ts'
import { checkFacts } from './check-facts.ts'
import { columns, requireMerchant } from './read-merchants.ts'
import { alreadyRegistered, notWaiting } from './refusals.ts'
import { merchantSteps } from './rules.ts'
import type { CorrectMerchant, Merchant } from './shapes.ts'
import { tellOfficers } from './tell-people.ts'

/** Corrects what was returned, or not yet looked at, and submits it again. */
export async function correctMerchant(tx: Tx, actor: Actor, id: string, input: CorrectMerchant): Promise<Merchant> {
  const before = await requireMerchant(tx, id)
  requireDuty(actor, ['merchant_owner', 'officer', 'station_operator'], {
    merchantId: id,
    divisionCode: before.villageCode,
  })
  const village = await requireDivision(tx, input.villageCode, 'village')
  // An operator may not move a merchant out of, or into, a place that is not theirs.
  requireDuty(actor, ['merchant_owner', 'officer', 'station_operator'], { merchantId: id, divisionCode: village.code })
  const facts = checkFacts(input)
  const merchant = await row<Merchant>(
    tx,
    `update merchants.merchant set kind = $2, name = $3, uscc = $4, self_produced_exempt = $5, self_produced_declaration = $6,
       village_code = $7, contact_name = $8, contact_phone = $9, state = 'submitted', return_reason = null
     where id = $1 and state = any($10) returning ${columns}`,
    [
      id,
      facts.kind,
      facts.name,
      facts.uscc,
      facts.declaration !== null,
      facts.declaration,
      village.code,
      facts.contactName,
      facts.contactPhone,
      merchantSteps.correct,
    ],
  ).catch((error) => {
    throw breaksUnique(error) ? alreadyRegistered() : error
  })
  if (!merchant) throw notWaiting()
  await audit(tx, actor, { did: 'merchants.correct_merchant', subject: `merchant:${id}`, divisionCode: village.code })
  if (before.state === 'returned')
    await tellOfficers(tx, countyCodeOf(village.code), 'merchants.notice.submitted', merchant)
  return merchant
}
