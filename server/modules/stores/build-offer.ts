import type { Product } from '../catalog/index.ts'
import { countyCodeOf, type PathPart, placeInLatin, placeOf, shortName } from '../divisions/index.ts'
import { shownUpTo } from '../inventory/index.ts'
import type { Merchant } from '../merchants/index.ts'
import { type Lot, traceUrl } from '../traceability/index.ts'
import type { OfferDetail } from './offer-shapes.ts'
import { offerWords } from './offer-words.ts'
import type { Store } from './store-shapes.ts'

export interface OfferParts {
  product: Product
  store: Store
  merchant: Merchant
  path: readonly PathPart[]
  lots: readonly Lot[]
  left: ReadonlyMap<string, number>
  sold: number
}

const atMostOfOne = 99
const jinGrams = 500
// Freshness fades slowly: selling e times as much weighs as much as being 45 days newer.
const secondsPerStep = 45 * 86_400

/** Fen per 500 g, as the price law wants prices of food compared. */
export function unitPriceOf(price: number, weightGrams: number): number {
  return Math.round((price * jinGrams) / weightGrams)
}

/** Where an offer stands in a list: better selling and newer first. Only a sale or a change moves it. */
export function rankOf(sold: number, publishedAt: string): number {
  return Math.log(1 + sold) + Date.parse(publishedAt) / 1000 / secondsPerStep
}

/** Everything the market shows of one product, made ready. */
export function buildOffer(parts: OfferParts) {
  const detail = buildDetail(parts)
  const { product, store, path } = parts
  return {
    ...detail,
    categoryRoot: product.categoryCode.split('.')[0],
    rank: rankOf(parts.sold, product.publishedAt ?? '2026-01-01T00:00:00Z'),
    words: offerWords({
      names: [product.name, product.nameEn],
      places: [...path.slice(1).map((part) => shortName(part.name)), detail.placeEn],
      kinds: [product.category.name, product.category.nameEn, ...product.category.alsoCalled],
      rest: [store.name, ...product.skus.flatMap((sku) => [sku.label, sku.gtin])],
    }),
    detail,
  }
}

function buildDetail({ product, store, merchant, path, lots, left, sold }: OfferParts): OfferDetail {
  const skus = product.skus
    .filter((sku) => !sku.withdrawn)
    .map((sku) => {
      const free = left.get(sku.id) ?? 0
      return {
        skuId: sku.id,
        label: sku.label,
        price: sku.price,
        unitPrice: unitPriceOf(sku.price, sku.weightGrams),
        weightGrams: sku.weightGrams,
        gtin: sku.gtin,
        inStock: free > 0,
        ...(free <= shownUpTo && { left: free }),
      }
    })
  const gtin = skus[0]?.gtin ?? ''
  return {
    productId: product.id,
    storeId: store.id,
    name: product.name,
    nameEn: product.nameEn,
    place: placeOf(path),
    placeEn: placeInLatin(path),
    villageCode: product.villageCode,
    countyCode: countyCodeOf(product.villageCode),
    categoryCode: product.categoryCode,
    form: product.category.form,
    cover: product.photos[0] ?? null,
    price: Math.min(...skus.map((sku) => sku.price)),
    unitPrice: Math.min(...skus.map((sku) => sku.unitPrice)),
    certifications: [...new Set(product.certifications.map((seal) => seal.type))],
    seasonMonths: product.seasonMonths,
    inStock: skus.some((sku) => sku.inStock),
    sold,
    isSample: product.isSample,
    store: { id: store.id, name: store.name, closingOn: store.closingOn },
    merchant: { id: merchant.id, name: merchant.name, kind: merchant.kind, uscc: merchant.uscc },
    category: { code: product.category.code, name: product.category.name, nameEn: product.category.nameEn },
    path: [...path],
    story: product.story,
    storyEn: product.storyEn,
    photos: product.photos,
    returnPolicy: product.returnPolicy,
    coldChain: product.category.coldChain,
    atMost: atMostOfOne,
    skus,
    lots: lots.map((lot) => ({
      lotId: lot.id,
      lotNumber: lot.lotNumber,
      harvestedOn: lot.harvestedOn,
      producerName: lot.producerName,
      pledgeNumber: lot.pledgeNumber,
      trace: traceUrl(gtin, lot.lotNumber),
    })),
    seals: product.certifications.map(({ type, certificateNumber, holder, validTo }) => ({
      type,
      certificateNumber,
      holder,
      validTo,
    })),
  }
}
