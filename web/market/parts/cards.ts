import type { Language } from '../../../server/kernel/actor.ts'
import type { OfferCard, SellingVillage } from '../../../server/modules/stores/index.ts'
import { paths } from '../../paths.ts'
import type { CardProduct, CardVillage, Photo } from '../../ui/market/index.ts'
import type { Say } from '../../words/words.ts'
import { monthNow } from './days.tsx'
import { goodsName } from './names.ts'
import { terrainOf } from './terrain.ts'

/** Offers as cards on a shelf, each with one mark at most: a seal before the season. */
export function cardsOf(offers: readonly OfferCard[], t: Say, language: Language): CardProduct[] {
  const month = monthNow()
  return offers.map((offer) => ({
    href: paths.product(offer.productId),
    name: goodsName(offer, language),
    place: language === 'en' ? offer.placeEn : offer.place,
    price: { fen: offer.unitPrice, unit: t('market.jin') },
    picture: pictureOf(offer),
    ...markOf(offer, month, t),
    inStock: offer.inStock,
    isSample: offer.isSample,
  }))
}

function markOf({ certifications, seasonMonths }: OfferCard, month: number, t: Say): Pick<CardProduct, 'mark'> {
  for (const seal of ['geographicIndication', 'organic', 'green'] as const)
    if (certifications.includes(seal)) return { mark: { label: t(`market.seal.${seal}`) } }
  // What is there all the year has no season to speak of.
  const inSeason = seasonMonths.length < 12 && seasonMonths.includes(month)
  return inSeason ? { mark: { label: t('ui.in_season'), tone: 'straw' } } : {}
}

type Shown = Pick<OfferCard, 'form' | 'productId' | 'cover' | 'name'>

/** The photo, or the drawing fetched from its own address, so that a page of 24 stays small. */
export function pictureOf({ form, productId, cover, name }: Shown) {
  return {
    form,
    code: productId,
    name,
    photo: cover ? photoOf(cover, 320) : undefined,
    src: `${paths.picture(form, productId)}?n=${encodeURIComponent(name)}`,
  }
}

/** A photo of this size; sellers' photos may be of any shape, so the box cuts them square. */
export function photoOf(photoId: string, size: 320 | 800): Photo {
  const wide = size === 320 ? 800 : 1600
  return {
    src: paths.photo(photoId, size, 'webp'),
    sources: (['avif', 'webp'] as const).map((ext) => ({
      type: `image/${ext}`,
      srcset: `${paths.photo(photoId, size, ext)} ${size}w, ${paths.photo(photoId, wide, ext)} ${wide}w`,
    })),
    width: size,
    height: size,
  }
}

/** Villages as cards. */
export function villageCardsOf(villages: readonly SellingVillage[], language: Language): CardVillage[] {
  return villages.map((village) => {
    const [first = '', last = ''] = village.placeEn.split(', ')
    return {
      href: paths.village(village.code),
      code: village.code,
      name: language === 'en' ? first : village.name,
      place: language === 'en' ? last : (village.place.split(' ')[0] ?? ''),
      product: (language === 'en' && village.productNameEn) || village.productName,
      terrain: terrainOf(village.code, village.categoryCode),
      isSample: village.isSample,
    }
  })
}

/** The same village card from one of its offers. */
export function villageOf(offer: OfferCard): SellingVillage {
  return {
    code: offer.villageCode,
    name: offer.place.split(' ').slice(1).join(' ') || offer.place,
    place: offer.place,
    placeEn: offer.placeEn,
    productName: offer.name,
    productNameEn: offer.nameEn,
    categoryCode: offer.categoryCode,
    isSample: offer.isSample,
  }
}
