import type { Tx } from '../../kernel/db.ts'
import { countyCodeOf, requireDivision } from '../divisions/index.ts'
import type { Merchant } from '../merchants/index.ts'
import { requireCategory } from './categories.ts'
import { checkWords } from './check-words.ts'
import { foreignVillage, returnPolicyWorse, skuLabelTwice } from './refusals.ts'
import { isWorseForBuyers, type ReturnPolicy } from './rules.ts'
import type { CreateProduct, NewSku } from './shapes.ts'

/** What is said about a product, held to the rules and filled up from its category. */
export async function checkProduct(
  tx: Tx,
  merchant: Merchant,
  input: Omit<CreateProduct, 'merchantId' | 'skus'> & { skus?: readonly NewSku[] },
) {
  const village = await requireDivision(tx, input.villageCode, 'village')
  if (countyCodeOf(village.code) !== countyCodeOf(merchant.villageCode)) throw foreignVillage(undefined, 'villageCode')
  const category = await requireCategory(tx, input.categoryCode)
  const returnPolicy: ReturnPolicy = input.returnPolicy ?? category.returnPolicy
  if (isWorseForBuyers(returnPolicy, category.returnPolicy)) throw returnPolicyWorse(undefined, 'returnPolicy')
  const name = input.name.trim()
  await checkWords(tx, name, 'name')
  const skus = (input.skus ?? []).map((sku) => ({ ...sku, label: sku.label.trim() }))
  const labels = new Set<string>()
  for (const [index, { label }] of skus.entries()) {
    if (labels.has(label)) throw skuLabelTwice({ label }, `skus.${index}.label`)
    labels.add(label)
    await checkWords(tx, label, `skus.${index}.label`)
  }
  return {
    name,
    nameEn: input.nameEn?.trim() ?? '',
    categoryCode: category.code,
    villageCode: village.code,
    story: input.story?.trim() ?? '',
    storyEn: input.storyEn?.trim() ?? '',
    seasonMonths: [...(input.seasonMonths ?? category.seasonMonths)].sort((a, b) => a - b),
    returnPolicy,
    photos: input.photos ?? [],
    skus,
  }
}
