import { type Actor, requireDuty, requireOffice } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import { row, type Tx } from '../../kernel/db.ts'
import { announce } from '../../kernel/events.ts'
import { peopleWithDuty } from '../accounts/index.ts'
import { countyCodeOf, townshipCodeOf } from '../divisions/index.ts'
import { signaturePublished, signatureWithdrawn } from './events.ts'
import { requireSignature, signatureColumns } from './read-signatures.ts'
import { alreadyDecided, reasonNeeded } from './refusals.ts'
import type { SignatureState } from './rules.ts'
import type { ReviewSignature, SignatureProduct } from './shapes.ts'
import { proposerOf, tellOfSignature } from './tell-of-signature.ts'

/** Who decides next, and what passing leads to. Each step belongs to exactly one office. */
const reviews = {
  submitted: { officeOf: townshipCodeOf, passes: 'townshipReviewed' },
  townshipReviewed: { officeOf: countyCodeOf, passes: 'published' },
} as const satisfies Partial<Record<SignatureState, { officeOf: (code: string) => string; passes: SignatureState }>>

/** The township passes a proposal on to the county, the county confirms it; either returns it with a reason. */
export async function reviewSignatureProduct(
  tx: Tx,
  actor: Actor,
  id: string,
  { decision, reason }: ReviewSignature,
): Promise<SignatureProduct> {
  const before = await requireSignature(tx, id)
  // Whether it is decided already is nobody's business elsewhere.
  requireDuty(actor, 'officer', { divisionCode: before.villageCode })
  if (before.state !== 'submitted' && before.state !== 'townshipReviewed') throw alreadyDecided()
  const { officeOf, passes } = reviews[before.state]
  requireOffice(actor, officeOf(before.villageCode))
  if (decision === 'return' && !reason) throw reasonNeeded(undefined, 'reason')

  const state = decision === 'pass' ? passes : 'returned'
  const signature = await moveOn(tx, before, state, reason)
  await audit(tx, actor, {
    did: 'catalog.review_signature_product',
    subject: `signature_product:${id}`,
    divisionCode: before.villageCode,
    detail: { from: before.state, to: state, reason: reason ?? null },
  })
  if (state === 'published') await announce(tx, signaturePublished, { villageCode: before.villageCode })
  await tellTheNext(tx, signature)
  return signature
}

/** The county takes a confirmed signature product back, with a reason; the village may then propose another. */
export async function withdrawSignatureProduct(
  tx: Tx,
  actor: Actor,
  id: string,
  reason: string,
): Promise<SignatureProduct> {
  const before = await requireSignature(tx, id)
  requireOffice(actor, countyCodeOf(before.villageCode))
  if (before.state !== 'published') throw alreadyDecided()
  const signature = await moveOn(tx, before, 'withdrawn', reason)
  await audit(tx, actor, {
    did: 'catalog.withdraw_signature_product',
    subject: `signature_product:${id}`,
    divisionCode: before.villageCode,
    detail: { reason },
  })
  await announce(tx, signatureWithdrawn, { villageCode: before.villageCode })
  await tellTheNext(tx, signature)
  return signature
}

/** The state is changed only from the one that was read, so of two officers who decide at once, one does. */
async function moveOn(
  tx: Tx,
  before: SignatureProduct,
  state: SignatureState,
  reason?: string,
): Promise<SignatureProduct> {
  const signature = await row<SignatureProduct>(
    tx,
    `update catalog.signature_product set state = $3, return_reason = $4,
       published_at = case when $3 = 'published' then now() else published_at end
     where id = $1 and state = $2 returning ${signatureColumns}`,
    [before.id, before.state, state, state === 'returned' || state === 'withdrawn' ? reason : null],
  )
  if (!signature) throw alreadyDecided()
  return signature
}

async function tellTheNext(tx: Tx, signature: SignatureProduct): Promise<void> {
  const { state, villageCode, returnReason } = signature
  if (state === 'townshipReviewed') {
    const county = await peopleWithDuty(tx, 'officer', { divisionCode: countyCodeOf(villageCode) })
    await tellOfSignature(tx, county, 'catalog.notice.signature_submitted', signature)
  } else {
    await tellOfSignature(tx, proposerOf(signature), `catalog.notice.signature_${state}`, signature, {
      reason: returnReason ?? '',
    })
  }
}
