import type { Language } from '../../../server/kernel/actor.ts'
import type { OfferDetail } from '../../../server/modules/stores/index.ts'
import { paths } from '../../paths.ts'
import { crumbsOf, goodsName } from './names.ts'

/** What a product is, for search engines: schema.org, with the law's own return rule in it. */
export function productData(origin: string, offer: OfferDetail, language: Language): object {
  const url = origin + paths.product(offer.productId)
  const images = offer.photos.length > 0 ? offer.photos.map((id) => paths.photo(id, 1600, 'webp')) : []
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Product',
        '@id': `${url}#product`,
        name: offer.name,
        ...(offer.nameEn ? { alternateName: offer.nameEn } : {}),
        description: offer.story || offer.name,
        url,
        image: (images.length > 0 ? images : [paths.sharePicture(offer.productId)]).map((path) => origin + path),
        category: offer.category.name,
        countryOfOrigin: { '@type': 'Country', name: 'CN' },
        offers: offer.skus.map((sku) => ({
          '@type': 'Offer',
          name: sku.label,
          sku: sku.skuId,
          gtin14: sku.gtin,
          url,
          price: (sku.price / 100).toFixed(2),
          priceCurrency: 'CNY',
          availability: `https://schema.org/${sku.inStock ? 'InStock' : 'OutOfStock'}`,
          seller: { '@type': 'Organization', name: offer.merchant.name },
          hasMerchantReturnPolicy: returnRule(offer.returnPolicy),
        })),
      },
      breadcrumbData(origin, offer, language),
    ],
  }
}

function breadcrumbData(origin: string, offer: OfferDetail, language: Language): object {
  const name = goodsName(offer, language)
  const crumbs = crumbsOf(offer.path, language, name).filter(({ href, label }) => href || label === name)
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ label, href }, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name: label,
      ...(href ? { item: origin + href } : {}),
    })),
  }
}

function returnRule(policy: string): object {
  const rule = { '@type': 'MerchantReturnPolicy', applicableCountry: 'CN' }
  return policy === 'sevenDay'
    ? {
        ...rule,
        returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
        merchantReturnDays: 7,
        returnFees: 'https://schema.org/ReturnShippingFees',
      }
    : { ...rule, returnPolicyCategory: 'https://schema.org/MerchantReturnNotPermitted' }
}
