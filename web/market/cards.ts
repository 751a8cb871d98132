import type { Language } from '../../server/kernel/actor.ts'
import type { OfferCard } from '../../server/modules/stores/index.ts'
import { paths } from '../paths.ts'
import type { CardProduct } from '../ui/market/index.ts'
import type { Say } from '../words/words.ts'

/** Offers as cards on a shelf. */
export function cardsOf(offers: readonly OfferCard[], t: Say, language: Language): CardProduct[] {
  return offers.map((offer) => ({
    href: paths.product(offer.productId),
    name: (language === 'en' && offer.nameEn) || offer.name,
    place: language === 'en' ? offer.placeEn : offer.place,
    price: { fen: offer.unitPrice, unit: t('market.jin') },
    picture: pictureOf(offer),
    inStock: offer.inStock,
    isSample: offer.isSample,
  }))
}

/** The photo, or the drawing fetched from its own address, so that a page of 24 stays small. */
export function pictureOf({ form, productId, cover, name }: Pick<OfferCard, 'form' | 'productId' | 'cover' | 'name'>) {
  const photo = cover ? { src: paths.photo(cover, 320, 'webp'), width: 320, height: 320 } : undefined
  return { form, code: productId, photo, src: `${paths.picture(form, productId)}?n=${encodeURIComponent(name)}` }
}
