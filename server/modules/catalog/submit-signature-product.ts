import { type Actor, requireOffice } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { row, type Tx } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { peopleWithDuty } from '../accounts/index.ts'
import { requireDivision, townshipCodeOf } from '../divisions/index.ts'
import { requireCategory } from './categories.ts'
import { checkWords } from './check-words.ts'
import { signatureColumns } from './read-signatures.ts'
import { signatureExists } from './refusals.ts'
import type { SignatureProduct, SubmitSignature } from './shapes.ts'
import { tellOfSignature } from './tell-of-signature.ts'

/** The village names the one product it wants to be known for. The township reviews, the county confirms. */
export async function submitSignatureProduct(tx: Tx, actor: Actor, input: SubmitSignature): Promise<SignatureProduct> {
  requireOffice(actor, input.villageCode)
  const village = await requireDivision(tx, input.villageCode, 'village')
  const category = await requireCategory(tx, input.categoryCode)
  const name = input.name.trim()
  await checkWords(tx, name, 'name')

  // The unique index decides: a village has one signature product that is neither returned nor withdrawn.
  const signature = await row<SignatureProduct>(
    tx,
    `insert into catalog.signature_product (id, village_code, category_code, name, story, state, submitted_by)
     values ($1, $2, $3, $4, $5, 'submitted', $6) on conflict do nothing returning ${signatureColumns}`,
    [newId(), village.code, category.code, name, input.story?.trim() ?? '', actor.accountId ?? null],
  )
  if (!signature) throw signatureExists()

  await audit(tx, actor, {
    did: 'catalog.submit_signature_product',
    subject: `signature_product:${signature.id}`,
    divisionCode: village.code,
    detail: { name, categoryCode: category.code },
  })
  const reviewers = await peopleWithDuty(tx, 'officer', { divisionCode: townshipCodeOf(village.code) })
  await tellOfSignature(tx, reviewers, 'catalog.notice.signature_submitted', signature)
  return signature
}
