import { refusal } from '../../kernel/errors.ts'

export const unknownCategory = refusal('catalog.unknown_category', 422, 'There is no such category')
export const categoryTooWide = refusal('catalog.category_too_wide', 422, 'Choose a category that has none below it')
export const unknownProduct = refusal('catalog.unknown_product', 404, 'There is no such product')
export const unknownSignature = refusal('catalog.unknown_signature', 404, 'There is no such signature product')
export const unknownCertification = refusal('catalog.unknown_certification', 404, 'There is no such certificate')
export const unknownSku = refusal('catalog.unknown_sku', 422, 'A sku does not belong to this product')
export const signatureExists = refusal('catalog.signature_exists', 409, 'This village has a signature product already')
export const alreadyDecided = refusal('catalog.already_decided', 409, 'Someone else has decided this already')
export const reasonNeeded = refusal('catalog.reason_needed', 422, 'A return needs a reason')
/** Words that may not stand in a name, by why. */
export const forbiddenWords = {
  registered_mark: refusal<{ word: string }>('catalog.forbidden_mark', 422, 'The name would pass for a protected mark'),
  investment: refusal<{ word: string }>('catalog.forbidden_investment', 422, 'Goods only: no words of investment'),
  absolute: refusal<{ word: string }>('catalog.forbidden_absolute', 422, 'The Advertising Law forbids superlatives'),
  medical: refusal<{ word: string }>('catalog.forbidden_medical', 422, 'Food may not claim to cure'),
  state_supply: refusal<{ word: string }>(
    'catalog.forbidden_state_supply',
    422,
    'State organs may not be named to advertise',
  ),
}
export const staleVersion = refusal('catalog.stale_version', 409, 'The product was changed by someone else meanwhile')
export const skuLabelTwice = refusal<{ label: string }>('catalog.sku_label_twice', 422, 'Two skus have the same label')
export const skuNeeded = refusal('catalog.sku_needed', 409, 'A product needs a sku before it is published')
export const notPublishable = refusal('catalog.not_publishable', 409, 'The product is not in a state to be published')
export const notPublished = refusal('catalog.not_published', 409, 'The product is not on sale')
export const returnPolicyWorse = refusal(
  'catalog.return_policy_worse',
  422,
  'The return rule may be better for buyers than the category’s, not worse',
)
export const foreignVillage = refusal('catalog.foreign_village', 422, 'The village lies outside the merchant’s county')
export const badCertificateNumber = refusal<{ example: string }>(
  'catalog.bad_certificate_number',
  422,
  'The certificate number does not have the form of its type',
)
export const certificatePeriod = refusal<{ years: number }>(
  'catalog.certificate_period',
  422,
  'The period is longer than such a certificate lasts',
)
export const certificateExists = refusal(
  'catalog.certificate_exists',
  409,
  'This certificate is on the product already',
)
